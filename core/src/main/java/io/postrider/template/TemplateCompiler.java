package io.postrider.template;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compiles templates: the reference syntax ({@code {if lead._city equal "Moscow"}…{end}}) and a part of Handlebars
 * ({@code {{#if …}}}), both to one sandboxed engine. {@code docs/templates.md} has the language. Thread-safe.
 */
public final class TemplateCompiler {
    private final Sandbox sandbox = new Sandbox();

    /** Compiles a text; says all that is wrong with it. */
    public Compilation compile(String text) {
        return compile(text, Optional.empty());
    }

    /** Compiles a text for a database whose profiles have only the fields {@code leadNames}; other fields are errors. */
    public Compilation check(String text, Set<String> leadNames) {
        return compile(text, Optional.of(leadNames));
    }

    private Compilation compile(String text, Optional<Set<String>> known) {
        Problems problems = new Problems(text);
        if (text.length() > Limits.CHARACTERS) {
            problems.error(0, "template-too-long", "A template has at most " + Limits.CHARACTERS + " characters.");
            return new Compilation(null, problems.all());
        }
        Names names = new Names();
        Blocks blocks = new Blocks(problems);
        read(text, names, blocks, problems);
        List<Node> nodes = blocks.finish();
        known.ifPresent(fields -> checkFields(names, fields, problems));
        if (problems.hasErrors()) {
            return new Compilation(null, problems.all());
        }
        Tables tables = new Tables(nodes, blocks.slots());
        return new Compilation(
                new CompiledTemplate(sandbox.compile(tables.source()), tables, names.leads()), problems.all());
    }

    private static void read(String text, Names names, Blocks blocks, Problems problems) {
        List<Piece> pieces = WhiteSpace.trimmed(Scanner.scan(text, problems));
        long tags =
                pieces.stream().filter(piece -> piece.kind() != Piece.Kind.TEXT).count();
        if (tags > Limits.TAGS) {
            problems.error(0, "template-too-long", "A template has at most " + Limits.TAGS + " tags.");
            return;
        }
        WhiteSpace.check(pieces, problems);
        ReferenceTags reference = new ReferenceTags(blocks, names, problems);
        HandlebarsTags handlebars = new HandlebarsTags(blocks, names);
        for (Piece piece : pieces) {
            switch (piece.kind()) {
                case TEXT -> blocks.add(new Node.Text(piece.content()));
                case TAG -> read(reference, piece, problems);
                case HANDLEBARS -> read(handlebars, piece, problems);
                case COMMENT -> {}
            }
        }
    }

    private static void read(ReferenceTags tags, Piece piece, Problems problems) {
        try {
            tags.read(piece);
        } catch (WrongTag wrong) {
            problems.error(wrong);
            tags.readWrong(piece);
        }
    }

    private static void read(HandlebarsTags tags, Piece piece, Problems problems) {
        try {
            tags.read(piece);
        } catch (WrongTag wrong) {
            problems.error(wrong);
            tags.readWrong(piece);
        }
    }

    private static void checkFields(Names names, Set<String> known, Problems problems) {
        names.uses().stream()
                .filter(use -> !known.contains(use.name()))
                .limit(Limits.PROBLEMS)
                .forEach(use -> problems.error(use.offset(), "template-unknown-field", unknown(use.name(), known)));
    }

    private static String unknown(String name, Set<String> known) {
        String meant = Names.meant(name, known)
                .map(near -> " Did you mean lead." + near + "?")
                .orElse("");
        return "No profile has a field " + name + "." + meant;
    }
}
