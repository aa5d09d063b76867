package io.postrider.csv;

import io.postrider.plugin.api.RowProblem;

/** What costs a row its place in an import; the rows after it go on. */
enum RowFault {
    VALUE_TOO_LONG("value-too-long", "A value is longer than the 262,144 characters that are possible."),
    ROW_TOO_LONG("row-too-long", "The row is longer than the 1,048,576 characters that are possible."),
    TOO_MANY_VALUES(
            "too-many-values", "The row has more values than there are columns; check its delimiters and quotes."),
    STRAY_QUOTE("stray-quote", "A quote stands where none may stand; double it or take it away."),
    ZERO_CHARACTER("zero-character", "A value holds a zero character, which no text has.");

    private final String code;
    private final String sentence;

    RowFault(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    RowProblem problem() {
        return new RowProblem(code, sentence);
    }
}
