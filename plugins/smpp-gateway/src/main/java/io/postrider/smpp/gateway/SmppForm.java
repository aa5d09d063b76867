package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Setting;
import java.util.List;
import java.util.stream.Stream;

/** What a person fills in for a sender over SMPP. */
final class SmppForm {
    private static final List<Setting> CONNECTION = List.of(
            Setting.text("host", "connection")
                    .withMax(1_000)
                    .asRequired()
                    .labelled("Host", "Адрес сервера")
                    .explained(
                            "Name or address of the operator's SMPP server; several with commas, such as smsc1.example:2775, smsc2.example:2775.",
                            "Имя или адрес SMPP-сервера оператора; несколько — через запятую: smsc1.example:2775, smsc2.example:2775."),
            Setting.choice("hosts-use", "connection", List.of("spread", "failover"))
                    .labelled("Use of several hosts", "Как использовать несколько серверов")
                    .explained(
                            "spread: binds are shared among the hosts; failover: all go to the first one that works.",
                            "spread: подключения делятся между серверами; failover: все идут к первому работающему."),
            Setting.number("port", "connection", 2775, 1, 65_535)
                    .labelled("Port", "Порт")
                    .explained(
                            "TCP port of the SMPP server, for hosts that do not name their own.",
                            "TCP-порт SMPP-сервера для адресов, где он не указан."),
            Setting.choice("tls", "connection", List.of("off", "on"))
                    .labelled("TLS", "TLS")
                    .explained(
                            "Encrypts the connection and checks the server's certificate and name.",
                            "Шифрует соединение и проверяет сертификат и имя сервера."),
            Setting.text("tls.trusted", "connection")
                    .withMax(20_000)
                    .labelled("Trusted certificate", "Доверенный сертификат")
                    .explained(
                            "PEM text of the authority to trust, or of the server's own certificate; empty for the well-known authorities.",
                            "Текст PEM удостоверяющего центра или самого сервера; пусто — общеизвестные центры."),
            Setting.text("tls.certificate", "connection")
                    .withMax(20_000)
                    .labelled("Our certificate", "Наш сертификат")
                    .explained(
                            "PEM text of the client certificate, where the operator wants one.",
                            "Текст PEM клиентского сертификата, если оператор его требует."),
            Setting.text("tls.key", "connection")
                    .withMax(20_000)
                    .asSecret()
                    .labelled("Key of our certificate", "Ключ нашего сертификата")
                    .explained(
                            "PEM text of its private key, PKCS 8 without password.",
                            "Текст PEM закрытого ключа, PKCS 8 без пароля."),
            Setting.duration("connect-timeout", "connection", "PT10S")
                    .labelled("Connect timeout", "Ожидание соединения")
                    .explained("How long to wait for a TCP connection.", "Сколько ждать TCP-соединения."),
            Setting.duration("bind-timeout", "connection", "PT15S")
                    .labelled("Login timeout", "Ожидание ответа на вход")
                    .explained(
                            "How long to wait for the answer to the bind before the connection is closed.",
                            "Сколько ждать ответа на bind, прежде чем закрыть соединение."),
            Setting.duration("retry-pause", "connection", "PT1S")
                    .labelled("First pause before reconnecting", "Первая пауза перед повтором")
                    .explained(
                            "Doubles with each failure and is forgotten once a bind is accepted; a refused login waits 10 and 60 times this.",
                            "Удваивается с каждой неудачей, сбрасывается после успешного входа; после отказа во входе — в 10 и 60 раз дольше."),
            Setting.duration("retry-longest", "connection", "PT30S")
                    .labelled("Longest pause before reconnecting", "Самая длинная пауза перед повтором")
                    .explained(
                            "How far the pause grows during an outage.", "До какой длины растёт пауза во время сбоя."),
            Setting.duration("already-bound-pause", "connection", "PT30S")
                    .labelled("Pause when already bound", "Пауза, если вход уже занят")
                    .explained(
                            "How long to wait when the operator still sees an older connection (ESME_RALYBND).",
                            "Сколько ждать, если оператор ещё видит прежнее соединение (ESME_RALYBND)."));

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
            Setting.choice("version", "login", List.of("3.4", "5.0"))
                    .labelled("SMPP version", "Версия SMPP")
                    .explained(
                            "What the bind says; congestion_state is heeded in either.",
                            "Что указывается при входе; congestion_state учитывается в обеих."),
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

    private static final List<Setting> ALL = Stream.of(
                    CONNECTION, LOGIN, FLOW, MessageForm.ADDRESSES, MessageForm.TEXTS, MessageForm.RECEIPTS)
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
