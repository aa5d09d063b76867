package io.postrider.simulator.behaviour;

import io.postrider.simulator.people.MessageEnd;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;

/**
 * How the simulated operator and its subscribers behave. What happens to a phone depends on the seed, the phone and how often
 * it was written to, so a run repeats exactly, whatever the timing was.
 *
 * @param seed of everything that looks like chance
 * @param latency between a submit_sm and its response
 * @param receiptDelay between the response and the receipt
 * @param outcomes how accepted messages end
 * @param refused share of phones whose messages are not accepted at all, in percent
 * @param refusedStatus the command_status they are refused with
 * @param rules what is special for some messages
 * @param faults what goes wrong
 * @param dialect how the operator speaks
 * @param reading what people do with links
 * @param autoReplies what people write back
 */
public record Behaviour(
        long seed,
        Delay latency,
        Delay receiptDelay,
        Outcomes outcomes,
        double refused,
        int refusedStatus,
        List<Rule> rules,
        Faults faults,
        Dialect dialect,
        Reading reading,
        List<AutoReply> autoReplies) {
    private static final Set<String> MERGED = Set.of("faults", "dialect", "reading", "refused");
    private static final JsonObject USUAL_OUTCOMES =
            new JsonObject().put("delivered", 96).put("undelivered", 3).put("expired", 1);
    private static final long USUAL_RECEIPT_DELAY = 100;

    private record Refused(double share, int status) {
        static Refused read(Fields fields) {
            return new Refused(
                    fields.percent("share", 0),
                    fields.value("status", SMPPConstant.STAT_ESME_RSUBMITFAIL, Statuses::read));
        }
    }

    /** Nearly all messages are delivered at once, and three people in ten click. */
    public static Behaviour usual() {
        return of(new JsonObject());
    }

    /**
     * Reads a document; what it leaves out is as usual.
     *
     * @throws IllegalArgumentException with one sentence that names what is wrong
     */
    public static Behaviour of(JsonObject document) {
        return Fields.whole("", document, Behaviour::read);
    }

    private static Behaviour read(Fields fields) {
        Refused refused = fields.object("refused", Refused::read);
        return new Behaviour(
                fields.whole("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                fields.value("latency", Delay.NONE, Delay::read),
                fields.value("receiptDelay", Delay.fixed(USUAL_RECEIPT_DELAY), Delay::read),
                fields.value(
                        "outcomes",
                        Fields.whole("outcomes", USUAL_OUTCOMES, Outcomes::read),
                        (place, value) -> Fields.whole(place, value, Outcomes::read)),
                refused.share(),
                refused.status(),
                fields.list("rules", Rule::read),
                fields.object("faults", Faults::read),
                fields.object("dialect", Dialect::read),
                fields.object("reading", Reading::read),
                fields.list("autoReplies", AutoReply::read));
    }

    /**
     * The same with what the changes name. Of faults, dialect, reading and refused only the named fields change; everything
     * else is replaced whole.
     *
     * @throws IllegalArgumentException with one sentence that names what is wrong
     */
    public Behaviour with(JsonObject changes) {
        JsonObject merged = document();
        for (String name : changes.fieldNames()) {
            Object change = changes.getValue(name);
            if (change == null) {
                merged.remove(name);
            } else if (MERGED.contains(name) && change instanceof JsonObject fields) {
                merged.getJsonObject(name).mergeIn(fields);
            } else {
                merged.put(name, change);
            }
        }
        return of(merged);
    }

    /** As JSON, as {@link #of} reads it. */
    public JsonObject document() {
        return new JsonObject()
                .put("seed", seed)
                .put("latency", latency.document())
                .put("receiptDelay", receiptDelay.document())
                .put("outcomes", outcomes.document())
                .put(
                        "refused",
                        new JsonObject().put("share", Delay.plain(refused)).put("status", Statuses.name(refusedStatus)))
                .put("rules", documents(rules, Rule::document))
                .put("faults", faults.document())
                .put("dialect", dialect.document())
                .put("reading", reading.document())
                .put("autoReplies", documents(autoReplies, AutoReply::document));
    }

    private static <T> JsonArray documents(List<T> all, Function<T, JsonObject> writer) {
        var array = new JsonArray();
        all.forEach(one -> array.add(writer.apply(one)));
        return array;
    }

    /** The same with other times. */
    public Behaviour withTimes(Duration newLatency, Duration newReceiptDelay) {
        return with(
                new JsonObject().put("latency", newLatency.toMillis()).put("receiptDelay", newReceiptDelay.toMillis()));
    }

    /** The same with other shares of what happens to messages, in percent. */
    public Behaviour withShares(double delivered, double undelivered, double expired) {
        return with(new JsonObject()
                .put(
                        "outcomes",
                        new JsonObject()
                                .put("delivered", delivered)
                                .put("undelivered", undelivered)
                                .put("expired", expired)));
    }

    /** The same with other people. */
    public Behaviour withSeed(long newSeed) {
        return with(new JsonObject().put("seed", newSeed));
    }

    /** The same with another share of refused phones, in percent. */
    public Behaviour withRefused(double share) {
        return with(new JsonObject().put("refused", new JsonObject().put("share", share)));
    }

    /** The same with another share of people who click, in percent. */
    public Behaviour withClick(double share) {
        return with(new JsonObject().put("reading", new JsonObject().put("clicks", share)));
    }

    /** The same with other faults, by their names as in {@link #document}. */
    public Behaviour withFaults(JsonObject changes) {
        return with(new JsonObject().put("faults", changes));
    }

    /** Whether the operator does not take messages to the phone. */
    public boolean refuses(long phone) {
        return Chance.ACCEPTANCE.happens(refused, seed, phone, 0);
    }

    /** How messages to the phone end, unless a rule knows better. */
    public MessageEnd end(long phone) {
        return outcomes.at(Chance.DELIVERY.percent(seed, phone, 0));
    }

    /** Whether the owner of the phone clicks. */
    public boolean clicks(long phone) {
        return Chance.CURIOSITY.happens(reading.clicks(), seed, phone, 0);
    }

    /** The rule for a message; null without one. */
    public @Nullable Rule rule(String phone, String from, String text, long nth) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            double roll = rule.share() >= 100 ? 0 : Chance.RULE.fractionOf(i, seed, digits(phone), nth) * 100;
            if (rule.fits(phone, from, text, roll)) {
                return rule;
            }
        }
        return null;
    }

    private static long digits(String phone) {
        return Long.parseLong(phone);
    }
}
