package io.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What templates mean, construct by construct. */
final class TemplateCompilerTest {
    private static final Variables IVAN = SomeVariables.of(leads());
    private final TemplateCompiler compiler = new TemplateCompiler();

    private static Map<String, Object> leads() {
        Map<String, Object> leads = new LinkedHashMap<>();
        leads.put("_fname", "Ivan");
        leads.put("_city", "Moscow");
        leads.put("_bdate", LocalDate.of(1990, 5, 17));
        leads.put("visits", 7L);
        leads.put("zero", 0L);
        leads.put("price", new BigDecimal("12.50"));
        leads.put("share", 0.25);
        leads.put("vip", true);
        leads.put("blocked", false);
        leads.put("blank", "");
        leads.put("code", "007");
        leads.put("seen", Instant.parse("2026-03-01T10:15:00Z"));
        leads.put("tags", List.of("gold", "new"));
        leads.put("none", List.of());
        leads.put("orders", List.of(Map.of("item", "tea", "n", 2L), Map.of("item", "jam", "n", 0L)));
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("city", "Kazan");
        address.put("street", "Bauman");
        leads.put("address", address);
        leads.put("имя", "Иван");
        return leads;
    }

    private String render(String text) throws RenderException {
        Compilation compilation = compiler.compile(text);
        assertThat(compilation.firstError()).as(text).isEmpty();
        return Objects.requireNonNull(compilation.template()).render(IVAN);
    }

