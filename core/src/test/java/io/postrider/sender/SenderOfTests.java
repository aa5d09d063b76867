package io.postrider.sender;

import io.postrider.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes senders for tests: usual ones over SMPP but for what is said. */
public final class SenderOfTests {
    private long id;
    private String name = "S";
    private String gateway = "smpp";
    private @Nullable Double messagesPerSecond;
    private @Nullable Double partsPerSecond;
    private Duration validity = Duration.ofDays(1);
    private CharsetPolicy charset = CharsetPolicy.AUTO;
    private int window = 1000;
    private ErrorRules errors = ErrorRules.USUAL;
    private Duty duty = Duty.ON;
    private boolean rehearsal;

    public SenderOfTests id(long number) {
        id = number;
        return this;
    }

    public SenderOfTests name(String called) {
        name = called;
        return this;
    }

    public SenderOfTests gateway(String provider) {
        gateway = provider;
        return this;
    }

    public SenderOfTests limits(@Nullable Double messages, @Nullable Double parts) {
        messagesPerSecond = messages;
        partsPerSecond = parts;
        return this;
    }

    public SenderOfTests validity(Duration time) {
        validity = time;
        return this;
    }

    public SenderOfTests charset(CharsetPolicy policy) {
        charset = policy;
        return this;
    }

    public SenderOfTests window(int messages) {
        window = messages;
        return this;
    }

    public SenderOfTests errors(ErrorRules rules) {
        errors = rules;
        return this;
    }

    public SenderOfTests duty(Duty wanted) {
        duty = wanted;
        return this;
    }

    public SenderOfTests rehearsal(boolean leadsToSimulator) {
        rehearsal = leadsToSimulator;
        return this;
    }

    public Sender make() {
        return new Sender(
                1,
                id,
                name,
                "sms",
                gateway,
                Map.of(),
                "SHOP",
                messagesPerSecond,
                partsPerSecond,
                validity,
                10,
                charset,
                window,
                errors,
                DoubtPolicy.USUAL,
                duty,
                rehearsal,
                1,
                1,
                Instant.EPOCH);
    }

    /** Writes it as a row that no lane drives; gives its number. */
    public long store(SenderStore store) {
        return TestDatabase.await(store.create(make(), Map.of())).id();
    }
}
