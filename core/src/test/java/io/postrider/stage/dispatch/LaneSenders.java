package io.postrider.stage.dispatch;

import io.postrider.sender.CharsetPolicy;
import io.postrider.sender.DoubtPolicy;
import io.postrider.sender.Duty;
import io.postrider.sender.ErrorRules;
import io.postrider.sender.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Senders of lanes under test, as the program holds them and as rows. */
final class LaneSenders {
    private LaneSenders() {}

    static Sender sender(long id, int window, @Nullable Integer messagesPerSecond, ErrorRules errors, Duty duty) {
        return sender(id, window, messagesPerSecond, CharsetPolicy.AUTO, errors, duty);
    }

    static Sender sender(
            long id,
            int window,
            @Nullable Integer messagesPerSecond,
            CharsetPolicy charset,
            ErrorRules errors,
            Duty duty) {
        return new Sender(
                1,
                id,
                "sender " + id,
                "sms",
                "scripted",
                Map.of(),
                "SHOP",
                messagesPerSecond == null ? null : messagesPerSecond.doubleValue(),
                null,
                Duration.ofHours(1),
                10,
                charset,
                window,
                errors,
                DoubtPolicy.USUAL,
                duty,
                false,
                1,
                1,
                Instant.now());
    }

    /** Writes the row of a sender of these tests' gateway. */
    static void write(LaneFixture fixture, long... senders) {
        for (long sender : senders) {
            fixture.sql(
                    "insert into sender (account_id, id, name, channel, gateway, settings, secrets, created_at)"
                            + " values (1, $1, $2, 'sms', 'scripted', '{}', '', now())",
                    sender,
                    "sender " + sender);
        }
    }

    /** Takes rows away again. */
    static void drop(LaneFixture fixture, Long... senders) {
        fixture.sql("delete from sender where id = any($1)", (Object) senders);
    }
}