    @ParameterizedTest
    @MethodSource({"values", "literals", "conditions", "moreConditions", "blocks", "loops", "handlebars"})
    void aTextRendersTo(String text, String expected) throws RenderException {
        assertThat(render(text)).isEqualTo(expected);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("Hi {lead._fname}!", "Hi Ivan!"),
                arguments("{subscription.phone}", "+18085550123"),
                arguments("{subscription.email}", ""),
                arguments("{lead.missing}", ""),
                arguments("{lead._fname}{lead._city}", "IvanMoscow"),
                arguments("{ lead._fname }", "Ivan"),
                arguments("{lead._fname }", "Ivan"),
                arguments("{lead.имя}", "Иван"),
                arguments("{lead._bdate}", "1990-05-17"),
                arguments("{lead.seen}", "2026-03-01T10:15:00Z"),
                arguments("{lead.visits} {lead.price} {lead.share}", "7 12.5 0.25"),
                arguments("{lead.vip}", "true"),
                arguments("{lead.tags}", "gold, new"),
                arguments("{lead.tags.0}/{lead.tags.1}/{lead.tags.2}", "gold/new/"),
                arguments("{lead.address.city}", "Kazan"),
                arguments("{lead.address.house.number}", ""),
                arguments("{lead.orders.0.item}", "tea"),
                arguments("{{lead._fname}} {{{lead._fname}}} {{&lead._fname}}", "Ivan Ivan Ivan"));
    }

    static Stream<Arguments> literals() {
        return Stream.of(
                arguments("", ""),
                arguments("no tags at all", "no tags at all"),
                arguments("  spaces \n and\r\n breaks\t", "  spaces \n and\r\n breaks\t"),
                arguments("a { b } c {} {1} {\"x\": 2}", "a { b } c {} {1} {\"x\": 2}"),
                arguments("} }} }}}", "} }} }}}"),
                arguments("{% if %} {# x #} {$5 off}", "{% if %} {# x #} {$5 off}"),
                arguments("\\{lead._fname}", "{lead._fname}"),
                arguments("\\{{lead._fname}}", "{{lead._fname}}"),
                arguments("\\\\{lead._fname}", "\\Ivan"),
                arguments("\\\\\\{lead._fname}", "\\{lead._fname}"),
                arguments("C:\\temp\\\\x", "C:\\temp\\\\x"),
                arguments("{{lead._fname}}}", "Ivan}"),
                arguments("{ {lead._fname} }", "{ Ivan }"),
                arguments("<b>&amp;'\"`=</b>", "<b>&amp;'\"`=</b>"),
                arguments("a{{! a note }}b{{!-- {{lead._fname}} --}}c", "abc"),
                arguments("emoji 😀 and {lead._fname}", "emoji 😀 and Ivan"));
    }

    static Stream<Arguments> conditions() {
        return decided(
                arguments("lead._city equal \"Moscow\"", true),
                arguments("lead._city equal 'Moscow'", true),
                arguments("lead._city equal \"moscow\"", false),
                arguments("lead._city not_equal \"Moscow\"", false),
                arguments("lead.missing equal \"\"", true),
                arguments("lead.missing not_equal \"x\"", true),
                arguments("lead.visits equal 7.0", true),
                arguments("lead.visits equal \"7\"", true),
                arguments("lead.code equal \"7\"", false),
                arguments("lead.code equal 7", true),
                arguments("lead.price equal 12.5", true),
                arguments("lead.vip equal true", true),
                arguments("lead.blocked equal false", true),
                arguments("lead._city contains \"osc\"", true),
                arguments("lead._city contains \"OSC\"", false),
                arguments("lead._city contains \"\"", false),
                arguments("lead.missing contains \"a\"", false),
                arguments("lead._city not_contains \"x\"", true),
                arguments("lead.tags contains \"gold\"", true),
                arguments("lead.tags contains \"gol\"", false),
                arguments("lead._city in (\"Kazan\", \"Moscow\")", true),
                arguments("lead._city in (\"Kazan\" \"Omsk\")", false),
                arguments("lead._city in [\"Moscow\"]", true),
                arguments("lead._city not_in (\"Kazan\", \"Omsk\")", true),
                arguments("\"gold\" in lead.tags", true),
                arguments("lead.tags in (\"gold\", \"silver\")", true),
                arguments("lead.tags not_in (\"gold\")", false),
                arguments("lead.visits in (1, 7)", true),
                arguments("lead.visits greater 6.5", true),
                arguments("lead.visits greater 7", false));
    }

    static Stream<Arguments> moreConditions() {
        return decided(
                arguments("lead.visits greater_equal 7", true),
                arguments("lead.visits less \"10\"", true),
                arguments("lead.visits less_equal -1", false),
                arguments("lead.missing less 5", false),
                arguments("lead._city greater 5", false),
                arguments("lead._bdate less \"2000-01-01\"", true),
                arguments("lead._city exists", true),
                arguments("lead.blank exists", false),
                arguments("lead.blocked exists", true),
                arguments("lead.none not_exists", true),
                arguments("lead.missing not_exists", true),
                arguments("lead._city", true),
                arguments("lead.missing", false),
                arguments("lead.blank", false),
                arguments("lead.vip", true),
                arguments("lead.blocked", false),
                arguments("lead.zero", true),
                arguments("not lead.vip", false),
                arguments("not not lead.vip", true),
                arguments("lead.vip and lead.blocked", false),
                arguments("lead.vip or lead.blocked", true),
                arguments("lead.blocked and lead.blocked or lead.vip", true),
                arguments("lead.blocked and (lead.blocked or lead.vip)", false),
                arguments("lead.vip and lead.vip and lead._city equal \"Moscow\" and lead.tags", true),
                arguments("lead.vip and (lead._city and (lead.tags and lead.zero))", true),
                arguments("not (lead.vip and lead.blocked)", true),
                arguments("((lead._city equal \"Moscow\"))", true),
                arguments("lead._fname equal \"I\\\"v\" or lead._fname equal 'I\\'v'", false),
                arguments("lead._fname not_equal \"}{\"", true),
                arguments("lead._fname equal lead._fname", true),
                arguments("\n lead.vip\n and\tlead._city ", true));
    }

    private static Stream<Arguments> decided(Arguments... conditions) {
        return Stream.of(conditions)
                .map(arguments -> arguments(
                        "{if " + arguments.get()[0] + "}yes{else}no{end}",
                        (boolean) arguments.get()[1] ? "yes" : "no"));
    }

    static Stream<Arguments> blocks() {
        String tutorial =
                "{if lead._city equal \"Moscow\"} We invite you in Moscow on June 30!{else}We invite you in your city!{end}";
        return Stream.of(
                arguments(tutorial, " We invite you in Moscow on June 30!"),
                arguments(tutorial.replace("_city", "missing"), "We invite you in your city!"),
                arguments("{if lead.vip}\na\n{else}\nb\n{end}\n", "\na\n\n"),
                arguments("{if lead.missing}a{end}", ""),
                arguments("{if lead.missing}a{elseif lead.vip}b{else}c{end}", "b"),
                arguments("{if lead.missing}a{else if lead.vip}b{else}c{end}", "b"),
                arguments("{if lead.missing}a{elseif lead.blocked}b{elseif lead.none}c{else}d{end}", "d"),
                arguments("{if lead.vip}1{if lead.blocked}2{else}3{if lead._city}4{end}{end}5{end}6", "13456"),
                arguments("{if lead.vip}{end}", ""),
                arguments("{if lead.vip}{lead._fname}: {end}x", "Ivan: x"));
    }

    static Stream<Arguments> loops() {
        return Stream.of(
                arguments("{range $tag in lead.tags}<{$tag}>{end}", "<gold><new>"),
                arguments("{range $i, $tag in lead.tags}{$i}{$tag} {end}", "0gold 1new "),
                arguments("{range $k, $v in lead.address}{$k}={$v};{end}", "city=Kazan;street=Bauman;"),
                arguments("{range $o in lead.orders}{$o.item}{if $o.n greater 1}!{end} {end}", "tea! jam "),
                arguments(
                        "{range $o in lead.orders}{range $t in lead.tags}{$o.item}-{$t} {end}{end}",
                        "tea-gold tea-new jam-gold jam-new "),
                arguments("{range $t in lead.none}x{else}empty{end}", "empty"),
                arguments("{range $t in lead.missing}x{end}", ""),
                arguments("{range $t in lead._city}{$t}{end}", "Moscow"));
    }

    static Stream<Arguments> handlebars() {
        return Stream.of(
                arguments("{{#if lead.vip}}a{{else}}b{{/if}}", "a"),
                arguments("{{#if lead.zero}}a{{else}}b{{/if}}", "b"),
                arguments("{{#if lead.missing}}a{{else if lead.vip}}b{{else}}c{{/if}}", "b"),
                arguments("{{#unless lead.vip}}a{{else}}b{{/unless}}", "b"),
                arguments("{{#if (equal lead._city \"Moscow\")}}a{{/if}}", "a"),
                arguments("{{#if (eq lead.visits 7)}}a{{/if}}", "a"),
                arguments("{{#if (and lead.vip (not lead.blocked) (greater lead.visits 3))}}a{{/if}}", "a"),
                arguments("{{#if (or lead.zero (exists lead.missing))}}a{{else}}b{{/if}}", "b"),
                arguments("{{#if (in lead._city \"Omsk\" \"Moscow\")}}a{{/if}}", "a"),
                arguments(
                        "{{#each lead.tags}}{{@index}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}", "0gold, 1new"),
                arguments("{{#each lead.tags as |tag i|}}{{i}}{{tag}}{{/each}}", "0gold1new"),
                arguments("{{#each lead.orders}}{{item}}{{this.n}}{{lead._fname}} {{/each}}", "tea2Ivan jam0Ivan "),
                arguments("{{#each lead.address}}{{@key}}={{this}} {{/each}}", "city=Kazan street=Bauman "),
                arguments("{{#each lead.none}}x{{else}}none{{/each}}", "none"),
                arguments(
                        "{{#each lead.orders}}{{#each lead.tags}}{{../item}}{{this}} {{/each}}{{/each}}",
                        "teagold teanew jamgold jamnew "),
                arguments("{{#with lead.address}}{{city}}, {{street}}{{/with}}", "Kazan, Bauman"),
                arguments("{{#with lead.missing as |m|}}{{m}}{{else}}-{{/with}}", "-"),
                arguments("a  {{~lead._fname~}}  b", "aIvanb"),
                arguments("{if lead.vip}{{#if lead._city}}{lead._city}{{/if}}{end}", "Moscow"),
                arguments("{\\{lead._fname}", "{{lead._fname}"));
    }
}
