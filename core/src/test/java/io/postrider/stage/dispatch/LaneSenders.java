package io.postrider.stage.dispatch;

import io.postrider.sender.CharsetPolicy;
import io.postrider.sender.Duty;
import io.postrider.sender.ErrorRules;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderOfTests;
import java.time.Duration;
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
        return new SenderOfTests()
                .id(id)
                .name("sender " + id)
                .gateway("scripted")
                .limits(messagesPerSecond == null ? null : messagesPerSecond.doubleValue(), null)
                .validity(Duration.ofHours(1))
                .charset(charset)
                .window(window)
                .errors(errors)
                .duty(duty)
                .make();
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
