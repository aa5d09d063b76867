package io.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every template. The trees below know by themselves what they should print, without the engine. */
final class TemplateLanguagePropertyTest {
    private static final Map<String, Object> FIELDS =
            Map.of("a", "x", "b", "y", "c", "x y", "n", 5L, "yes", true, "no", false);
    private final TemplateCompiler compiler = new TemplateCompiler();

    /** A piece of a template as both syntaxes write it, and what it prints. */
    private record Tree(String reference, String handlebars, String printed) {
        static Tree joined(List<Tree> trees) {
            StringBuilder reference = new StringBuilder();
            StringBuilder handlebars = new StringBuilder();
            StringBuilder printed = new StringBuilder();
            trees.forEach(tree -> {
                reference.append(tree.reference);
                handlebars.append(tree.handlebars);
                printed.append(tree.printed);
            });
            return new Tree(reference.toString(), handlebars.toString(), printed.toString());
        }
    }

    /** A condition as both syntaxes write it, and whether it holds. */
    private record Test(String reference, String handlebars, boolean holds) {}

    @Property
    void aTextWithoutBracesIsSentAsItIs(@ForAll("withoutBraces") String text) throws RenderException {
        assertThat(render(text)).isEqualTo(text);
    }

    @Property(tries = 500)
    void anyTextEitherCompilesOrHasAnError(@ForAll("tagSoup") String text) {
        Compilation compilation = compiler.compile(text);
        assertThat(compilation.template() == null)
                .isEqualTo(compilation.firstError().isPresent());
        assertThat(compilation.problems()).allMatch(problem -> problem.line() > 0 && problem.column() > 0);
    }

    @Property(tries = 500)
    void aValueAppearsAsItIs(@ForAll String value) throws RenderException {
        Compilation compilation = compiler.compile("{lead.a}{if lead.a equal lead.a}{{lead.a}}{end}");
        assertThat(Objects.requireNonNull(compilation.template()).render(SomeVariables.of(Map.of("a", value))))
                .isEqualTo(value + value);
    }

    @Property(tries = 500)
    void bothSyntaxesPrintWhatTheTreeMeans(@ForAll("trees") Tree tree) throws RenderException {
        assertThat(render(tree.reference)).isEqualTo(tree.printed);
        assertThat(render(tree.handlebars)).isEqualTo(tree.printed);
    }

    private String render(String text) throws RenderException {
        Compilation compilation = compiler.compile(text);
        assertThat(compilation.firstError()).as(text).isEmpty();
        return Objects.requireNonNull(compilation.template()).render(SomeVariables.of(FIELDS));
    }

    @Provide
    Arbitrary<String> withoutBraces() {
        return Arbitraries.strings().all().excludeChars('{', '}').ofMaxLength(300);
    }

    @Provide
    Arbitrary<String> tagSoup() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "{{",
                        "}}",
                        "if ",
                        "else",
                        "end",
                        "lead.a",
                        "lead",
                        ".",
                        "\"",
                        "'",
                        "(",
                        ")",
                        "and ",
                        "equal ",
                        "\\",
                        " ",
                        "\n",
                        "{if lead.a}",
                        "{end}",
                        "{{#each ",
                        "{{/each}}",
                        "~",
                        "!--",
                        "5",
                        "é")
                .list()
                .ofMaxSize(30)
                .map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<Tree> trees() {
        return trees(3);
    }

    private static Arbitrary<Tree> trees(int depth) {
        Arbitrary<Tree> text = Arbitraries.of(" ", "\n", "a", "Привет", "} ", "{ - ", "<&>", "\t\r\n", "end ")
                .map(plain -> new Tree(plain, plain, plain));
        Arbitrary<Tree> value = Arbitraries.of("a", "b", "c", "n", "missing")
                .map(name -> new Tree(
                        "{lead." + name + "}", "{{lead." + name + "}}", String.valueOf(FIELDS.getOrDefault(name, ""))));
        if (depth == 0) {
            return Arbitraries.oneOf(text, value);
        }
        Arbitrary<Tree> inside = trees(depth - 1).list().ofMaxSize(3).map(Tree::joined);
        Arbitrary<Tree> choice = Combinators.combine(tests(2), inside, inside)
                .as((test, then, otherwise) -> new Tree(
                        "{if " + test.reference + "}" + then.reference + "{else}" + otherwise.reference + "{end}",
                        "{{#if " + test.handlebars + "}}" + then.handlebars + "{{else}}" + otherwise.handlebars
                                + "{{/if}}",
                        test.holds ? then.printed : otherwise.printed));
        return Arbitraries.oneOf(text, value, choice)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Tree::joined);
    }

    private static Arbitrary<Test> tests(int depth) {
        Arbitrary<Test> plain = Arbitraries.of(
                new Test("lead.yes", "lead.yes", true),
                new Test("lead.no", "lead.no", false),
                new Test("lead.missing", "lead.missing", false),
                new Test("lead.a equal \"x\"", "(equal lead.a \"x\")", true),
                new Test("lead.a equal lead.b", "(equal lead.a lead.b)", false),
                new Test("lead.c contains lead.b", "(contains lead.c lead.b)", true),
                new Test("lead.n greater_equal 5", "(greater_equal lead.n 5)", true),
                new Test("lead.n in (1, 2)", "(in lead.n 1 2)", false),
                new Test("lead.missing not_exists", "(not_exists lead.missing)", true));
        if (depth == 0) {
            return plain;
        }
        Arbitrary<Test> inner = tests(depth - 1);
        return Arbitraries.oneOf(
                plain,
                inner.map(
                        test -> new Test("not (" + test.reference + ")", "(not " + test.handlebars + ")", !test.holds)),
                Combinators.combine(inner, inner)
                        .as((left, right) -> new Test(
                                "(" + left.reference + ") and (" + right.reference + ")",
                                "(and " + left.handlebars + " " + right.handlebars + ")",
                                left.holds && right.holds)),
                Combinators.combine(inner, inner)
                        .as((left, right) -> new Test(
                                "(" + left.reference + ") or (" + right.reference + ")",
                                "(or " + left.handlebars + " " + right.handlebars + ")",
                                left.holds || right.holds)));
    }
}
