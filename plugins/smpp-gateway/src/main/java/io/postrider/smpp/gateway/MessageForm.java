package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Setting;
import java.util.List;

/** The part of {@link SmppForm} that says how messages are written and read. */
final class MessageForm {
    private static final List<String> TONS = List.of("auto", "0", "1", "2", "3", "4", "5", "6");
    private static final List<String> NPIS = List.of("auto", "0", "1", "3", "4", "6", "8", "9", "10", "14", "18");

    static final List<Setting> ADDRESSES = List.of(
            Setting.choice("source-ton", "addresses", TONS)
                    .labelled("Caller ID type (TON)", "Тип номера отправителя (TON)")
                    .explained("auto: by the caller ID itself.", "auto: по самому имени отправителя."),
            Setting.choice("source-npi", "addresses", NPIS)
                    .labelled("Caller ID plan (NPI)", "План нумерации отправителя (NPI)")
                    .explained("auto: by the caller ID itself.", "auto: по самому имени отправителя."),
            Setting.choice("destination-ton", "addresses", TONS)
                    .withDefault("1")
                    .labelled("Recipient type (TON)", "Тип номера получателя (TON)")
                    .explained("1 is an international number.", "1 — международный номер."),
            Setting.choice("destination-npi", "addresses", NPIS)
                    .withDefault("1")
                    .labelled("Recipient plan (NPI)", "План нумерации получателя (NPI)")
                    .explained("1 is the telephone plan, E.164.", "1 — телефонный план E.164."));

    static final List<Setting> TEXTS = List.of(
            Setting.choice("alphabet", "texts", List.of("gsm7", "latin1"))
                    .labelled("Default alphabet", "Алфавит по умолчанию")
                    .explained("What the operator means by data_coding 0.", "Что оператор понимает под data_coding 0."),
            Setting.duration("validity", "texts", "PT24H")
                    .labelled("Validity", "Срок доставки")
                    .explained(
                            "How long the operator tries when the message does not say; PT0S leaves it to the operator.",
                            "Сколько оператор пытается доставить, если сообщение не говорит; PT0S — решает оператор."),
            Setting.choice("receipt-id", "texts", List.of("asis", "respHex", "dlrHex", "auto"))
                    .labelled("Message ID form", "Вид идентификатора")
                    .explained(
                            "respHex: hexadecimal in responses and decimal in receipts; dlrHex: the reverse; auto: ignores case and leading zeros.",
                            "respHex: шестнадцатеричный в ответах и десятичный в отчётах; dlrHex: наоборот; auto: без учёта регистра и ведущих нулей."),
            Setting.text("receipt-zone", "texts")
                    .withDefault("UTC")
                    .withMax(50)
                    .labelled("Time zone of receipts", "Часовой пояс отчётов")
                    .explained("Zone of the dates in receipts.", "Часовой пояс дат в отчётах о доставке."),
            Setting.toggle("reference", "texts", false)
                    .labelled("Send our reference", "Передавать нашу ссылку")
                    .explained(
                            "Sends user_message_reference; some operators echo it, a few refuse it.",
                            "Передаёт user_message_reference; часть операторов её возвращает, некоторые отвергают."));

    private MessageForm() {}
}
