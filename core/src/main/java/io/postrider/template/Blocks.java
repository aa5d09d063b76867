package io.postrider.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Puts nodes into one another as tags open and close. */
final class Blocks {
    private static final int LONGEST_SHOWN = 40;
    private final Problems problems;
    private final Deque<Block> open = new ArrayDeque<>();
    private int depth;
    private int slots;

    /** What a block is. */
    enum Kind {
        ROOT,
        CHOICE,
        LOOP,
        WITH
    }

    /** A block whose end has not come. */
    private static final class Block {
        private final Kind kind;
        private final String opener;
        private final String closer;
        private final int offset;
        private final Scope scope;
        private final List<Expression> conditions = new ArrayList<>();
        private final List<List<Node>> bodies = new ArrayList<>();
        private boolean otherwise;

        Block(Kind kind, String opener, String closer, int offset, Scope scope, Expression subject) {
            this.kind = kind;
            this.opener = opener;
            this.closer = closer;
            this.offset = offset;
            this.scope = scope;
            conditions.add(subject);
            bodies.add(new ArrayList<>());
        }

        List<Node> nodes() {
            return bodies.get(bodies.size() - 1);
        }
    }

    Blocks(Problems problems) {
        this.problems = problems;
        open.push(new Block(Kind.ROOT, "", "", 0, Scope.outermost(), new Expression.Literal(true)));
    }

    private Block top() {
        return open.element();
    }

    Scope scope() {
        return top().otherwise && top().kind != Kind.CHOICE
                ? top().scope.outer().orElse(top().scope)
                : top().scope;
    }

    /** Slots that loops need at once. */
    int slots() {
        return slots;
    }

    void add(Node node) {
        top().nodes().add(node);
    }

    /** @param opener the tag that opens it, as problems name it; {@code closer} the tag that closes it */
    void open(Kind kind, String opener, String closer, int offset, Scope scope, Expression subject) {
        open.push(new Block(kind, opener, closer, offset, scope, subject));
        slots = Math.max(slots, scope.size());
        deeper(offset);
    }

    private void deeper(int offset) {
        if (++depth == Limits.DEPTH + 1) {
            problems.error(offset, "template-too-deep", "More than " + Limits.DEPTH + " blocks stand in one another.");
        }
    }

    /** @param style {@code {end}} or the start of a closing tag of Handlebars: only tags of one style belong together */
    void orElseIf(String tag, String style, int offset, Expression condition) throws WrongTag {
        nextBody(tag, style, offset);
        if (top().kind != Kind.CHOICE) {
            throw new WrongTag(offset, "template-unexpected", tag + " belongs into a block that begins with if.");
        }
        top().conditions.add(condition);
        deeper(offset);
    }

    void orElse(String tag, String style, int offset) throws WrongTag {
        nextBody(tag, style, offset);
        top().otherwise = true;
    }

    private void nextBody(String tag, String style, int offset) throws WrongTag {
        Block block = top();
        if (block.kind == Kind.ROOT || !block.closer.startsWith(style)) {
            throw new WrongTag(
                    offset, "template-no-block", tag + " stands outside of a block that it could belong to.");
        }
        if (block.otherwise) {
            throw new WrongTag(
                    offset,
                    "template-second-else",
                    "The block " + block.opener + " has an else already. End it first.");
        }
        block.bodies.add(new ArrayList<>());
    }

    /** Ends the innermost block; {@code closer} as given when it was opened. */
    void close(String closer, int offset) throws WrongTag {
        Block block = top();
        if (block.kind == Kind.ROOT) {
            throw new WrongTag(offset, "template-no-block", closer + " ends a block, but none is open here.");
        }
        if (!block.closer.equals(closer)) {
            throw new WrongTag(
                    offset,
                    "template-wrong-end",
                    "The block " + block.opener + " ends with " + block.closer + ", not with " + closer + ".");
        }
        pop();
    }

    private void pop() {
        Block block = open.pop();
        depth -= block.conditions.size();
        add(node(block));
    }

    private static Node node(Block block) {
        List<Node> body = block.bodies.get(0);
        List<Node> otherwise = block.otherwise ? block.nodes() : List.of();
        Expression subject = block.conditions.get(0);
        return switch (block.kind) {
            case LOOP -> new Node.Loop(subject, block.scope.first(), body, otherwise);
            case WITH -> new Node.With(subject, block.scope.first(), body, otherwise);
            default -> {
                for (int i = block.conditions.size() - 1; i > 0; i--) {
                    otherwise = List.of(new Node.Choice(block.conditions.get(i), block.bodies.get(i), otherwise));
                }
                yield new Node.Choice(subject, body, otherwise);
            }
        };
    }

    /** A tag as problems name it, cut when it is long. */
    static String shown(String open, String content, String close) {
        String plain = content.strip();
        return open + (plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain) + close;
    }

    /** The finished template; blocks that are still open are problems. */
    List<Node> finish() {
        while (open.size() > 1) {
            problems.error(
                    top().offset,
                    "template-block-not-closed",
                    "The block " + top().opener + " is not closed. Write " + top().closer + " where it ends.");
            pop();
        }
        return open.element().nodes();
    }
}
