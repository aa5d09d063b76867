package io.postrider.sms;

/** Where a text may be cut without tearing apart what a reader sees as one character. */
final class Clusters {
    private static final int JOINER = 0x200D;

    private Clusters() {}

    /** Whether a cut before {@code at} would part the two halves of a surrogate pair. */
    static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** Whether a cut before {@code at} leaves pairs, accents, joined emoji and flags whole. */
    static boolean mayCut(String text, int at) {
        if (at <= 0 || at >= text.length()) {
            return true;
        }
        if (splitsPair(text, at)) {
            return false;
        }
        int next = text.codePointAt(at);
        int last = text.codePointBefore(at);
        return last != JOINER && !continues(next) && !(isFlagLetter(next) && oddFlagLettersBefore(text, at));
    }

    /** Whether the character belongs to the one before it. */
    private static boolean continues(int codePoint) {
        return codePoint == JOINER
                || isSkinTone(codePoint)
                || isTag(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    private static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }

    private static boolean isTag(int codePoint) {
        return codePoint >= 0xE0020 && codePoint <= 0xE007F;
    }

    private static boolean isFlagLetter(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    /** Flags are pairs of letters, so an odd number of letters before a letter means a flag in the making. */
    private static boolean oddFlagLettersBefore(String text, int at) {
        boolean odd = false;
        for (int index = at; index > 0 && isFlagLetter(text.codePointBefore(index)); index -= 2) {
            odd = !odd;
        }
        return odd;
    }
}
