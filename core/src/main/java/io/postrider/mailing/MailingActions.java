package io.postrider.mailing;

import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a person does with a mailing besides writing it: the quick actions, each under the name of whoever does it. Each says no
 * with a {@link Refusal}.
 */
public final class MailingActions {
    private static final int MOST_TEST_PHONES = 10;
    private static final String COPY_OF = "Copy of ";
    private static final int LONGEST_NAME = 200;
    private final MailingStore mailings;
    private final LaunchStore facts;
    private final RunStore runs;
    private final SteeringStore steering;
    private final Launch launch;
    private final Function<LaunchFacts, Future<Void>> textCheck;
    private final BiFunction<String, String, Optional<String>> phones;
    private final HintQueue queue;
    private final Clock clock;

    /**
     * @param textCheck fails with a refusal when the template of a mailing cannot be compiled
     * @param phones a phone as typed and a default country (may be empty) → the phone in E.164 without the plus sign
     */
    public MailingActions(
            MailingStore mailings,
            LaunchStore facts,
            RunStore runs,
            SteeringStore steering,
            Launch launch,
            Function<LaunchFacts, Future<Void>> textCheck,
            BiFunction<String, String, Optional<String>> phones,
            HintQueue queue,
            Clock clock) {
        this.mailings = mailings;
        this.facts = facts;
        this.runs = runs;
        this.steering = steering;
        this.launch = launch;
        this.textCheck = textCheck;
        this.phones = phones;
        this.queue = queue;
        this.clock = clock;
    }

    /** Lets a complete draft start at its time, or at once when it has none. */
    public Future<Mailing> activate(long account, long id, String by) {
        return facts.facts(account, id)
                .compose(now -> allowed(now.mailing(), MailingState.SCHEDULED, "activated")
                        .compose(mailing -> ready(now))
                        .compose(ignored -> inTime(now.mailing()))
                        .compose(ignored -> mailings.move(now.mailing(), MailingState.SCHEDULED, by, clock.instant())))
                .onSuccess(mailing -> queue.hint(Topic.MAILING_DUE, id));
    }

    /** Makes a scheduled mailing a draft again. */
    public Future<Mailing> deactivate(long account, long id, String by) {
        return mailings.get(account, id)
                .compose(mailing -> allowed(mailing, MailingState.DRAFT, "deactivated"))
                .compose(mailing -> mailings.move(mailing, MailingState.DRAFT, by, clock.instant()));
    }

    /** Holds a running mailing: what is with the operator goes on, the rest waits. */
    public Future<Mailing> pause(long account, long id, String by) {
        return steer(
                account, id, MailingState.PAUSED, "paused", mailing -> steering.pause(mailing, by, clock.instant()));
    }

    /** Lets a paused mailing go on. */
    public Future<Mailing> resume(long account, long id, String by) {
        return mailings.get(account, id)
                .compose(mailing -> mailing.state() == MailingState.PAUSED
                        ? steer(
                                account,
                                id,
                                MailingState.RUNNING,
                                "resumed",
                                paused -> steering.resume(paused, by, clock.instant()))
                        : wrongState(mailing, "resumed"));
    }

    /** Ends a mailing for good; whoever was not sent to is left out with a reason. */
    public Future<Mailing> stop(long account, long id, String by) {
        return steer(
                account, id, MailingState.STOPPED, "stopped", mailing -> steering.stop(mailing, by, clock.instant()));
    }

    /** Ends a run; that of a live one ends its mailing too. */
    public Future<Run> stopRun(long account, long id, String by) {
        return runs.get(account, id)
                .compose(run -> run.isTest()
                        ? steering.stop(run, by, clock.instant()).compose(ignored -> steered(run))
                        : stop(account, run.mailingId(), by).<Void>mapEmpty())
                .compose(ignored -> runs.get(account, id));
    }

    /** A new draft with the same content. */
    public Future<Mailing> copy(long account, long id, String by) {
        return mailings.get(account, id).compose(mailing -> {
            String name = COPY_OF + mailing.name();
            String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
            return mailings.create(mailing.copy(cut, by, clock.instant()));
        });
    }

