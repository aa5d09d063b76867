package io.postrider.template;

import java.util.ArrayList;
import java.util.List;

/** Understands tags in double braces: values, {@code if}, {@code unless}, {@code each}, {@code with} and {@code else} of Handlebars. */
final class HandlebarsTags {
    private static final String STYLE = "{{/";
    private final Blocks blocks;
    private final Names names;

    HandlebarsTags(Blocks blocks, Names names) {
        this.blocks = blocks;
        this.names = names;
    }

    void read(Piece piece) throws WrongTag {
        Tokens tokens = Tokens.of(piece.content(), piece.inside());
        if (tokens.takeIf("#")) {
            open(tokens, piece);
        } else if (tokens.takeIf("/")) {
            Token name = tokens.take();
            tokens.expectEnd();
            blocks.close(STYLE + name.text() + "}}", piece.start());
        } else if (tokens.takeIf("^") || tokens.takeIf("else")) {
            otherwise(tokens, piece);
        } else {
            tokens.takeIf("&");
            value(tokens);
        }
    }

    /** Says of a tag whose inside is wrong that it was a block all the same, so that its end is no second problem. */
    void readWrong(Piece piece) {
        String content = piece.content().strip();
        if (content.matches("(?s)#\\s*\\p{L}+.*")) {
            String name = content.substring(1).strip().split("[^\\p{L}]", 2)[0];
            Blocks.Kind kind = name.equals("each") ? Blocks.Kind.LOOP : Blocks.Kind.CHOICE;
            blocks.open(
                    kind,
                    shown(piece),
                    STYLE + name + "}}",
                    piece.start(),
                    blocks.scope().each(),
                    new Expression.Literal(true));
        }
    }

    private void open(Tokens tokens, Piece piece) throws WrongTag {
        Token name = tokens.take();
        String closer = STYLE + name.text() + "}}";
        Scope scope = blocks.scope();
        switch (name.text()) {
            case "if", "unless" -> {
                Expression condition = new Calls(tokens, names, scope).condition();
                Expression asked = name.is("if") ? condition : new Expression.Not(condition);
                blocks.open(Blocks.Kind.CHOICE, shown(piece), closer, piece.start(), scope, asked);
            }
            case "each" -> {
                Expression list = value(tokens, names, scope);
                Scope inside = named(tokens, scope.each(), List.of(0, 2));
                blocks.open(Blocks.Kind.LOOP, shown(piece), closer, piece.start(), inside, list);
            }
            case "with" -> {
                Expression value = value(tokens, names, scope);
                Scope inside = named(tokens, scope.with(), List.of(0));
                blocks.open(Blocks.Kind.WITH, shown(piece), closer, piece.start(), inside, value);
            }
            default -> throw notAvailable(name);
        }
    }

    /** Reads {@code as |item key|}. */
    private static Scope named(Tokens tokens, Scope inside, List<Integer> slots) throws WrongTag {
        if (tokens.takeIf("as")) {
            tokens.expect("|");
            List<Token> given = new ArrayList<>();
            while (tokens.peek().isWord()) {
                given.add(tokens.take());
            }
            tokens.expect("|");
            if (given.isEmpty() || given.size() > slots.size()) {
                throw Tokens.unexpected(tokens.peek(), "Between the bars stand at most " + slots.size() + " names.");
            }
            for (int i = 0; i < given.size(); i++) {
                inside.name(given.get(i).text(), slots.get(i));
            }
        }
        tokens.expectEnd();
        return inside;
    }

    private void otherwise(Tokens tokens, Piece piece) throws WrongTag {
        if (tokens.takeIf("if")) {
            Expression condition = new Calls(tokens, names, blocks.scope()).condition();
            blocks.orElseIf("{{else if}}", STYLE, piece.start(), condition);
        } else {
            tokens.expectEnd();
            blocks.orElse("{{else}}", STYLE, piece.start());
        }
    }

    private void value(Tokens tokens) throws WrongTag {
        Token first = tokens.peek();
        Expression value = value(tokens, names, blocks.scope());
        if (!tokens.peek().isEnd()) {
            throw notAvailable(first);
        }
        blocks.add(new Node.Value(value));
    }

    /** A literal or a path, which may begin with {@code ../}. */
    static Expression value(Tokens tokens, Names names, Scope scope) throws WrongTag {
        Token first = tokens.peek();
        Scope from = scope;
        while (tokens.takeIf("../")) {
            from = from.outer()
                    .orElseThrow(() -> new WrongTag(
                            first.offset(),
                            "template-unknown-name",
                            "There is nothing further out that ../ could mean."));
        }
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.SIGN) {
            throw token.is(".") || token.is("(") ? dotOrCall(token) : notAvailable(token);
        }
        return Conditions.operand(tokens, names, from);
    }

    private static WrongTag dotOrCall(Token token) {
        return Tokens.unexpected(token, "Name a value, such as lead._fname, or this inside of a loop.");
    }

    /** Partials, decorators, logging and whatever else Handlebars knows and a message does not need. */
    static WrongTag notAvailable(Token token) {
        return new WrongTag(
                token.offset(),
                "template-forbidden",
                token.shown()
                        + " is not available in templates. There are values, if, unless, each, with, else and comparisons"
                        + " such as (equal lead._city \"Moscow\").");
    }

    private static String shown(Piece piece) {
        return Blocks.shown("{{", piece.content(), "}}");
    }
}
