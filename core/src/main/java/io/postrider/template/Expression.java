package io.postrider.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a tag says, ready to be evaluated for one recipient. The whole language: there is no call and no Java behind a name. */
sealed interface Expression {
    /** The value; null when there is none. */
    @Nullable Object evaluate(Frame frame);

    /** A text, number or boolean that stands in the template. */
    record Literal(Object value) implements Expression {
        @Override
        public Object evaluate(Frame frame) {
            return value;
        }
    }

    /** Several values in parentheses, for {@code in}. */
    record Several(List<Expression> values) implements Expression {
        @Override
        public Object evaluate(Frame frame) {
            List<@Nullable Object> all = new ArrayList<>(values.size());
            for (Expression value : values) {
                all.add(value.evaluate(frame));
            }
            return all;
        }
    }

    /** {@code lead.name} */
    record Lead(String name) implements Expression {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            frame.step(1);
            return frame.variables().lead(name);
        }
    }

    /** {@code subscription.name} */
    record Subscription(String name) implements Expression {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            frame.step(1);
            return frame.variables().subscription(name);
        }
    }

    /** What a loop or {@code with} has put into its slot. */
    record Local(int slot) implements Expression {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            frame.step(1);
            return frame.local(slot);
        }
    }

    /** {@code value.name}: an entry of a map, or an item of a list by its number from 0. */
    record Member(Expression of, String name) implements Expression {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object value = of.evaluate(frame);
            if (value instanceof Map<?, ?> map) {
                return map.get(name);
            }
            if (value instanceof List<?> list) {
                int index = Values.index(name);
                return index >= 0 && index < list.size() ? list.get(index) : null;
            }
            return null;
        }
    }

    /** All must hold; stops at the first that does not. */
    record And(List<Expression> conditions) implements Expression {
        @Override
        public Object evaluate(Frame frame) {
            for (Expression condition : conditions) {
                if (!Values.isTrue(condition.evaluate(frame))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One must hold; stops at the first that does. */
    record Or(List<Expression> conditions) implements Expression {
        @Override
        public Object evaluate(Frame frame) {
            for (Expression condition : conditions) {
                if (Values.isTrue(condition.evaluate(frame))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The opposite. */
    record Not(Expression condition) implements Expression {
        @Override
        public Object evaluate(Frame frame) {
            return !Values.isTrue(condition.evaluate(frame));
        }
    }

    /** Two values side by side. */
    record Compare(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public Object evaluate(Frame frame) {
            return Comparison.test(operator, frame, left.evaluate(frame), right.evaluate(frame));
        }
    }

    /** Whether there is a value that is not empty. */
    record Exists(Expression value) implements Expression {
        @Override
        public Object evaluate(Frame frame) {
            return !Values.isEmpty(value.evaluate(frame));
        }
    }

    /** The condition of Handlebars' own {@code if}, for which 0 is no. */
    record Truthy(Expression value) implements Expression {
        @Override
        public Object evaluate(Frame frame) {
            Object found = value.evaluate(frame);
            return Values.isTrue(found) && !(found instanceof Number number && number.doubleValue() == 0);
        }
    }
}
