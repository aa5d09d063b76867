package io.postrider.prototype;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The text of a message: the same template as Postrider's, in Handlebars, with a short link of each message's own. */
final class Wording {
    private static final String TEXT = "{{#if name}}Hello, {{name}}!{{else}}Hello!{{/if}}"
            + " {{#if honolulu}}A table in town is free today{{else}}A table is free today{{/if}},"
            + " have a look before it is gone: http://127.0.0.1:8081/{{code}}";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int CODE = 8;
    private static final long CODES = 218_340_105_584_896L;
    private static final long SCRAMBLE = 0x9E3779B97F4A7C15L;

    private final Template template;

    Wording() {
        try {
            template = new Handlebars().with(EscapingStrategy.NOOP).compileInline(TEXT);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    String text(long message, String name, String city) {
        try {
            return template.apply(Map.of("name", name, "honolulu", "Honolulu".equals(city), "code", code(message)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String code(long message) {
        long rest = Long.remainderUnsigned(message * SCRAMBLE, CODES);
        char[] code = new char[CODE];
        for (int i = 0; i < CODE; i++) {
            code[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(code);
    }
}
