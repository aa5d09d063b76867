package io.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the compiler says of texts that are wrong, or that may not be meant. */
final class TemplateMistakesTest {
    private final TemplateCompiler compiler = new TemplateCompiler();

    @ParameterizedTest
    @MethodSource({"mistakes", "mistakesInBlocks"})
    void aMistakeIsToldWhereItIs(String text, String expected) {
        Compilation compilation = compiler.compile(text);
        assertThat(compilation.template()).as(text).isNull();
        assertThat(compilation.problems().stream()
                        .map(problem -> problem.line() + ":" + problem.column() + " " + problem.code())
                        .collect(Collectors.joining(", ")))
                .as(text)
                .isEqualTo(expected);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("Hi {lead._fname", "1:4 template-tag-not-closed"),
                arguments("{lead._fname and {lead._city}", "1:1 template-tag-not-closed"),
                arguments("a\nb {name}", "2:4 template-unknown-name"),
                arguments("{led._fname}", "1:2 template-unknown-name"),
                arguments("{lead}", "1:2 template-field-missing"),
                arguments("{lead.}", "1:2 template-unexpected"),
                arguments("{lead..x}", "1:2 template-unexpected"),
                arguments("{subscription.phnoe}", "1:2 template-unknown-field"),
                arguments("{unsubscribe}", "1:2 template-not-available"),
                arguments("{lead._fname | default \"friend\"}", "1:14 template-unexpected"),
                arguments("{if lead.a}x", "1:1 template-block-not-closed"),
                arguments("x{end}", "1:2 template-no-block"),
                arguments("{else}", "1:1 template-no-block"),
                arguments("{if lead.a}x{else}y{else}z{end}", "1:20 template-second-else"),
                arguments("{if lead.a}x{else}y{elseif lead.b}z{end}", "1:20 template-second-else"),
                arguments("{range $a in lead.a}{elseif lead.b}{end}", "1:21 template-unexpected"),
                arguments("{if}x{end}", "1:4 template-condition-missing"),
                arguments("{if lead.a equals 1}x{end}", "1:12 template-operator-unknown"),
                arguments("{if lead.a == 1}x{end}", "1:12 template-operator-unknown"));
    }

    static Stream<Arguments> mistakesInBlocks() {
        return Stream.of(
                arguments("{if lead.a && lead.b}x{end}", "1:12 template-operator-unknown"),
                arguments("{if lead.a equal}x{end}", "1:17 template-value-missing"),
                arguments("{if lead.a equal \"x}y{end}", "1:18 template-quote-not-closed"),
                arguments("{if lead.a equal “x”}y{end}", "1:18 template-unexpected"),
                arguments("{if (lead.a}x{end}", "1:12 template-unexpected"),
                arguments("{if lead.a)}x{end}", "1:11 template-unexpected"),
                arguments("{if \"a\"}x{end}", "1:5 template-unexpected"),
                arguments("{if lead.a equal 1.}x{end}", "1:18 template-number-wrong"),
                arguments("{range x in lead.a}x{end}", "1:8 template-unexpected"),
                arguments("{$x}", "1:2 template-unknown-name"),
                arguments("{range $x in lead.a}{end}{$x}", "1:27 template-unknown-name"),
                arguments("{if lead.a}{{/if}}{end}", "1:12 template-wrong-end"),
                arguments("{{#if lead.a}}{end}{{/if}}", "1:15 template-wrong-end"),
                arguments("{{#if lead.a}}{else}{{/if}}", "1:15 template-no-block"),
                arguments("{{#if lead.a}}x{{/each}}", "1:1 template-block-not-closed, 1:16 template-wrong-end"),
                arguments("{{#if lead.a equal 1}}x{{/if}}", "1:14 template-unexpected"),
                arguments("{{name}}", "1:3 template-unknown-name"),
                arguments("{{../x}}", "1:3 template-unknown-name"),
                arguments(
                        "{a} {b}\n{c}",
                        "1:2 template-unknown-name, 1:6 template-unknown-name, 2:2 template-unknown-name"));
    }

    @Test
    void whiteSpaceBesideLogicIsToldButAllowed() {
        assertThat(compiler.compile("{if lead.a}\nx{else}y  {end}").problems())
                .allMatch(problem -> problem.severity() == TemplateProblem.Severity.WARNING)
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.code())
                .containsExactly("1:12 template-white-space", "2:9 template-white-space");
        assertThat(compiler.compile("{if lead.a} x{else}y{end} {lead.b}\n").problems())
                .isEmpty();
    }

    @Test
    void mixedAndWithOrIsToldUnlessThereAreParentheses() {
        assertThat(compiler.compile("{if lead.a and lead.b or lead.c}x{end}").problems())
                .extracting(TemplateProblem::code)
                .containsExactly("template-mixed-logic");
        assertThat(compiler.compile("{if (lead.a and lead.b) or lead.c}x{end}").problems())
                .isEmpty();
    }

    @Test
    void fieldsThatTheDatabaseDoesNotHaveAreToldWithTheNearestName() {
        Compilation wrong = compiler.check("{lead._fname} {lead._ctiy} {lead.class}", Set.of("_fname", "_city"));
        assertThat(wrong.problems())
                .extracting(TemplateProblem::sentence)
                .containsExactly(
                        "No profile has a field _ctiy. Did you mean lead._city?", "No profile has a field class.");
        assertThat(compiler.check("{lead._fname}", Set.of("_fname")).template()).isNotNull();
    }

    @Test
    void theFieldsThatATemplateReadsAreKnown() {
        Compilation compilation =
                compiler.compile("{lead.a}{if lead.b}{range $x in lead.c.d}{$x}{end}{end}{{#if lead.e}}{{/if}}");
        assertThat(Objects.requireNonNull(compilation.template()).leadNames())
                .containsExactlyInAnyOrder("a", "b", "c", "e");
    }
}
