package io.postrider.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the conditions of the reference syntax: {@code lead._city equal "Moscow" and (lead.age greater 18 or lead.vip)}. */
final class Conditions {
    private static final Set<String> WORDS = Set.of("and", "or", "exists", "not_exists");
    private final Tokens tokens;
    private final Names names;
    private final Scope scope;
    private final Problems problems;
    private int depth;

    Conditions(Tokens tokens, Names names, Scope scope, Problems problems) {
        this.tokens = tokens;
        this.names = names;
        this.scope = scope;
        this.problems = problems;
    }

    /** A whole condition, up to the end of the tag. */
    Expression condition() throws WrongTag {
        if (tokens.peek().isEnd()) {
            throw new WrongTag(
                    tokens.peek().offset(),
                    "template-condition-missing",
                    "The condition is missing. Write it like {if lead._city equal \"Moscow\"}.");
        }
        Expression condition = or();
        tokens.expectEnd();
        return condition;
    }

    private Expression or() throws WrongTag {
        List<Expression> conditions = new ArrayList<>();
        Token first = tokens.peek();
        boolean mixed = false;
        do {
            Expression and = and();
            mixed |= and instanceof Expression.And;
            conditions.add(and);
        } while (tokens.takeIf("or"));
        if (conditions.size() == 1) {
            return conditions.get(0);
        }
        if (mixed) {
            problems.warning(
                    first.offset(),
                    "template-mixed-logic",
                    "\"and\" is decided before \"or\". Write parentheses so that nobody has to know.");
        }
        return new Expression.Or(conditions);
    }

    private Expression and() throws WrongTag {
        List<Expression> conditions = new ArrayList<>();
        do {
            conditions.add(not());
        } while (tokens.takeIf("and"));
        return conditions.size() == 1 ? conditions.get(0) : new Expression.And(conditions);
    }

    private Expression not() throws WrongTag {
        Token word = tokens.peek();
        if (!tokens.takeIf("not")) {
            return single();
        }
        deeper(word);
        Expression condition = not();
        depth--;
        return new Expression.Not(condition);
    }

    private Expression single() throws WrongTag {
        Token open = tokens.peek();
        if (tokens.takeIf("(")) {
            deeper(open);
            Expression inside = or();
            tokens.expect(")");
            depth--;
            // an Or of one keeps parentheses visible to the warning about mixed logic
            return inside instanceof Expression.And ? new Expression.Or(List.of(inside)) : inside;
        }
        Expression left = operand();
        Token word = tokens.peek();
        if (tokens.takeIf("exists")) {
            return new Expression.Exists(left);
        }
        if (tokens.takeIf("not_exists")) {
            return new Expression.Not(new Expression.Exists(left));
        }
        Optional<Operator> operator = word.isWord() ? Operator.of(word.text()) : Optional.empty();
        if (operator.isEmpty()) {
            return alone(left, open);
        }
        tokens.take();
        boolean list = operator.get() == Operator.IN || operator.get() == Operator.NOT_IN;
        return new Expression.Compare(operator.get(), left, list ? values() : operand());
    }

    /** A value without an operator asks whether there is one. */
    private Expression alone(Expression value, Token token) throws WrongTag {
        Token behind = tokens.peek();
        boolean ends = behind.isEnd() || behind.is("and") || behind.is("or") || behind.is(")");
        if (!ends) {
            throw notAnOperator(behind);
        }
        if (value instanceof Expression.Literal literal && !(literal.value() instanceof Boolean)) {
            throw Tokens.unexpected(token, "A condition compares a field with something.");
        }
        return value;
    }

    private static WrongTag notAnOperator(Token token) {
        List<String> words = new ArrayList<>(WORDS);
        for (Operator operator : Operator.values()) {
            words.add(operator.word());
        }
        Optional<String> meant = Operator.ofOther(token.text()).map(Operator::word);
        if (token.is("&&") || token.is("||")) {
            meant = Optional.of(token.is("&&") ? "and" : "or");
        }
        if (meant.isEmpty() && token.isWord()) {
            meant = Names.meant(token.text(), words);
        }
        return new WrongTag(
                token.offset(),
                "template-operator-unknown",
                token.shown() + " is not an operator."
                        + meant.map(word -> " Write " + word + ".")
                                .orElse(" Operators are equal, not_equal, contains, not_contains, in, not_in, greater,"
                                        + " greater_equal, less, less_equal, exists and not_exists."));
    }

    /** What may stand behind {@code in}: values in parentheses or brackets, or one value that is a list. */
    private Expression values() throws WrongTag {
        boolean round = tokens.takeIf("(");
        if (!round && !tokens.takeIf("[")) {
            return operand();
        }
        String close = round ? ")" : "]";
        List<Expression> values = new ArrayList<>();
        do {
            values.add(operand());
            tokens.takeIf(",");
        } while (!tokens.peek().is(close) && !tokens.peek().isEnd());
        tokens.expect(close);
        return new Expression.Several(values);
    }

    private Expression operand() throws WrongTag {
        return operand(tokens, names, scope);
    }

    /** A text, a number, true, false or a path. */
    static Expression operand(Tokens tokens, Names names, Scope scope) throws WrongTag {
        Token token = tokens.take();
        return switch (token.kind()) {
            case TEXT -> new Expression.Literal(token.text());
            case NUMBER -> new Expression.Literal(new BigDecimal(token.text()));
            case WORD ->
                token.is("true") || token.is("false")
                        ? new Expression.Literal(token.is("true"))
                        : names.path(token, scope);
            case SIGN -> throw Tokens.unexpected(token, sign(token.text()));
            case END -> throw new WrongTag(token.offset(), "template-value-missing", "A value is missing here.");
        };
    }

    private static String sign(String sign) {
        return "“”„‘’«»".contains(sign)
                ? "Write texts in straight quotes, such as \"Moscow\"."
                : "Here should be a field such as lead._city, a text in quotes or a number.";
    }

    private void deeper(Token token) throws WrongTag {
        if (++depth > Limits.DEPTH) {
            throw new WrongTag(
                    token.offset(),
                    "template-too-deep",
                    "More than " + Limits.DEPTH + " parentheses stand in one another.");
        }
    }
}
