package io.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the guide does what the guide says. */
final class TemplateGuideTest {
    private final TemplateCompiler compiler = new TemplateCompiler();

    private static String guide() throws IOException {
        return Files.readString(Path.of("..", "docs", "templates.md"));
    }

    private static Stream<Arguments> pairs(String first, String second) throws IOException {
        Matcher matcher = Pattern.compile(
                        "^```" + first + "\n(.*?)\n```\n```" + second + "\n(.*?)\n```$",
                        Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(guide());
        return matcher.results().map(found -> arguments(found.group(1), found.group(2)));
    }

    static Stream<Arguments> examples() throws IOException {
        return pairs("template", "prints");
    }

    static Stream<Arguments> mistakes() throws IOException {
        return pairs("mistake", "says");
    }

    private static SomeVariables person() throws IOException {
        Matcher json = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(guide());
        assertThat(json.find()).isTrue();
        JsonObject person = new JsonObject(json.group(1));
        Map<String, Object> leads = new HashMap<>(person.getJsonObject("lead").getMap());
        leads.put("_bdate", LocalDate.parse(String.valueOf(leads.get("_bdate"))));
        return new SomeVariables(leads, person.getJsonObject("subscription").getMap());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExamplePrintsWhatTheGuideSays(String template, String printed) throws IOException, RenderException {
        Compilation compilation = compiler.compile(template);
        assertThat(compilation.firstError()).isEmpty();
        assertThat(Objects.requireNonNull(compilation.template()).render(person()))
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldAsTheGuideSays(String template, String sentences) {
        assertThat(compiler.compile(template).problems().stream()
                        .filter(TemplateProblem::isError)
                        .map(problem -> problem.line() + ":" + problem.column() + " " + problem.sentence())
                        .collect(Collectors.joining("\n")))
                .isEqualTo(sentences);
    }
}
