package io.postrider.template;

import java.util.ArrayList;
import java.util.List;

/** The words of one tag, read one after the other. */
final class Tokens {
    private static final List<String> PAIRS = List.of("==", "!=", ">=", "<=", "<>", "&&", "||", "../");
    private final String content;
    private final int base;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int next;

    private Tokens(String content, int base) {
        this.content = content;
        this.base = base;
    }

    /** Reads the inside of a tag that begins at {@code base} of the template. */
    static Tokens of(String content, int base) throws WrongTag {
        Tokens tokens = new Tokens(content, base);
        tokens.read();
        return tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = tokens.get(next);
        if (!token.isEnd()) {
            next++;
        }
        return token;
    }

    boolean takeIf(String text) {
        boolean there = peek().is(text);
        if (there) {
            next++;
        }
        return there;
    }

    void expect(String text) throws WrongTag {
        if (!takeIf(text)) {
            throw unexpected(peek(), "Here should be " + text + ".");
        }
    }

    void expectEnd() throws WrongTag {
        if (!peek().isEnd()) {
            throw unexpected(peek(), "The tag should end here.");
        }
    }

    static WrongTag unexpected(Token token, String hint) {
        return new WrongTag(
                token.offset(), "template-unexpected", "Nobody expects " + token.shown() + " here. " + hint);
    }

    private void read() throws WrongTag {
        while (at < content.length()) {
            char c = content.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '\'') {
                text(c);
            } else if (isDigit(c) || (c == '-' && at + 1 < content.length() && isDigit(content.charAt(at + 1)))) {
                number();
            } else if (isNameStart(c)) {
                word();
            } else {
                sign();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", base + content.length()));
    }

    private void text(char quote) throws WrongTag {
        int start = at;
        StringBuilder text = new StringBuilder();
        for (at++; at < content.length() && content.charAt(at) != quote; at++) {
            char c = content.charAt(at);
            if (c == '\\' && at + 1 < content.length()) {
                text.append(unescaped(content.charAt(++at)));
            } else {
                text.append(c);
            }
        }
        if (at >= content.length()) {
            throw new WrongTag(base + start, "template-quote-not-closed", "This quotation mark is not closed.");
        }
        at++;
        tokens.add(new Token(Token.Kind.TEXT, text.toString(), base + start));
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> c;
        };
    }

    private void number() throws WrongTag {
        int start = at++;
        while (at < content.length() && (isNamePart(content.charAt(at)) || content.charAt(at) == '.')) {
            at++;
        }
        String number = content.substring(start, at);
        if (!Values.looksLikeNumber(number)) {
            throw new WrongTag(
                    base + start,
                    "template-number-wrong",
                    number + " is not a number. Write numbers like 18 or 9.50, and put texts in quotes.");
        }
        tokens.add(new Token(Token.Kind.NUMBER, number, base + start));
    }

    private void word() {
        int start = at++;
        while (at < content.length() && (isNamePart(content.charAt(at)) || content.charAt(at) == '.')) {
            at++;
        }
        tokens.add(new Token(Token.Kind.WORD, content.substring(start, at), base + start));
    }

    private void sign() {
        int start = at;
        String sign = PAIRS.stream()
                .filter(pair -> content.startsWith(pair, start))
                .findFirst()
                .orElse(content.substring(start, start + 1));
        at += sign.length();
        tokens.add(new Token(Token.Kind.SIGN, sign, base + start));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '$' || c == '@';
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
