package io.postrider.simulator;

import io.postrider.simulator.behaviour.Dialect;
import io.postrider.simulator.behaviour.Fields;
import io.postrider.simulator.behaviour.Statuses;
import io.postrider.simulator.text.DefaultAlphabet;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;

/**
 * Who may bind, and what is allowed then.
 *
 * @param systemId system_id, 1 to 15 characters
 * @param password at most 8 characters, as SMPP says
 * @param maxBinds binds at the same time; 0 is no limit
 * @param throughput submits a second over all binds; 0 is no limit
 * @param window unanswered submits of a bind; 0 is no limit
 * @param deliveryWindow deliver_sm that a bind may have unanswered
 * @param sources addresses it may send from; empty allows all
 * @param alphabet what data_coding 0 means
 * @param dialect how receipts are written for it; null as for everybody
 * @param answers the command_status of refusals that operators answer in different ways
 */
public record Account(
        String systemId,
        String password,
        int maxBinds,
        double throughput,
        int window,
        int deliveryWindow,
        List<String> sources,
        DefaultAlphabet alphabet,
        @Nullable Dialect dialect,
        Answers answers) {
    /** Receipts and replies that a bind may have unanswered unless told otherwise. */
    public static final int USUAL_DELIVERY_WINDOW = 2_000;

    private static final int LONGEST_ACCOUNT = 15;
    private static final int LONGEST_PASSWORD = 8;
    private static final int MANY = 1_000_000;

    /**
     * What is answered where the field does not agree.
     *
     * @param wrongPassword ESME_RINVPASWD, or ESME_RBINDFAIL
     * @param tooManyBinds ESME_RALYBND, or ESME_RBINDFAIL
     * @param longMessage ESME_RINVMSGLEN to a sm_length beyond the PDU, or ESME_RINVCMDLEN
     * @param bothTexts ESME_RINVMSGLEN to short_message beside message_payload, or ESME_RTLVNOTALLWD
     * @param window ESME_RTHROTTLED to submits beyond the window, or ESME_RMSGQFUL
     */
    public record Answers(int wrongPassword, int tooManyBinds, int longMessage, int bothTexts, int window) {
        /** The first of each. */
        public static final Answers USUAL = new Answers(
                SMPPConstant.STAT_ESME_RINVPASWD,
                SMPPConstant.STAT_ESME_RALYBND,
                SMPPConstant.STAT_ESME_RINVMSGLEN,
                SMPPConstant.STAT_ESME_RINVMSGLEN,
                SMPPConstant.STAT_ESME_RTHROTTLED);

        static Answers read(Fields fields) {
            return new Answers(
                    fields.value("wrongPassword", USUAL.wrongPassword(), Statuses::read),
                    fields.value("tooManyBinds", USUAL.tooManyBinds(), Statuses::read),
                    fields.value("longMessage", USUAL.longMessage(), Statuses::read),
                    fields.value("bothTexts", USUAL.bothTexts(), Statuses::read),
                    fields.value("window", USUAL.window(), Statuses::read));
        }
    }

    /** Refuses what is impossible with one sentence. */
    public Account {
        if (systemId.isEmpty() || systemId.length() > LONGEST_ACCOUNT) {
            throw new IllegalArgumentException("The account must have 1 to 15 characters.");
        }
        if (password.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("The password may have at most 8 characters, as SMPP says.");
        }
        if (deliveryWindow < 1) {
            throw new IllegalArgumentException("The delivery window must be at least 1.");
        }
        sources = List.copyOf(sources);
    }

    /** An account without limits. */
    public static Account of(String systemId, String password) {
        return new Account(
                systemId,
                password,
                0,
                0,
                0,
                USUAL_DELIVERY_WINDOW,
                List.of(),
                DefaultAlphabet.GSM,
                null,
                Answers.USUAL);
    }

    /** Reads it from JSON or YAML. */
    public static Account read(Fields fields) {
        return new Account(
                fields.text("systemId", ""),
                fields.text("password", ""),
                (int) fields.whole("maxBinds", 0, 0, MANY),
                fields.number("throughput", 0, 0, MANY),
                (int) fields.whole("window", 0, 0, MANY),
                (int) fields.whole("deliveryWindow", USUAL_DELIVERY_WINDOW, 1, MANY),
                fields.value("sources", List.of(), Account::texts),
                fields.word("alphabet", DefaultAlphabet.GSM, DefaultAlphabet.values()),
                fields.optional("dialect", (place, value) -> Fields.whole(place, value, Dialect::read)),
                fields.object("answers", Answers::read));
    }

    private static List<String> texts(String place, Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof JsonArray array) {
            array.forEach(one -> texts.add(String.valueOf(one)));
            return texts;
        }
        throw new IllegalArgumentException("\"" + place + "\" must be a list of addresses.");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Account " + systemId;
    }
}