    /** Sends what a mailing would send to one to ten phones, beside whatever else it does. */
    public Future<Run> test(long account, long id, List<String> typed, String by) {
        return facts.facts(account, id)
                .compose(now -> ready(now, Readiness.refusal(now).orElse(null)).compose(ignored -> {
                    if (!now.hasProfile()) {
                        return refused(Refusal.of(MailingReason.NO_PROFILE));
                    }
                    return launch.test(now, numbers(typed, now.defaultCountry()), by);
                }))
                .onSuccess(run -> queue.hint(Topic.MAILING_DUE, id));
    }

    /** What keeps a scheduled mailing from starting; such a one becomes a draft again. */
    public Future<Mailing> recheck(Mailing mailing) {
        if (mailing.state() != MailingState.SCHEDULED) {
            return Future.succeededFuture(mailing);
        }
        queue.hint(Topic.MAILING_DUE, mailing.id());
        return facts.facts(mailing.accountId(), mailing.id())
                .compose(now -> ready(now).compose(ignored -> inTime(mailing)).map(mailing))
                .recover(problem -> problem instanceof Refusal
                        ? mailings.move(mailing, MailingState.DRAFT, "", clock.instant())
                        : Future.failedFuture(problem));
    }

    private Future<Mailing> steer(
            long account, long id, MailingState next, String action, Function<Mailing, Future<Void>> step) {
        return mailings.get(account, id)
                .compose(mailing -> allowed(mailing, next, action))
                .compose(mailing -> step.apply(mailing).map(mailing))
                .compose(mailing -> hintRuns(mailing).compose(ignored -> mailings.get(account, id)));
    }

    private Future<Void> hintRuns(Mailing mailing) {
        return runs.ofMailing(mailing.accountId(), mailing.id(), Long.MAX_VALUE, false, 1)
                .compose(newest -> newest.isEmpty() ? Future.succeededFuture() : steered(newest.get(0)));
    }

    private Future<Void> steered(Run run) {
        queue.hint(Topic.RUN_CHANGED, run.id());
        if (!run.isRouted()) {
            queue.hint(Topic.SENDER_CHANGED, run.senderId());
            return Future.succeededFuture();
        }
        return runs.route(run)
                .onSuccess(route -> route.ifPresent(
                        plan -> plan.senders().forEach(sender -> queue.hint(Topic.SENDER_CHANGED, sender.id()))))
                .mapEmpty();
    }

    private Future<Void> ready(LaunchFacts now) {
        return ready(now, Readiness.refusalToSend(now).orElse(null));
    }

    private Future<Void> ready(LaunchFacts now, @Nullable Refusal refusal) {
        return refusal == null ? textCheck.apply(now) : Future.failedFuture(refusal);
    }

    private Future<Void> inTime(Mailing mailing) {
        Instant at = mailing.sendAt();
        return at == null || at.isAfter(clock.instant())
                ? Future.succeededFuture()
                : refused(Refusal.ofField(MailingReason.TIME_PASSED, "/sendAt", Map.of("time", at.toString())));
    }

    private static Future<Mailing> allowed(Mailing mailing, MailingState next, String action) {
        return mailing.state().mayBecome(next) ? Future.succeededFuture(mailing) : wrongState(mailing, action);
    }

    private static Future<Mailing> wrongState(Mailing mailing, String action) {
        return refused(Refusal.of(
                MailingReason.WRONG_STATE, Map.of("state", mailing.state().word(), "action", action)));
    }

    private List<String> numbers(List<String> typed, String country) {
        if (typed.isEmpty() || typed.size() > MOST_TEST_PHONES) {
            throw Refusal.ofField(
                    MailingReason.NOBODY_TO_TEST, "/phones", Map.of("most", Integer.toString(MOST_TEST_PHONES)));
        }
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            String pointer = "/phones/" + i;
            String phone = typed.get(i);
            numbers.add(phones.apply(phone, country)
                    .orElseThrow(
                            () -> Refusal.ofField(MailingReason.TEST_PHONE_WRONG, pointer, Map.of("phone", phone))));
        }
        return numbers.stream().distinct().toList();
    }

    private static <T> Future<T> refused(Refusal refusal) {
        return Future.failedFuture(refusal);
    }
}
