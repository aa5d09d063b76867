package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Setting;
import java.util.List;
import java.util.stream.Stream;

/** What a person fills in for a sender over SMPP. */
final class SmppForm {
    private static final List<String> TONS = List.of("auto", "0", "1", "2", "3", "4", "5", "6");
    private static final List<String> NPIS = List.of("auto", "0", "1", "3", "4", "6", "8", "9", "10", "14", "18");

    private static final List<Setting> CONNECTION = List.of(
            Setting.text("host", "connection")
                    .asRequired()
                    .labelled("Host", "Адрес сервера")
                    .explained(
                            "Name or address of the operator's SMPP server.", "Имя или адрес SMPP-сервера оператора."),
            Setting.number("port", "connection", 2775, 1, 65_535)
                    .labelled("Port", "Порт")
                    .explained("TCP port of the SMPP server.", "TCP-порт SMPP-сервера."),
            Setting.choice("tls", "connection", List.of("off", "on"))
                    .labelled("TLS", "TLS")
                    .explained(
                            "Encrypts the connection and checks the server's certificate and name.",
                            "Шифрует соединение и проверяет сертификат и имя сервера."),
            Setting.text("tls.trusted", "connection")
                    .withMax(20_000)
                    .labelled("Trusted certificate", "Доверенный сертификат")
                    .explained(
                            "PEM text of the authority to trust; empty for the well-known ones.",
                            "Текст PEM удостоверяющего центра; пусто — общеизвестные центры."),
            Setting.duration("connect-timeout", "connection", "PT10S")
                    .labelled("Connect timeout", "Ожидание соединения")
                    .explained("How long to wait for a TCP connection.", "Сколько ждать TCP-соединения."),
            Setting.duration("retry-pause", "connection", "PT1S")
                    .labelled("First pause before reconnecting", "Первая пауза перед повтором")
                    .explained(
                            "Doubles with each failure, up to 60 times this.",
                            "Удваивается с каждой неудачей, но не более чем в 60 раз."));

    private static final List<Setting> LOGIN = List.of(
            Setting.text("system-id", "login")
                    .withMax(15)
                    .asRequired()
                    .labelled("System ID", "System ID")
                    .explained("User name given by the operator.", "Имя пользователя, выданное оператором."),
            Setting.text("password", "login")
                    .withMax(8)
                    .asSecret()
                    .labelled("Password", "Пароль")
                    .explained("At most 8 characters, as SMPP prescribes.", "Не более 8 символов, как требует SMPP."),
            Setting.text("system-type", "login")
                    .withMax(12)
                    .labelled("System type", "Тип системы")
                    .explained(
                            "Leave empty unless the operator names one.",
                            "Оставьте пустым, если оператор его не назвал."),
            Setting.text("address-range", "login")
                    .withMax(40)
                    .labelled("Address range", "Диапазон адресов")
                    .explained(
                            "Which numbers this bind receives for; usually empty.",
                            "Для каких номеров принимать сообщения; обычно пусто."),
            Setting.choice("mode", "login", List.of("transceiver", "transmitter", "transmitter+receiver"))
                    .labelled("Bind mode", "Режим подключения")
                    .explained(
                            "A transmitter alone gets no receipts and no replies.",
                            "Один transmitter не получает отчётов и ответов."));

    private static final List<Setting> FLOW = List.of(
            Setting.number("binds", "flow", 1, 1, 16)
                    .labelled("Binds", "Число подключений")
                    .explained("Connections of each kind at the same time.", "Одновременных соединений каждого вида."),
            Setting.number("window", "flow", 1_000, 1, 5_000)
                    .labelled("Window", "Окно")
                    .explained(
                            "Unanswered messages a bind may have, as agreed with the operator.",
                            "Сколько сообщений соединение может отправить без ответа; согласуйте с оператором."),
            Setting.duration("enquire-link", "flow", "PT30S")
                    .labelled("Keep-alive interval", "Интервал проверки связи")
                    .explained(
                            "After this silence enquire_link is sent.",
                            "После такой тишины отправляется enquire_link."),
            Setting.duration("response-timeout", "flow", "PT30S")
                    .labelled("Response timeout", "Ожидание ответа")
                    .explained(
                            "A message without answer by then is in doubt.",
                            "Сообщение без ответа за это время считается неопределённым."),
            Setting.duration("throttle-pause", "flow", "PT1S")
                    .labelled("Pause when throttled", "Пауза при ограничении")
                    .explained(
                            "How long to wait when the operator asks to slow down.",
                            "Сколько ждать, когда оператор просит снизить скорость."));

    private static final List<Setting> ADDRESSES = List.of(
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

    private static final List<Setting> TEXTS = List.of(
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

    private static final List<Setting> ALL = Stream.of(CONNECTION, LOGIN, FLOW, ADDRESSES, TEXTS)
            .flatMap(List::stream)
            .toList();

    private SmppForm() {}

    static List<Setting> settings() {
        return ALL;
    }

    static String defaultOf(String name) {
        return ALL.stream()
                .filter(setting -> setting.name().equals(name))
                .map(Setting::defaultValue)
                .findFirst()
                .orElse("");
    }
}
