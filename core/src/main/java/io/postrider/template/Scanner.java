package io.postrider.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a template into pieces. A brace begins a tag when a letter, {@code _} or {@code $} and a letter follow it, or blanks and one of
 * the words that begin tags; any other brace is text. A backslash in front of braces makes them text; two backslashes in front of a
 * brace are one backslash, and the tag counts.
 */
final class Scanner {
    private static final Set<String> WORDS = Set.of("if", "else", "elseif", "end", "range", "lead", "subscription");
    private final String text;
    private final Problems problems;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int literalStart;
    private int at;

    private Scanner(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    static List<Piece> scan(String text, Problems problems) {
        Scanner scanner = new Scanner(text, problems);
        scanner.scan();
        return scanner.pieces;
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                backslashes();
            } else if (c == '{' && text.startsWith("{{", at)) {
                endLiteral();
                handlebars();
            } else if (c == '{' && beginsTag()) {
                endLiteral();
                tag();
            } else {
                literal(c);
                at++;
            }
        }
        endLiteral();
    }

    private void literal(char c) {
        if (literal.isEmpty()) {
            literalStart = at;
        }
        literal.append(c);
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            pieces.add(Piece.text(literal.toString(), literalStart));
            literal.setLength(0);
        }
    }

    /** Backslashes mean something only in front of braces: two are one, and an odd one makes the braces text. */
    private void backslashes() {
        int end = at;
        while (end < text.length() && text.charAt(end) == '\\') {
            end++;
        }
        int count = end - at;
        boolean beforeBrace = end < text.length() && text.charAt(end) == '{';
        for (int i = 0; i < (beforeBrace ? count / 2 : count); i++) {
            literal('\\');
        }
        at = end;
        if (beforeBrace && count % 2 == 1) {
            while (at < text.length() && text.charAt(at) == '{') {
                literal('{');
                at++;
            }
        }
    }

    private boolean beginsTag() {
        int next = at + 1;
        if (next < text.length() && text.charAt(next) == '$') {
            next++;
        }
        if (isNameStart(next)) {
            return true;
        }
        while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        int end = next;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return WORDS.contains(text.substring(next, end)) && closes(end);
    }

    /** Blanks after a brace are a slip of the finger in a tag, but a tag all the same only when it looks like one. */
    private boolean closes(int from) {
        int brace = text.indexOf('}', from);
        int other = text.indexOf('{', from);
        return brace >= 0 && (other < 0 || brace < other);
    }

    private boolean isNameStart(int index) {
        return index < text.length() && (Character.isLetter(text.codePointAt(index)) || text.charAt(index) == '_');
    }

    private void tag() {
        int start = at;
        int end = TagEnd.find(text, at + 1, "}");
        if (end < 0) {
            unclosed(start, "}");
            return;
        }
        pieces.add(Piece.tag(text.substring(start + 1, end), start));
        at = end + 1;
    }

    private void handlebars() {
        int start = at;
        if (text.startsWith("{{!--", at) || text.startsWith("{{~!--", at)) {
            close(start, text.indexOf("!--", at) + "!--".length(), "--}}", "--~}}", Piece.Kind.COMMENT);
        } else if (text.startsWith("{{!", at) || text.startsWith("{{~!", at)) {
            close(start, text.indexOf('!', at) + 1, "}}", "~}}", Piece.Kind.COMMENT);
        } else if (text.startsWith("{{{{", at)) {
            problems.error(start, "template-forbidden", "Raw blocks {{{{…}}}} are not available in templates.");
            at = start + "{{{{".length();
        } else {
            String open = text.startsWith("{{{", at) ? "{{{" : "{{";
            boolean trims = text.startsWith("~", start + open.length());
            int inside = start + open.length() + (trims ? 1 : 0);
            String close = "}".repeat(open.length());
            int end = TagEnd.find(text, inside, close);
            if (end < 0) {
                unclosed(start, close);
                return;
            }
            boolean trimsAfter = end > inside && text.charAt(end - 1) == '~';
            String content = text.substring(inside, trimsAfter ? end - 1 : end);
            pieces.add(new Piece(Piece.Kind.HANDLEBARS, content, start, inside, trims, trimsAfter));
            at = end + close.length();
        }
    }

    private void close(int start, int inside, String close, String trimming, Piece.Kind kind) {
        int plain = text.indexOf(close, inside);
        int trimmed = text.indexOf(trimming, inside);
        boolean trims = trimmed >= 0 && (plain < 0 || trimmed <= plain);
        int end = trims ? trimmed : plain;
        if (end < 0) {
            unclosed(start, close);
            return;
        }
        boolean trimsBefore = text.startsWith("{{~", start);
        pieces.add(new Piece(kind, text.substring(inside, end), start, inside, trimsBefore, trims));
        at = end + (trims ? trimming : close).length();
    }

    private void unclosed(int start, String close) {
        problems.error(
                start,
                "template-tag-not-closed",
                "This tag is not closed. Write " + close + " where it ends, or \\{ for a brace that is text.");
        at = start + close.length();
        while (at < text.length() && text.charAt(at) != '{') {
            at++;
        }
    }
}
