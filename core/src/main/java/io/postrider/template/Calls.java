package io.postrider.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the conditions of Handlebars: {@code (and (equal lead._city "Moscow") lead.vip)}. */
final class Calls {
    private static final Set<String> LOGIC = Set.of("and", "or", "not");
    private final Tokens tokens;
    private final Names names;
    private final Scope scope;
    private int depth;

    Calls(Tokens tokens, Names names, Scope scope) {
        this.tokens = tokens;
        this.names = names;
        this.scope = scope;
    }

    /** A whole condition, up to the end of the tag. */
    Expression condition() throws WrongTag {
        Expression condition = argument(true);
        if (tokens.peek().isWord()) {
            throw Tokens.unexpected(
                    tokens.peek(), "Handlebars writes the operator first, such as (equal lead._city \"Moscow\").");
        }
        tokens.expectEnd();
        return condition;
    }

    /** @param condition whether the value is asked for yes or no, so that 0 is no */
    private Expression argument(boolean condition) throws WrongTag {
        if (tokens.peek().is("(")) {
            return call();
        }
        Expression value = HandlebarsTags.value(tokens, names, scope);
        return condition ? new Expression.Truthy(value) : value;
    }

    private Expression call() throws WrongTag {
        Token open = tokens.take();
        if (++depth > Limits.DEPTH) {
            throw new WrongTag(
                    open.offset(),
                    "template-too-deep",
                    "More than " + Limits.DEPTH + " parentheses stand in one another.");
        }
        Token name = tokens.take();
        boolean logic = LOGIC.contains(name.text());
        List<Expression> arguments = new ArrayList<>();
        Optional<Operator> operator = operator(name);
        if (!logic && operator.isEmpty() && !name.is("exists") && !name.is("not_exists")) {
            throw HandlebarsTags.notAvailable(name);
        }
        while (!tokens.peek().is(")") && !tokens.peek().isEnd()) {
            arguments.add(argument(logic));
        }
        tokens.expect(")");
        depth--;
        return logic ? logic(name, arguments) : test(name, operator, arguments);
    }

    private static Optional<Operator> operator(Token name) {
        return Operator.of(name.text()).or(() -> name.isWord() ? Operator.ofOther(name.text()) : Optional.empty());
    }

    private static Expression logic(Token name, List<Expression> arguments) throws WrongTag {
        if (arguments.isEmpty() || (name.is("not") && arguments.size() > 1)) {
            throw count(name, name.is("not") ? "one value" : "values");
        }
        if (name.is("not")) {
            return new Expression.Not(arguments.get(0));
        }
        return name.is("and") ? new Expression.And(arguments) : new Expression.Or(arguments);
    }

    private static Expression test(Token name, Optional<Operator> operator, List<Expression> arguments)
            throws WrongTag {
        if (operator.isEmpty()) {
            if (arguments.size() != 1) {
                throw count(name, "one value");
            }
            Expression exists = new Expression.Exists(arguments.get(0));
            return name.is("exists") ? exists : new Expression.Not(exists);
        }
        boolean list = operator.get() == Operator.IN || operator.get() == Operator.NOT_IN;
        if (arguments.size() < 2 || (arguments.size() > 2 && !list)) {
            throw count(name, "two values");
        }
        Expression right = arguments.size() == 2
                ? arguments.get(1)
                : new Expression.Several(arguments.subList(1, arguments.size()));
        return new Expression.Compare(operator.get(), arguments.get(0), right);
    }

    private static WrongTag count(Token name, String needed) {
        return new WrongTag(name.offset(), "template-value-missing", name.text() + " needs " + needed + ".");
    }
}
