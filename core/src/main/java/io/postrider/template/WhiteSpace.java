package io.postrider.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * White space around tags: what {@code ~} drops, and what is sent although its author may not have meant it. Everything else between
 * two tags is part of the message.
 */
final class WhiteSpace {
    private static final Set<String> LOGIC = Set.of("if", "else", "elseif", "end", "range");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}].*", Pattern.DOTALL);

    private WhiteSpace() {}

    /** The pieces without what {@code ~} drops. */
    static List<Piece> trimmed(List<Piece> pieces) {
        List<Piece> trimmed = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind() == Piece.Kind.TEXT) {
                String text = piece.content();
                text = i > 0 && pieces.get(i - 1).trimsAfter() ? text.stripLeading() : text;
                text = i + 1 < pieces.size() && pieces.get(i + 1).trimsBefore() ? text.stripTrailing() : text;
                trimmed.add(piece.withContent(text));
            } else {
                trimmed.add(piece);
            }
        }
        return trimmed;
    }

    /** Warns of line breaks and runs of blanks that touch a tag of logic. */
    static void check(List<Piece> pieces, Problems problems) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind() == Piece.Kind.TEXT) {
                String text = piece.content();
                int leading = text.length() - text.stripLeading().length();
                int trailing = text.length() - text.stripTrailing().length();
                if (i > 0 && isLogic(pieces.get(i - 1))) {
                    check(text.substring(0, leading), piece.start(), problems);
                }
                if (i + 1 < pieces.size() && isLogic(pieces.get(i + 1)) && trailing < text.length()) {
                    int from = pieces.get(i + 1).start() - trailing;
                    check(text.substring(text.length() - trailing), from, problems);
                }
            }
        }
    }

    private static void check(String blanks, int offset, Problems problems) {
        boolean breaks = blanks.indexOf('\n') >= 0 || blanks.indexOf('\r') >= 0;
        if (breaks || blanks.length() > 1) {
            problems.warning(
                    offset,
                    "template-white-space",
                    "The " + (breaks ? "line break" : "blanks") + " beside this tag "
                            + (blanks.length() == 1 ? "is" : "are")
                            + " sent: " + blanks.length() + (blanks.length() == 1 ? " character" : " characters")
                            + " of the message. Keep logic on one line.");
        }
    }

    private static boolean isLogic(Piece piece) {
        String content = piece.content().strip();
        return switch (piece.kind()) {
            case TAG -> LOGIC.contains(NO_LETTERS.matcher(content).replaceFirst(""));
            case HANDLEBARS -> content.startsWith("#") || content.startsWith("/") || content.startsWith("else");
            default -> false;
        };
    }
}
