package io.postrider.mailing;

import io.postrider.message.NewMessage;
import io.postrider.message.SenderLeavingException;
import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.refusal.Refusal;
import io.postrider.sender.Duty;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderStore;
import io.postrider.sender.route.LoneRoutes;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tries a sender out: one real message to one phone, through the lane that mailings go through. */
public final class TestMessages {
    /** A test that arrives long after somebody looked for it only puzzles. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final SenderStore senders;
    private final LoneRoutes routes;
    private final TestMessageStore store;
    private final Function<String, Optional<Channel>> channels;
    private final Function<String, Optional<String>> phones;
    private final Ids ids;
    private final HintQueue queue;
    private final Clock clock;

    /** @param phones a phone as typed → the phone in E.164 without the plus sign */
    public TestMessages(
            Vertx vertx,
            SenderStore senders,
            LoneRoutes routes,
            TestMessageStore store,
            Function<String, Optional<Channel>> channels,
            Function<String, Optional<String>> phones,
            Ids ids,
            HintQueue queue,
            Clock clock) {
        this.vertx = vertx;
        this.senders = senders;
        this.routes = routes;
        this.store = store;
        this.channels = channels;
        this.phones = phones;
        this.ids = ids;
        this.queue = queue;
        this.clock = clock;
    }

    /** A message that waits in front of its sender. */
    record Sent(long messageId, long runId, String contact, int parts) {}

    /** Sends for somebody, or says no with a reason of {@link TestMessageReason}. */
    Future<Sent> send(long account, long senderId, String to, String text, String by) {
        if (text.isBlank()) {
            throw Refusal.ofField(TestMessageReason.EMPTY, "/text", Map.of());
        }
        return senders.get(account, senderId).compose(sender -> {
            refuseUnready(sender, sender.callerId());
            return send(sender, null, contact(to), text, by);
        });
    }

    /** Sends by the rules of a virtual sender, as to somebody whose resource has no caller ID. */
    Future<Sent> sendByRules(long account, long virtualId, String to, String text, String by) {
        if (text.isBlank()) {
            throw Refusal.ofField(TestMessageReason.EMPTY, "/text", Map.of());
        }
        String contact = contact(to);
        return routes.choose(account, virtualId, contact)
                .compose(way -> senders.get(account, way.senderId()).compose(sender -> {
                    refuseUnready(sender, way.callerId());
                    return send(sender, way, contact, text, by);
                }));
    }

    private String contact(String to) {
        return phones.apply(to)
                .orElseThrow(() -> Refusal.ofField(TestMessageReason.PHONE_WRONG, "/to", Map.of("phone", to.strip())));
    }

    private Future<Sent> send(Sender sender, LoneRoutes.@Nullable Way way, String contact, String text, String by) {
        return vertx.executeBlocking(() -> composed(sender, text), false)
                .compose(parts -> write(sender, way, contact, parts, by));
    }

    private static void refuseUnready(Sender sender, String callerId) {
        if (sender.paused()) {
            throw Refusal.of(TestMessageReason.PAUSED);
        }
        if (sender.duty() == Duty.DRAINING) {
            throw Refusal.of(TestMessageReason.DRAINING);
        }
        if (callerId.isEmpty()) {
            throw Refusal.of(TestMessageReason.NO_CALLER_ID);
        }
    }

    /** Somebody drains the sender at this moment. */
    private static Future<Sent> refused(Throwable problem) {
        return Future.failedFuture(
                problem instanceof SenderLeavingException ? Refusal.of(TestMessageReason.DRAINING) : problem);
    }

    private Composition.Parts composed(Sender sender, String text) {
        Channel channel = channels.apply(sender.channel())
                .orElseThrow(() -> notComposable("No plugin offers the channel " + sender.channel() + "."));
        Composition composition = CharsetChannel.of(channel, sender.charset()).compose(text);
        if (composition instanceof Composition.Refused refused) {
            if (refused.code().equals(CharsetChannel.NOT_GSM)) {
                throw Refusal.ofField(
                        TestMessageReason.NOT_GSM,
                        "/text",
                        Map.of("characters", CharsetChannel.foreign(channel, text)));
            }
            throw notComposable(refused.sentence());
        }
        Composition.Parts fitting = (Composition.Parts) composition;
        int parts = fitting.parts().size();
        if (parts > sender.maxParts()) {
            throw Refusal.ofField(
                    TestMessageReason.TOO_LONG,
                    "/text",
                    Map.of("parts", Integer.toString(parts), "most", Integer.toString(sender.maxParts())));
        }
        return fitting;
    }

    private static Refusal notComposable(String sentence) {
        return Refusal.ofField(TestMessageReason.NOT_COMPOSABLE, "/text", Map.of("sentence", sentence));
    }

    private Future<Sent> write(
            Sender sender, LoneRoutes.@Nullable Way way, String contact, Composition.Parts composed, String by) {
        Instant now = clock.instant();
        NewMessage.Route route =
                way == null ? null : new NewMessage.Route(way.choice().number(), way.callerId());
        return ids.reserve(Ids.Series.MESSAGE, 1)
                .compose(id -> {
                    NewMessage message = new NewMessage(
                            id,
                            Long.parseLong(contact),
                            0,
                            0,
                            0,
                            0,
                            sender.id(),
                            contact,
                            composed.parts(),
                            composed.encoding(),
                            List.of(),
                            route);
                    return store.write(sender, way == null ? null : way.plan(), message, by, now, now.plus(PATIENCE))
                            .map(run ->
                                    new Sent(id, run, contact, composed.parts().size()))
                            .recover(TestMessages::refused);
                })
                .onSuccess(sent -> queue.hint(Topic.MESSAGES_READY, sender.id()));
    }
}
