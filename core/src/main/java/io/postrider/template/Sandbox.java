package io.postrider.template;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Decorator;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.ValueResolver;
import com.github.jknack.handlebars.helper.DefaultHelperRegistry;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handlebars with nothing but the helpers that are needed: no partials, no files, no logging, no way to Java behind a value. Its text
 * comes from {@link Tables}; the sandbox is the second lock.
 */
final class Sandbox {
    private static final Set<String> OWN = Set.of("if", "each", "with");
    private static final ValueResolver NAMES = new ValueResolver() {
        @Override
        public @Nullable Object resolve(Object context, String name) {
            return context instanceof Frame frame ? frame.named(name) : UNRESOLVED;
        }

        @Override
        public Object resolve(Object context) {
            return UNRESOLVED;
        }

        @Override
        public Set<Map.Entry<String, Object>> propertySet(Object context) {
            return Set.of();
        }
    };
    private final Handlebars handlebars;

    Sandbox() {
        handlebars = new Handlebars(new NoFiles())
                .with(new OwnHelpers())
                .with(EscapingStrategy.NOOP)
                .infiniteLoops(false)
                .prettyPrint(false);
        handlebars.registerHelper("if", (Helper<Boolean>) Sandbox::choose);
        handlebars.registerHelper("each", (Helper<Node.Loop>) Sandbox::each);
        handlebars.registerHelper("with", (Helper<Node.With>) Sandbox::with);
    }

    Template compile(String source) {
        try {
            return handlebars.compileInline(source);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot be read", impossible);
        }
    }

    static Context context(Frame frame) {
        return Context.newBuilder(frame).resolver(NAMES).build();
    }

    private static Frame frame(Options options) {
        return (Frame) options.context.model();
    }

    /** Blocks write straight into the message instead of making texts that are copied on each level. */
    private static String write(Template template, Options options) throws IOException {
        template.apply(options.context, frame(options));
        return "";
    }

    private static Object choose(Boolean holds, Options options) throws IOException {
        return write(holds ? options.fn : options.inverse, options);
    }

    private static Object with(Node.With with, Options options) throws IOException {
        Frame frame = frame(options);
        Object value = with.value().evaluate(frame);
        if (Values.isEmpty(value)) {
            return write(options.inverse, options);
        }
        frame.set(with.slot(), value);
        return write(options.fn, options);
    }

    private static Object each(Node.Loop loop, Options options) throws IOException {
        Frame frame = frame(options);
        Object list = loop.list().evaluate(frame);
        if (Values.isEmpty(list)) {
            return write(options.inverse, options);
        }
        if (list instanceof Map<?, ?> map) {
            int index = 0;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                turn(frame, loop, entry.getValue(), index++, map.size(), entry.getKey());
                write(options.fn, options);
            }
            return "";
        }
        List<?> items = list instanceof List<?> several ? several : List.of(list);
        for (int index = 0; index < items.size(); index++) {
            turn(frame, loop, items.get(index), index, items.size(), index);
            write(options.fn, options);
        }
        return "";
    }

    private static void turn(
            Frame frame, Node.Loop loop, @Nullable Object item, int index, int size, @Nullable Object key) {
        frame.turn();
        frame.set(loop.slot(), item);
        frame.set(loop.slot() + 1, index);
        frame.set(loop.slot() + 2, key);
        frame.set(loop.slot() + 3, index == 0);
        frame.set(loop.slot() + 4, index == size - 1);
    }

    /** The default registry brings helpers that open files and write logs; here nobody finds them. */
    private static final class OwnHelpers extends DefaultHelperRegistry {
        @Override
        public <C> @Nullable Helper<C> helper(String name) {
            return OWN.contains(name) ? super.helper(name) : null;
        }

        @Override
        public @Nullable Decorator decorator(String name) {
            return null;
        }
    }

    private static final class NoFiles extends AbstractTemplateLoader {
        @Override
        public TemplateSource sourceAt(String location) throws IOException {
            throw new FileNotFoundException("Templates do not read files.");
        }
    }
}
