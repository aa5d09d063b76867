package io.postrider.template;

/** A rendering cannot go on; {@link CompiledTemplate} turns it into a {@link RenderException} on its way out of the engine. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(String sentence) {
        super(sentence, null, false, false);
    }
}
