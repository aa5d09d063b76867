package io.postrider.template;

import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import java.io.IOException;
import java.util.Set;

/** A template that is ready to be rendered, by any number of threads at once. */
public final class CompiledTemplate {
    private final Template template;
    private final Tables tables;
    private final Set<String> leadNames;

    CompiledTemplate(Template template, Tables tables, Set<String> leadNames) {
        this.template = template;
        this.tables = tables;
        this.leadNames = Set.copyOf(leadNames);
    }

    /**
     * The text for one recipient. Values appear as they are and are never read as templates.
     *
     * @throws RenderException when the values make the message too long, the loops too many, or have no text
     */
    public String render(Variables variables) throws RenderException {
        Frame frame = new Frame(variables, tables);
        try {
            template.apply(Sandbox.context(frame), frame);
            return frame.written();
        } catch (Stopped stopped) {
            throw new RenderException(String.valueOf(stopped.getMessage()));
        } catch (HandlebarsException | IOException wrapped) {
            throw reason(wrapped);
        }
    }

    /** Handlebars wraps what happens inside of it. */
    private static RenderException reason(Throwable wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof Stopped) {
                return new RenderException(String.valueOf(cause.getMessage()));
            }
        }
        throw new IllegalStateException("the template engine failed", wrapped);
    }

    /** Fields of the profile that the template reads. */
    public Set<String> leadNames() {
        return leadNames;
    }
}
