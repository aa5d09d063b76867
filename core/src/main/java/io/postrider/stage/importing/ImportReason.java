package io.postrider.stage.importing;

import io.postrider.refusal.Reason;

/** Why an import was refused, failed, or did not take a row. */
public enum ImportReason implements Reason {
    NO_IMPORTER(
            "importer-missing",
            Kind.INVALID,
            "No plugin can read this file. Files with comma-separated values (CSV) can be read."),
    FILE_GONE("import-file-gone", Kind.INVALID, "The uploaded file is gone. Upload it again."),
    FILE_UNREADABLE("file-unreadable", Kind.INVALID, "{sentence}"),
    SETTING_WRONG("import-setting-wrong", Kind.INVALID, "{sentence}"),
    COLUMN_MISSING(
            "column-missing", Kind.INVALID, "The file has no column called {column}. Its columns are: {columns}."),
    FIELD_UNKNOWN("import-field-unknown", Kind.INVALID, "The database has no field called {field}."),
    FIELD_TWICE("import-field-twice", Kind.INVALID, "Two columns go to the field {field}."),
    MATCH_FIELD_WRONG(
            "import-match-field-wrong", Kind.INVALID, "People cannot be found by the field {field}: it is no key."),
    MATCH_COLUMN_MISSING(
            "import-match-column-missing", Kind.INVALID, "Choose the column for {field}: people are found by it."),
    MODE_UNKNOWN("import-mode-unknown", Kind.INVALID, "{mode} is not a mode of import."),
    DATE_FORMAT_WRONG("date-format-wrong", Kind.INVALID, "{format} is not a date format; give one such as dd.MM.yyyy."),
    KEY_MISSING("key-missing", Kind.INVALID, "{field} is empty, so nobody can be found by it."),
    ROW_UNREADABLE("row-unreadable", Kind.INVALID, "{sentence}"),
    FAILED("import-failed", Kind.UNAVAILABLE, "The import could not go on for a reason of the server's; see its log.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    ImportReason(String code, Kind kind, String sentence) {
        this.code = code;
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
