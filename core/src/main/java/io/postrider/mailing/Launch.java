package io.postrider.mailing;

import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens runs: everything that rendering depends on is fixed at this moment. */
public final class Launch {
    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);
    private final LaunchStore facts;
    private final MailingStore mailings;
    private final RunStore runs;
    private final Function<String, List<String>> fixedLinks;
    private final String trackingBase;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param fixedLinks finds the targets in a template's text that are the same for everybody, at most eight
     * @param trackingBase where short links lead when the resource has no tracking domain; ends with a slash
     */
    public Launch(
            LaunchStore facts,
            MailingStore mailings,
            RunStore runs,
            Function<String, List<String>> fixedLinks,
            String trackingBase,
            Clock clock,
            RandomGenerator random) {
        this.facts = facts;
        this.mailings = mailings;
        this.runs = runs;
        this.fixedLinks = fixedLinks;
        this.trackingBase = trackingBase;
        this.clock = clock;
        this.random = random;
    }

    /** Starts a mailing that is due. One that has lost what it needs goes back to being a draft. */
    public Future<Void> start(long account, long mailing) {
        return facts.facts(account, mailing).compose(now -> {
            if (now.mailing().state() != MailingState.SCHEDULED) {
                return Future.succeededFuture();
            }
            Optional<Refusal> refusal = Readiness.refusalToSend(now);
            if (refusal.isPresent()) {
                LOG.warn("mailing {} cannot start: {}", mailing, refusal.get().getMessage());
                return mailings.move(now.mailing(), MailingState.DRAFT, "", clock.instant())
                        .mapEmpty();
            }
            return open(now, Run.LIVE, List.of(), null).mapEmpty();
        });
    }

    /** Opens a run to given phones, wanted by somebody, beside whatever else the mailing does. */
    public Future<Run> test(LaunchFacts now, List<String> phones, String by) {
        return open(now, Run.TEST, phones, by).map(Optional::orElseThrow);
    }

    private Future<Optional<Run>> open(LaunchFacts now, String kind, List<String> phones, @Nullable String by) {
        String text = now.templateText();
        Run plan = plan(now, kind, phones, clock.instant());
        return runs.open(plan, now.route(), text == null ? List.of() : fixedLinks.apply(text), by);
    }

    private Run plan(LaunchFacts now, String kind, List<String> phones, Instant openedAt) {
        Mailing mailing = now.mailing();
        return new Run(
                mailing.accountId(),
                0,
                mailing.id(),
                kind,
                false,
                RunState.MEASURING,
                false,
                mailing.channel(),
                number(mailing.resourceId()),
                number(mailing.databaseId()),
                number(mailing.templateId()),
                now.templateVersion(),
                now.route() == null ? number(mailing.senderId()) : 0,
                now.callerId(),
                base(now.trackingDomain()),
                now.validity(),
                now.maxParts(),
                now.charset(),
                kind.equals(Run.LIVE) ? mailing.recipientsLimit() : null,
                mailing.messagesPerSecond(),
                random.nextLong(),
                phones,
                openedAt,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private String base(String trackingDomain) {
        return trackingDomain.isEmpty() ? trackingBase : "https://" + trackingDomain + "/";
    }

    private static long number(@Nullable Long id) {
        if (id == null) {
            throw new IllegalStateException("a mailing that is not complete was launched");
        }
        return id;
    }
}
