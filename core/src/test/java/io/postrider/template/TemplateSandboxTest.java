package io.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates can neither leave their values nor wear the server out; beside each refusal stands what is allowed. */
final class TemplateSandboxTest {
    private static final Set<String> FIELDS = Set.of("_fname", "_city", "tags", "address");
    private static final Variables IVAN = SomeVariables.of(
            Map.of("_fname", "Ivan", "tags", List.of("a", "b"), "address", Map.of("city", "Kazan"), "n", 5L));
    private final TemplateCompiler compiler = new TemplateCompiler();

    private String render(String text, Variables variables) throws RenderException {
        Compilation compilation = compiler.compile(text);
        assertThat(compilation.firstError()).as(text).isEmpty();
        return Objects.requireNonNull(compilation.template()).render(variables);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{lead.class}",
                "{lead.getClass}",
                "{lead.getClass()}",
                "{lead.class.name}",
                "{lead._fname()}",
                "{lead._fname.bytes()}",
                "{lead.__proto__}",
                "{lead.constructor.constructor}",
                "{lead.hashCode}",
                "{lead.toString}",
                "{lead['class']}",
                "{subscription.class}",
                "{subscription.getClass}",
                "{env.PATH}",
                "{env \"PATH\"}",
                "{expandenv \"$PATH\"}",
                "{getHostByName \"localhost\"}",
                "{config.database.url}",
                "{database.password}",
                "{settings.secret}",
                "{system.exit}",
                "{java.lang.Runtime}",
                "{T(java.lang.Runtime).getRuntime()}",
                "{this}",
                "{this.class}",
                "{self}",
                "{root.class}",
                "{variables}",
                "{include \"/etc/passwd\"}",
                "{file \"/etc/passwd\"}",
                "{url \"http://169.254.169.254/\"}",
                "{import os}",
                "{_self.env}",
                "{v0}",
                "{$v0}",
                "${lead.class}",
                "#{lead.class}",
                "{if lead.class.name equal \"x\"}a{end}",
                "{if env.PATH}a{end}",
                "{if T(java.lang.Runtime)}a{end}",
                "{range $x in lead.class}{$x.name}{end}",
                "{range $x in lead.tags}{$x}{$x.class}{$y}{end}",
                "{{lead.class}}",
                "{{v0}}",
                "{{c0}}",
                "{{this}}",
                "{{this.class}}",
                "{{.}}",
                "{{../class}}",
                "{{@root}}",
                "{{@root.class}}",
                "{{@index}}",
                "{{> partial}}",
                "{{> (lookup . \"name\")}}",
                "{{#> layout}}x{{/layout}}",
                "{{#* inline \"x\"}}y{{/inline}}",
                "{{* decorator}}",
                "{{= <% %> =}}",
                "{{{{raw}}}}{{lead._fname}}{{{{/raw}}}}",
                "{{log lead._fname}}",
                "{{lookup lead \"class\"}}",
                "{{precompile \"x\"}}",
                "{{embedded \"x\"}}",
                "{{i18n \"x\"}}",
                "{{partial \"x\"}}",
                "{{include \"x\"}}",
                "{{#block \"x\"}}y{{/block}}",
                "{{#with this}}{{class}}{{/with}}",
                "{{#each this}}{{.}}{{/each}}",
                "{{#helperMissing}}x{{/helperMissing}}",
                "{{helperMissing}}",
                "{{#with (lookup lead \"x\")}}y{{/with}}",
                "{{#if (exec \"id\")}}y{{/if}}",
                "{{lead._fname foo=bar}}",
                "{{lead.[class]}}",
                "{{\"x\" lead}}",
            })
    void aPayloadIsRefusedWhenItIsSaved(String payload) {
        Compilation compilation = compiler.check("Hi " + payload, FIELDS);
        assertThat(compilation.template()).as(payload).isNull();
        assertThat(compilation.firstError()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include 'x' %}",
                "{%- for x in y -%}",
                "{# comment #}",
                "<%= system('id') %>",
                "<#assign x=\"freemarker.template.utility.Execute\"?new()>",
                "$lead.class",
                "#set($x=1)",
                "%s%n%x",
                "</script><script>alert(1)</script>",
                "\\{lead.class}",
                "{ }",
                "{7*7}",
                "\u0000\u0001 {\u0000}",
            })
    void whatIsNoTagIsText(String payload) throws RenderException {
        assertThat(render(payload, IVAN)).isEqualTo(payload.replace("\\{", "{"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{lead._fname}",
                "{if lead._fname equal \"Ivan\"}Ivan{end}",
                "{range $x in lead.tags}{if $x equal \"a\"}Ivan{end}{end}",
                "{{lead._fname}}",
                "{{#with lead._fname}}{{this}}{{/with}}",
                "{{#if (equal lead._fname \"Ivan\")}}Ivan{{/if}}",
                "{{#if lead.address.city}}Ivan{{/if}}",
            })
    void theAllowedTwinsRender(String text) throws RenderException {
        assertThat(compiler.check(text, FIELDS).problems()).isEmpty();
        assertThat(render(text, IVAN)).isEqualTo("Ivan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "getClass", "bytes", "length", "size", "empty", "hashCode", "name", "0x0"})
    void nothingOfJavaIsBehindAValue(String name) throws RenderException {
        String text = "[{lead._fname." + name + "}{lead.tags." + name + "}{lead.address." + name + "}{lead.n." + name
                + "}{{lead." + name + "}}{{#each lead.tags}}{{" + name + "}}{{this." + name + "}}{{/each}}]";
        Compilation compilation = compiler.compile(text);
        if (compilation.template() != null) {
            assertThat(compilation.template().render(IVAN)).isEqualTo("[]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{unsubscribe}",
                "{lead._city}",
                "{{lead._city}}",
                "{{v0}}",
                "{{{t0}}}",
                "{json.secret}",
                "%s%n",
                "\\{x",
                "\\\\",
                "{{/if}}",
                "{end}",
                "</script>",
                "&<>\"'`=",
                "{{> x}}"
            })
    void aValueIsNeverReadAsATemplate(String value) throws RenderException {
        Variables hostile = SomeVariables.of(Map.of("_fname", value, "_city", "secret", "all", List.of(value)));
        assertThat(render("{lead._fname}|{{lead._fname}}|{{#each lead.all}}{{this}}{{/each}}|{lead._fname}", hostile))
                .isEqualTo(String.join("|", Collections.nCopies(4, value)));
    }

    @ParameterizedTest
    @MethodSource("exhausting")
    @Timeout(5)
    void aTemplateThatDoesTooMuchIsStopped(String text, String sentence) {
        List<Long> many = Collections.nCopies(10_000, 1L);
        Variables large = SomeVariables.of(Map.of(
                "many",
                many,
                "text",
                "a".repeat(60_000),
                "part",
                "a".repeat(30_000) + "b",
                "address",
                Map.of("a", "b")));
        assertThatThrownBy(() -> render(text, large))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining(sentence);
    }

    static Stream<Arguments> exhausting() {
        return Stream.of(
                arguments(nested("{range $x in lead.many}", 5, "x"), "turn more than"),
                arguments(nested("{range $x in lead.many}", 2, ""), "turn more than"),
                arguments(nested("{{#each lead.many}}", 5, "x"), "turn more than"),
                arguments("{lead.text}{lead.text}", "longer than"),
                arguments("{range $x in lead.many}{lead.text}{end}", "longer than"),
                arguments("{lead.many}{lead.many}{lead.many}", "longer than"),
                arguments("{if lead.text contains lead.part}a{end}", "too much"),
                arguments("{range $x in lead.many}{if lead.many contains 2}a{end}{end}", "too much"),
                arguments("{if lead.many in lead.many and lead.x not_in lead.many}{end}".repeat(30), "too much"),
                arguments("{lead.address}", "group of several values"));
    }

    private static String nested(String open, int times, String inside) {
        String close = open.startsWith("{{") ? "{{/each}}" : "{end}";
        return open.repeat(times) + inside + close.repeat(times);
    }

    @Test
    void loopsWithinTheLimitTurnToTheirEnd() throws RenderException {
        Variables many = SomeVariables.of(Map.of("many", Collections.nCopies(99, 1L)));
        assertThat(render(nested("{range $x in lead.many}", 2, "x"), many)).hasSize(99 * 99);
    }

    @Test
    @Timeout(10)
    void nestingHasALimitAndWorksUpToIt() throws RenderException {
        String open = "{if lead._fname}";
        assertThat(render(open.repeat(100) + "x" + "{end}".repeat(100), IVAN)).isEqualTo("x");
        assertThat(compiler.compile(open.repeat(101) + "x" + "{end}".repeat(101))
                        .firstError())
                .get()
                .extracting(TemplateProblem::code)
                .isEqualTo("template-too-deep");
        assertThat(compiler.compile(open.repeat(1_000)).template()).isNull();
        assertThat(compiler.compile("{if lead.a}1" + "{elseif lead.a}2".repeat(1_000) + "{end}")
                        .template())
                .isNull();
        for (String deep : List.of("(", "not ", "(not ")) {
            assertThat(compiler.compile("{if " + deep.repeat(5_000) + "lead.a}x{end}")
                            .template())
                    .isNull();
        }
        assertThat(compiler.compile("{{#if " + "(not ".repeat(5_000) + "lead.a}}x{{/if}}")
                        .template())
                .isNull();
    }

    @Test
    @Timeout(20)
    void theLargestTemplatesCompileAndLargerOnesAreRefused() throws RenderException {
        assertThat(render("{lead._fname} ".repeat(2_000), IVAN)).hasSize(5 * 2_000);
        assertThat(compiler.compile("{lead._fname} ".repeat(2_001)).template()).isNull();
        assertThat(render("x".repeat(65_536), IVAN)).hasSize(65_536);
        assertThat(compiler.compile("x".repeat(65_537)).template()).isNull();
        assertThat(compiler.compile("{".repeat(65_536)).template()).isNull();
        assertThat(compiler.compile("{a ".repeat(20_000)).problems()).hasSizeLessThanOrEqualTo(20);
        assertThat(compiler.compile("\\".repeat(65_536)).template()).isNotNull();
        assertThat(compiler.compile("{if lead.a equal \"".repeat(3_000)).template())
                .isNull();
    }

    @Test
    void aNumberWithAHugeExponentIsNotWrittenOut() throws RenderException {
        Variables huge = SomeVariables.of(Map.of("n", new BigDecimal("1e900000000"), "m", new BigDecimal("100")));
        assertThat(render("{lead.n} {lead.m}", huge)).isEqualTo("1E+900000000 100");
        assertThat(render("{if lead.n greater 5}yes{end}", huge)).isEqualTo("yes");
    }

    @Test
    void oneTemplateServesManyThreads() {
        Compilation compilation =
                compiler.compile("{range $t in lead.tags}{if $t equal lead._fname}{$t}{else}-{end}{end}{lead._fname}");
        CompiledTemplate template = Objects.requireNonNull(compilation.template());
        assertThat(IntStream.range(0, 20_000).parallel().filter(i -> {
                    String name = "n" + i;
                    Variables variables = SomeVariables.of(Map.of("_fname", name, "tags", List.of(name, "x")));
                    try {
                        return !template.render(variables).equals(name + "-" + name);
                    } catch (RenderException wrong) {
                        return true;
                    }
                }))
                .isEmpty();
    }
}
