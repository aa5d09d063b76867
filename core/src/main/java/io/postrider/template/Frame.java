package io.postrider.template;

import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** One rendering while it goes on: what it may read, what it has written, and how much it may still do. */
final class Frame extends Writer {
    private static final int USUAL_LENGTH = 256;
    private final Variables variables;
    private final Tables tables;
    private final @Nullable Object[] locals;
    private final StringBuilder out = new StringBuilder(USUAL_LENGTH);
    private long steps = Limits.STEPS;
    private int turns = Limits.TURNS;

    Frame(Variables variables, Tables tables) {
        this.variables = variables;
        this.tables = tables;
        this.locals = new @Nullable Object[tables.slots()];
    }

    Variables variables() {
        return variables;
    }

    @Nullable Object local(int slot) {
        return locals[slot];
    }

    void set(int slot, @Nullable Object value) {
        locals[slot] = value;
    }

    /** Counts work; stops a rendering that does too much. */
    void step(long cost) {
        steps -= cost;
        if (steps < 0) {
            throw new Stopped("The template does too much for one message.");
        }
    }

    /** Counts a turn of a loop. */
    void turn() {
        step(1);
        if (--turns < 0) {
            throw new Stopped("The loops of the template turn more than " + Limits.TURNS + " times.");
        }
    }

    /** What one of the names stands for that {@link Tables} has put into the Handlebars text. */
    Object named(String name) {
        return tables.named(name, this);
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        room(length);
        out.append(characters, offset, length);
    }

    @Override
    public void write(String text) {
        room(text.length());
        out.append(text);
    }

    @Override
    public Writer append(@Nullable CharSequence text) {
        if (text != null) {
            room(text.length());
            out.append(text);
        }
        return this;
    }

    private void room(int length) {
        if (out.length() + length > Limits.CHARACTERS) {
            throw new Stopped("The message is longer than " + Limits.CHARACTERS + " characters.");
        }
    }

    @Override
    public void flush() {
        // everything is in memory already
    }

    @Override
    public void close() {
        // nothing to give back
    }

    String written() {
        return out.toString();
    }
}
