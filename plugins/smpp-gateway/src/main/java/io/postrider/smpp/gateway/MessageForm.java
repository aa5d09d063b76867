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
                    .explained("1 is the telephone plan, E.164.", "1 — телефонный план E.164."),
            Setting.choice("short-code-ton", "addresses", List.of("3", "0", "1", "2", "4", "5", "6"))
                    .labelled("Short code type (TON)", "Тип короткого номера (TON)")
                    .explained(
                            "For numbers of up to 7 digits where the type is auto; operators differ, ask yours.",
                            "Для номеров до 7 цифр при типе auto; у операторов по-разному, уточните у своего."),
            Setting.choice("short-code-npi", "addresses", List.of("1", "0", "3", "4", "6", "8", "9", "10", "14", "18"))
                    .labelled("Short code plan (NPI)", "План короткого номера (NPI)")
                    .explained(
                            "For numbers of up to 7 digits where the plan is auto.",
                            "Для номеров до 7 цифр при плане auto."));

    static final List<Setting> TEXTS = List.of(
            Setting.choice("long-messages", "texts", List.of("udh8", "udh16", "sar", "payload"))
                    .labelled("Long messages", "Длинные сообщения")
                    .explained(
                            "udh8, udh16: header with a reference of 8 or 16 bits; sar: sar_ parameters; payload: all in one message_payload.",
                            "udh8, udh16: заголовок со ссылкой в 8 или 16 бит; sar: параметры sar_; payload: целиком в message_payload."),
            Setting.choice("alphabet", "texts", List.of("gsm7", "latin1"))
                    .labelled("Default alphabet", "Алфавит по умолчанию")
                    .explained("What the operator means by data_coding 0.", "Что оператор понимает под data_coding 0."),
            Setting.number("gsm7-coding", "texts", 0, 0, 255)
                    .labelled("data_coding of plain texts", "data_coding обычных текстов")
                    .explained(
                            "0: the default alphabet; 1: ASCII; 3: Latin-1; any other, such as 240 for flash, is sent with GSM 03.38.",
                            "0: алфавит по умолчанию; 1: ASCII; 3: Latin-1; с любым другим, например 240 (flash), текст идёт в GSM 03.38."),
            Setting.number("ucs2-coding", "texts", 8, 0, 255)
                    .labelled("data_coding of UCS-2 texts", "data_coding текстов UCS-2")
                    .explained("8 unless the operator says otherwise.", "8, если оператор не сказал иного."),
            Setting.text("service-type", "texts")
                    .withMax(5)
                    .labelled("Service type", "Тип сервиса")
                    .explained(
                            "Leave empty unless the operator names one.",
                            "Оставьте пустым, если оператор его не назвал."),
            Setting.number("priority", "texts", 0, 0, 3)
                    .labelled("Priority flag", "Приоритет")
                    .explained("priority_flag of every message.", "priority_flag каждого сообщения."),
            Setting.choice("validity-form", "texts", List.of("relative", "absolute", "none"))
                    .labelled("Validity is written", "Как записывать срок")
                    .explained(
                            "relative: as a length of time; absolute: as a point in time in UTC; none: the operator decides.",
                            "relative: длительностью; absolute: моментом времени по UTC; none: решает оператор."),
            Setting.duration("validity", "texts", "PT24H")
                    .labelled("Validity", "Срок доставки")
                    .explained(
                            "How long the operator tries when the message does not say; PT0S leaves it to the operator.",
                            "Сколько оператор пытается доставить, если сообщение не говорит; PT0S — решает оператор."),
            Setting.toggle("reference", "texts", false)
                    .labelled("Send our reference", "Передавать нашу ссылку")
                    .explained(
                            "Sends user_message_reference; some operators echo it, a few refuse it.",
                            "Передаёт user_message_reference; часть операторов её возвращает, некоторые отвергают."),
            Setting.text("parameters", "texts")
                    .withMax(1_000)
                    .labelled("Extra parameters", "Дополнительные параметры")
                    .explained(
                            "Optional parameters (TLV) of every message, such as 0x1403=0x0102; 0x1400=text.",
                            "Необязательные параметры (TLV) каждого сообщения, например 0x1403=0x0102; 0x1400=text."));

    static final List<Setting> RECEIPTS = List.of(
            Setting.choice("registered-delivery", "texts", List.of("final", "failures", "all", "none"))
                    .labelled("Ask for receipts", "Запрашивать отчёты")
                    .explained(
                            "final: of both outcomes; failures: of failures only; all: also on the way; none: never.",
                            "final: о любом исходе; failures: только о неудаче; all: ещё и в пути; none: никогда."),
            Setting.choice("receipt-id", "texts", List.of("asis", "respHex", "dlrHex", "auto"))
                    .labelled("Message ID form", "Вид идентификатора")
                    .explained(
                            "respHex: hexadecimal in responses and decimal in receipts; dlrHex: the reverse; auto: ignores case and leading zeros.",
                            "respHex: шестнадцатеричный в ответах и десятичный в отчётах; dlrHex: наоборот; auto: без учёта регистра и ведущих нулей."),
            Setting.choice("receipt-state", "texts", List.of("tlv", "text"))
                    .labelled("State is taken from", "Откуда брать состояние")
                    .explained(
                            "tlv: message_state, else the text; text: for operators whose message_state is always the same.",
                            "tlv: message_state, а без него текст; text: для операторов, у которых message_state всегда один и тот же."),
            Setting.text("receipt-zone", "texts")
                    .withDefault("UTC")
                    .withMax(50)
                    .labelled("Time zone of receipts", "Часовой пояс отчётов")
                    .explained("Zone of the dates in receipts.", "Часовой пояс дат в отчётах о доставке."),
            Setting.duration("reply-timeout", "texts", "PT5M")
                    .labelled("Wait for parts of replies", "Ожидание частей ответа")
                    .explained(
                            "After this a long reply is taken as far as it came.",
                            "По истечении длинный ответ принимается в том виде, в каком пришёл."));

    private MessageForm() {}
}
