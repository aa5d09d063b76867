package io.postrider.sender;

import io.postrider.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Senders over SMPP for tests of what is built on senders. */
public final class StoredSenders {
    private StoredSenders() {}

    /** Writes one with the usual settings, which no lane drives; gives its number. */
    public static long create(SenderStore store, String name, boolean rehearsal) {
        Sender sender = new Sender(
                1,
                0,
                name,
                "sms",
                "smpp",
                Map.of(),
                "SHOP",
                null,
                null,
                Duration.ofDays(1),
                10,
                CharsetPolicy.AUTO,
                1000,
                ErrorRules.USUAL,
                DoubtPolicy.USUAL,
                Duty.ON,
                rehearsal,
                1,
                1,
                Instant.EPOCH);
        return TestDatabase.await(store.create(sender, Map.of())).id();
    }
}
