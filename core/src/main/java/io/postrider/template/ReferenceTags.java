package io.postrider.template;

/** Understands tags in single braces: {@code {lead._fname}}, {@code {if …}}, {@code {range $item in …}}. */
final class ReferenceTags {
    private static final String END = "{end}";
    private final Blocks blocks;
    private final Names names;
    private final Problems problems;

    ReferenceTags(Blocks blocks, Names names, Problems problems) {
        this.blocks = blocks;
        this.names = names;
        this.problems = problems;
    }

    void read(Piece piece) throws WrongTag {
        Tokens tokens = Tokens.of(piece.content(), piece.inside());
        Token first = tokens.peek();
        switch (first.text()) {
            case "if" -> choice(tokens, piece);
            case "else", "elseif" -> otherwise(tokens, piece);
            case "end" -> {
                tokens.take();
                tokens.expectEnd();
                blocks.close(END, piece.start());
            }
            case "range" -> range(tokens, piece);
            default -> value(tokens);
        }
    }

    /** Says of a tag whose inside is wrong that it was a block all the same, so that its end is no second problem. */
    void readWrong(Piece piece) {
        String content = piece.content().strip();
        if (content.matches("(?s)(if|range)\\b.*")) {
            open(
                    content.startsWith("if") ? Blocks.Kind.CHOICE : Blocks.Kind.LOOP,
                    piece,
                    blocks.scope().each());
        }
    }

    private void open(Blocks.Kind kind, Piece piece, Scope scope) {
        blocks.open(kind, shown(piece), END, piece.start(), scope, new Expression.Literal(true));
    }

    private void value(Tokens tokens) throws WrongTag {
        Token word = tokens.take();
        if (!word.isWord()) {
            throw Tokens.unexpected(word, "Here should be a field such as lead._fname.");
        }
        Expression value = names.path(word, blocks.scope());
        if (!tokens.peek().isEnd()) {
            throw Tokens.unexpected(tokens.peek(), "A value stands alone in its braces; conditions begin with if.");
        }
        blocks.add(new Node.Value(value));
    }

    private void choice(Tokens tokens, Piece piece) throws WrongTag {
        tokens.take();
        Scope scope = blocks.scope();
        Expression condition = new Conditions(tokens, names, scope, problems).condition();
        blocks.open(Blocks.Kind.CHOICE, shown(piece), END, piece.start(), scope, condition);
    }

    private void otherwise(Tokens tokens, Piece piece) throws WrongTag {
        boolean another = tokens.take().is("elseif") || tokens.takeIf("if");
        if (another) {
            Expression condition = new Conditions(tokens, names, blocks.scope(), problems).condition();
            blocks.orElseIf("{elseif}", END, piece.start(), condition);
        } else {
            tokens.expectEnd();
            blocks.orElse("{else}", END, piece.start());
        }
    }

    private void range(Tokens tokens, Piece piece) throws WrongTag {
        tokens.take();
        String first = loopName(tokens);
        String second = tokens.takeIf(",") ? loopName(tokens) : null;
        tokens.expect("in");
        Scope scope = blocks.scope();
        Token word = tokens.take();
        if (!word.isWord()) {
            throw Tokens.unexpected(word, "Here should be a field that is a list, such as lead.tags.");
        }
        Expression list = names.path(word, scope);
        tokens.expectEnd();
        Scope inside = second == null ? scope.range(null, first) : scope.range(first, second);
        blocks.open(Blocks.Kind.LOOP, shown(piece), END, piece.start(), inside, list);
    }

    private static String loopName(Tokens tokens) throws WrongTag {
        Token name = tokens.take();
        if (!name.isWord() || !name.text().startsWith("$") || name.text().contains(".")) {
            throw Tokens.unexpected(name, "A loop names its item with a dollar, such as {range $tag in lead.tags}.");
        }
        return name.text();
    }

    private static String shown(Piece piece) {
        return Blocks.shown("{", piece.content(), "}");
    }
}
