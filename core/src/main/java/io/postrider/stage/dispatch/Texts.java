package io.postrider.stage.dispatch;

/** Makes texts of operators fit to be stored. */
final class Texts {
    private Texts() {}

    /** Without the one character that PostgreSQL's texts cannot have. */
    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
