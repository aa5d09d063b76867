package io.postrider.stage.dispatch;

import io.postrider.message.DispatchBatch;
import io.postrider.message.Exclusion;
import io.postrider.message.ExclusionReason;
import io.postrider.message.LaneWrites.LeftOut;
import io.postrider.message.MessageState;
import io.postrider.message.MessageTrack;
import io.postrider.message.Outgoing;
import io.postrider.message.Pick;
import io.postrider.message.Picked;
import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.Submission;
import io.postrider.sender.CharsetPolicy;
import io.postrider.sender.Sender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Decides of each message that was taken from a batch whether it may touch the wire. */
final class Releaser {
    private final Backlog backlog;
    private Sender sender;

    Releaser(Backlog backlog, Sender sender) {
        this.backlog = backlog;
        this.sender = sender;
    }

    /** The sender has other limits now. */
    void obey(Sender changed) {
        sender = changed;
    }

    /**
     * Releases, and takes back whoever may not be written to any more; gives what is to be submitted.
     *
     * @param tried what is known of a message that was tried before
     */
    List<Flight> release(
            List<Pick> picks,
            List<Picked> picked,
            LongFunction<Optional<MessageTrack>> tried,
            Instant now,
            Draft draft) {
        Map<Long, Pick> wanted = picks.stream().collect(Collectors.toMap(Pick::batchId, Function.identity()));
        List<Flight> flights = new ArrayList<>();
        for (Picked one : picked) {
            Pick pick = wanted.get(one.batchId());
            if (pick == null) {
                throw new IllegalStateException("nobody asked for batch " + one.batchId());
            }
            if (one.held()) {
                backlog.held(one.batchId());
            } else {
                backlog.batch(one.batchId())
                        .ifPresent(batch -> flights.addAll(release(batch, pick, one, tried, now, draft)));
            }
        }
        return flights;
    }

    private List<Flight> release(
            DispatchBatch batch,
            Pick pick,
            Picked picked,
            LongFunction<Optional<MessageTrack>> tried,
            Instant now,
            Draft draft) {
        List<Flight> flights = new ArrayList<>();
        for (Outgoing message : picked.messages()) {
            MessageTrack track = track(batch, message, tried);
            if (mayGo(batch, picked, message, track, now, draft)) {
                Instant begun = begunAt(batch, now);
                Instant expires = begun.plus(sender.validity());
                flights.add(new Flight(batch, track, submission(batch, track, message, expires), begun, expires));
            }
        }
        int count = picked.messages().size();
        long upTo = count < pick.most()
                ? batch.lastId()
                : picked.messages().get(count - 1).id();
        backlog.released(batch, upTo, flights.size());
        draft.released.put(batch.id(), upTo);
        return flights;
    }

    private static Instant begunAt(DispatchBatch batch, Instant now) {
        return Objects.requireNonNullElse(batch.begunAt(), now);
    }

    private boolean isLate(DispatchBatch batch, Instant now) {
        return Backlog.isExpired(batch, now)
                || !now.isBefore(begunAt(batch, now).plus(sender.validity()));
    }

    private boolean mayGo(
            DispatchBatch batch, Picked picked, Outgoing message, MessageTrack track, Instant now, Draft draft) {
        Optional<ExclusionReason> unfit = whyNotByThisOne(batch, message);
        Optional<String> withheld =
                track.isAgain() ? whyWithheld(batch, picked, message, track, now) : Optional.empty();
        if (withheld.isPresent()) {
            draft.events.add(track.withheld(now, withheld.get()));
        } else if (picked.stopped()) {
            exclude(track, message, ExclusionReason.STOPPED, now, draft);
        } else if (!message.subscribed()) {
            exclude(track, message, ExclusionReason.NO_LONGER_SUBSCRIBED, now, draft);
        } else if (isLate(batch, now)) {
            draft.events.add(track.expired(now));
        } else if (unfit.isPresent()) {
            exclude(track, message, unfit.get(), now, draft);
        } else {
            return true;
        }
        return false;
    }

    /** What was rendered for another sender may be more than this one sends. */
    private Optional<ExclusionReason> whyNotByThisOne(DispatchBatch batch, Outgoing message) {
        if (batch.refusedBy().isEmpty()) {
            return Optional.empty();
        }
        if (message.parts() > sender.maxParts()) {
            return Optional.of(ExclusionReason.TOO_LONG);
        }
        boolean plain = message.encoding() == Encoding.GSM7;
        return sender.charset() == CharsetPolicy.GSM_ONLY && !plain
                ? Optional.of(ExclusionReason.NOT_GSM)
                : Optional.empty();
    }

    private static void exclude(
            MessageTrack track, Outgoing message, ExclusionReason reason, Instant now, Draft draft) {
        draft.events.add(track.excluded(now, reason));
        draft.leftOut.add(new LeftOut(
                message.accountId(),
                message.runId(),
                now,
                new Exclusion(message.subscriptionId(), message.contactKey(), message.profileId(), reason, null)));
    }

    /**
     * A message in doubt may be with its recipient already, so it can no longer be left out of its run: what speaks against
     * another try leaves it in doubt.
     */
    private Optional<String> whyWithheld(
            DispatchBatch batch, Picked picked, Outgoing message, MessageTrack track, Instant now) {
        if (track.state() != MessageState.IN_DOUBT) {
            return Optional.of("answered");
        }
        if (picked.stopped()) {
            return Optional.of(ExclusionReason.STOPPED.code());
        }
        if (!message.subscribed()) {
            return Optional.of(ExclusionReason.NO_LONGER_SUBSCRIBED.code());
        }
        return isLate(batch, now) ? Optional.of("too-late") : Optional.empty();
    }

    private static MessageTrack track(
            DispatchBatch batch, Outgoing message, LongFunction<Optional<MessageTrack>> tried) {
        Optional<MessageTrack> known = batch.attempt() > 1 ? tried.apply(message.id()) : Optional.empty();
        return known.map(track -> track.attempt(batch.attempt())).orElseGet(() -> first(batch, message));
    }

    private static MessageTrack first(DispatchBatch batch, Outgoing message) {
        return new MessageTrack(
                message.accountId(),
                message.runId(),
                message.id(),
                message.contactKey(),
                message.parts(),
                batch.attempt());
    }

    private static Submission submission(DispatchBatch batch, MessageTrack track, Outgoing message, Instant expires) {
        return new Submission(
                track.token(), batch.callerId(), message.contact(), message.texts(), message.encoding(), expires, true);
    }
}
