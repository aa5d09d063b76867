package io.postrider.sender;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configured gateway.
 *
 * @param gateway name of the gateway provider, such as {@code smpp}
 * @param settings the provider's settings that are not secret
 * @param callerId used where neither mailing nor resource says one; may be empty
 * @param messagesPerSecond speed limit in messages; null for none
 * @param partsPerSecond speed limit in parts; null for none
 * @param validity how long the operator may try
 * @param maxParts a message of more parts is not sent
 * @param charset what happens to characters that GSM 03.38 does not have
 * @param window released messages without a durable outcome at most (W of the send protocol)
 * @param connection another number whenever the gateway has to connect anew for a change
 * @param errors what it does when the operator goes wrong
 * @param doubts what it does about messages in doubt
 * @param duty whether it sends, as people want it
 * @param rehearsal it leads to the simulator, so nothing that it sends reaches a person
 */
public record Sender(
        long accountId,
        long id,
        String name,
        String channel,
        String gateway,
        Map<String, String> settings,
        String callerId,
        @Nullable Double messagesPerSecond,
        @Nullable Double partsPerSecond,
        Duration validity,
        int maxParts,
        CharsetPolicy charset,
        int window,
        ErrorRules errors,
        DoubtPolicy doubts,
        Duty duty,
        boolean rehearsal,
        int connection,
        int version,
        Instant createdAt) {

    public Sender {
        settings = Map.copyOf(settings);
    }

    /** Whether it hands nothing over until somebody says so. */
    public boolean paused() {
        return duty.isPaused();
    }

    /** The same sender with other settings of its gateway. */
    Sender led(Map<String, String> newSettings) {
        return new Sender(
                accountId,
                id,
                name,
                channel,
                gateway,
                newSettings,
                callerId,
                messagesPerSecond,
                partsPerSecond,
                validity,
                maxParts,
                charset,
                window,
                errors,
                doubts,
                duty,
                rehearsal,
                connection,
                version,
                createdAt);
    }

    /** The same sender, and its messages go to the other one when a rule gives them away. */
    Sender takenOverBy(Sender other) {
        return copy(id, errors.to(new ErrorRules.FailOver(other.id, other.name)), version);
    }

    /** Whether a gateway that was opened for the other one serves this one, too. */
    public boolean connectsLike(Sender other) {
        return connection == other.connection && gateway.equals(other.gateway);
    }

    /** The same sender under the number and version that the store gave it. */
    public Sender stored(long newId, int newVersion) {
        return copy(newId, errors, newVersion);
    }

    private Sender copy(long newId, ErrorRules newErrors, int newVersion) {
        return new Sender(
                accountId,
                newId,
                name,
                channel,
                gateway,
                settings,
                callerId,
                messagesPerSecond,
                partsPerSecond,
                validity,
                maxParts,
                charset,
                window,
                newErrors,
                doubts,
                duty,
                rehearsal,
                connection,
                newVersion,
                createdAt);
    }
}
