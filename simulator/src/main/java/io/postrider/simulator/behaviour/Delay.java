package io.postrider.simulator.behaviour;

import io.vertx.core.json.JsonObject;
import java.util.Random;

/**
 * How long something takes, in milliseconds: always the same, evenly between two bounds, or log-normal as real networks are
 * (most are quick, a few take very long).
 *
 * @param kind of the distribution
 * @param first the fixed time, the lower bound or the median
 * @param second the upper bound, or the standard deviation of the logarithm
 * @param most what a log-normal time never exceeds
 */
public record Delay(Kind kind, double first, double second, double most) {
    /** No delay. */
    public static final Delay NONE = fixed(0);

    private static final double LONGEST = 24 * 3_600_000;
    private static final double WIDEST = 5;

    /** The distribution. */
    public enum Kind {
        FIXED,
        UNIFORM,
        LOG_NORMAL
    }

    /** Always the same. */
    public static Delay fixed(double millis) {
        return new Delay(Kind.FIXED, millis, 0, millis);
    }

    /** Reads it: a number, {@code {fixed}}, {@code {from, to}} or {@code {median, sigma, most}}. */
    public static Delay read(String place, Object value) {
        if (value instanceof Number) {
            return Fields.whole(place, new JsonObject().put("fixed", value), Delay::fixed);
        }
        if (value instanceof JsonObject object && object.containsKey("median")) {
            return Fields.whole(place, value, Delay::logNormal);
        }
        if (value instanceof JsonObject object && object.containsKey("from")) {
            return Fields.whole(place, value, fields -> uniform(place, fields));
        }
        return Fields.whole(place, value, Delay::fixed);
    }

    private static Delay fixed(Fields fields) {
        return fixed(fields.number("fixed", 0, 0, LONGEST));
    }

    private static Delay uniform(String place, Fields fields) {
        double from = fields.number("from", 0, 0, LONGEST);
        double to = fields.number("to", from, 0, LONGEST);
        if (to < from) {
            throw new IllegalArgumentException("\"" + place + ".to\" must not lie below \"from\".");
        }
        return new Delay(Kind.UNIFORM, from, to, to);
    }

    private static Delay logNormal(Fields fields) {
        return new Delay(
                Kind.LOG_NORMAL,
                fields.number("median", 0, 0, LONGEST),
                fields.number("sigma", 0.5, 0, WIDEST),
                fields.number("most", 60_000, 0, LONGEST));
    }

    /** As it is read. */
    public JsonObject document() {
        return switch (kind) {
            case FIXED -> new JsonObject().put("fixed", plain(first));
            case UNIFORM -> new JsonObject().put("from", plain(first)).put("to", plain(second));
            case LOG_NORMAL ->
                new JsonObject()
                        .put("median", plain(first))
                        .put("sigma", second)
                        .put("most", plain(most));
        };
    }

    /** A number without a fraction that says nothing. */
    static Number plain(double number) {
        return number == Math.rint(number) ? (Number) (long) number : (Number) number;
    }

    /** Whether it never takes any time. */
    public boolean isNone() {
        return kind == Kind.FIXED && first == 0;
    }

    /** How long it takes this phone for the n-th time. */
    public long millis(Chance question, long seed, long phone, long nth) {
        return switch (kind) {
            case FIXED -> (long) first;
            case UNIFORM -> (long) (first + question.fraction(seed, phone, nth) * (second - first));
            case LOG_NORMAL -> {
                double normal = new Random(question.bits(seed, phone, nth)).nextGaussian();
                yield (long) Math.min(most, first * Math.exp(second * normal));
            }
        };
    }
}
