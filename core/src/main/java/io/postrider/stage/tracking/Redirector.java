package io.postrider.stage.tracking;

import io.postrider.link.Click;
import io.postrider.link.Place;
import io.postrider.link.RobotDetector;
import io.postrider.link.ShortCodes;
import io.postrider.link.Target;
import io.postrider.link.Targets;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds where a short link leads, and writes the click to its file before anybody is sent there. */
public final class Redirector {
    private static final Logger LOG = LoggerFactory.getLogger(Redirector.class);
    private static final Duration LEARNT = Duration.ofDays(7);
    private final ShortCodes codes;
    private final Targets targets;
    private final RobotDetector robots;
    private final ClickLog log;
    private final Clock clock;
    private final WrongCodes wrongCodes;

    /** @param mostWrongCodes that one address may try in a minute; after that it gets no answer until the minute is over */
    public Redirector(
            ShortCodes codes, Targets targets, RobotDetector robots, ClickLog log, Clock clock, int mostWrongCodes) {
        this.codes = codes;
        this.targets = targets;
        this.robots = robots;
        this.log = log;
        this.clock = clock;
        this.wrongCodes = new WrongCodes(mostWrongCodes, clock);
    }

    /** Learns the links of the last week, so that they work even if the database goes away before anybody asks for them. */
    Future<Void> learn() {
        return targets.learn(clock.instant().minus(LEARNT));
    }

    /** What to answer to a request for a code. Never fails. */
    Future<Redirect> open(String method, String code, Visitor visitor) {
        if (wrongCodes.tooMany(visitor.origin())) {
            return Future.succeededFuture(Redirect.TOO_MANY_WRONG);
        }
        Optional<Place> place = codes.place(code);
        return place.isEmpty()
                ? Future.succeededFuture(unknown(visitor))
                : targets.find(place.get())
                        .compose(target -> target.map(found -> follow(method, place.get(), found, visitor))
                                .orElseGet(() -> Future.succeededFuture(unknown(visitor))))
                        .recover(problem -> {
                            LOG.warn("a short link cannot be looked up now", problem);
                            return Future.succeededFuture(Redirect.UNAVAILABLE);
                        });
    }

    private Redirect unknown(Visitor visitor) {
        wrongCodes.another(visitor.origin());
        return Redirect.UNKNOWN;
    }

    private Future<Redirect> follow(String method, Place place, Target target, Visitor visitor) {
        String location;
        try {
            location = target.location();
        } catch (IllegalArgumentException notForBrowsers) {
            LOG.warn("run {} has a link that leads nowhere", target.runId(), notForBrowsers);
            return Future.succeededFuture(Redirect.UNKNOWN);
        }
        return log.append(click(method, place, target, visitor)).transform(written -> {
            if (written.failed()) {
                LOG.error("a click on message {} is lost", place.message(), written.cause());
            }
            return Future.succeededFuture(Redirect.to(location)); // a person must not suffer for our figures
        });
    }

    private Click click(String method, Place place, Target target, Visitor visitor) {
        return new Click(
                target.accountId(),
                target.runId(),
                place.message(),
                place.link(),
                clock.instant(),
                robots.isRobot(method, visitor.userAgent()),
                visitor.cutAddress(),
                visitor.userAgent());
    }
}
