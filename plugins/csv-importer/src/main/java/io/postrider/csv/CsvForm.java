package io.postrider.csv;

import io.postrider.plugin.api.Setting;
import java.util.List;
import java.util.stream.Stream;

/** What a person can say about a file's form. */
final class CsvForm {
    private static final String GROUP = "file";

    static final List<Setting> SETTINGS = List.of(
            Setting.choice(
                            Dialect.ENCODING,
                            GROUP,
                            Stream.of(Dialect.Encoding.values())
                                    .map(Dialect.Encoding::word)
                                    .toList())
                    .labelled("Encoding", "Кодировка")
                    .explained(
                            "Change it when letters of the preview look wrong.",
                            "Измените, если буквы в предпросмотре выглядят неверно."),
            Setting.choice(
                            Dialect.DELIMITER,
                            GROUP,
                            Stream.of(Dialect.Delimiter.values())
                                    .map(Dialect.Delimiter::word)
                                    .toList())
                    .labelled("Delimiter", "Разделитель")
                    .explained("What stands between two values.", "Что стоит между значениями."),
            Setting.choice(
                            Dialect.QUOTE,
                            GROUP,
                            Stream.of(Dialect.Quote.values())
                                    .map(Dialect.Quote::word)
                                    .toList())
                    .labelled("Quote", "Кавычки")
                    .explained(
                            "What surrounds values that hold delimiters or line breaks.",
                            "Чем окружены значения с разделителями или переносами строк."),
            Setting.toggle(Dialect.HEADER, GROUP, true)
                    .labelled("First line holds column names", "Первая строка — названия столбцов")
                    .explained(
                            "Switch it off when the first line is a customer already.",
                            "Выключите, если в первой строке уже клиент."));

    private CsvForm() {}
}
