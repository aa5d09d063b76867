package io.postrider.template;

/** One tag cannot be understood; the compiler notes it and goes on behind the tag. Never leaves the compiler. */
final class WrongTag extends Exception {
    private static final long serialVersionUID = 1;
    private final int offset;
    private final String code;

    WrongTag(int offset, String code, String sentence) {
        super(sentence, null, false, false);
        this.offset = offset;
        this.code = code;
    }

    int offset() {
        return offset;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
