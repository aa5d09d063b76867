package io.postrider.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A plugin compiled and packed by a test. */
final class HomemadePlugin {
    private final Path scratch;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final List<String> extensions = new ArrayList<>();
    private final Map<String, String> descriptor = new LinkedHashMap<>(Map.of(
            "plugin.id", "homemade", "plugin.version", "1.0.0", "plugin.provider", "A test", "plugin.requires", "*"));

    HomemadePlugin(Path scratch) {
        this.scratch = scratch;
    }

    HomemadePlugin saying(String key, String value) {
        descriptor.put(key, value);
        return this;
    }

    HomemadePlugin withEntry(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    HomemadePlugin without(String name) {
        entries.remove(name);
        return this;
    }

    /** Adds a provider {@code homemade.NAME} from its source; other classes of the source come along. */
    HomemadePlugin withProvider(String name, String source) throws IOException {
        compile(name, "package homemade; import io.postrider.plugin.api.*; import java.util.*;" + source);
        extensions.add("homemade." + name);
        return this;
    }

    /** A channel of the given name with this body of its {@code compose(String text)}. */
    HomemadePlugin withChannel(String name, String body) throws IOException {
        return withProvider("MadeChannel", """
                public class MadeChannel implements Channel {
                    public String name() { return "%s"; }
                    public Composition compose(String text) { %s }
                }
                """.formatted(name, body));
    }

    Path zip(Path folder) throws IOException {
        withEntry("classes/META-INF/extensions.idx", String.join("\n", extensions));
        StringBuilder properties = new StringBuilder();
        descriptor.forEach(
                (key, value) -> properties.append(key).append('=').append(value).append('\n'));
        if (!descriptor.isEmpty()) {
            withEntry("plugin.properties", properties.toString());
        }
        Files.createDirectories(folder);
        return write(folder.resolve(descriptor.getOrDefault("plugin.id", "nameless") + ".zip"));
    }

    HomemadePlugin withoutDescriptor() {
        descriptor.clear();
        return this;
    }

    private Path write(Path zip) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return zip;
    }

    private void compile(String name, String source) throws IOException {
        Path sources = Files.createTempDirectory(scratch, "source");
        Path classes = Files.createTempDirectory(scratch, "classes");
        Path file = Files.writeString(sources.resolve(name + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failures = compiler.run(null, null, null, "-proc:none", "-d", classes.toString(), file.toString());
        if (failures != 0) {
            throw new IllegalArgumentException("The source of " + name + " does not compile");
        }
        try (Stream<Path> compiled = Files.walk(classes)) {
            for (Path made : compiled.filter(Files::isRegularFile).toList()) {
                entries.put("classes/" + classes.relativize(made), Files.readAllBytes(made));
            }
        }
    }
}
