package io.postrider.stage.rendering;

import io.postrider.link.Shortener;
import io.postrider.mailing.Chunk;
import io.postrider.mailing.ChunkStore;
import io.postrider.mailing.Run;
import io.postrider.mailing.RunStore;
import io.postrider.message.MessageStore;
import io.postrider.message.NewMessage;
import io.postrider.message.RenderedChunk;
import io.postrider.message.SenderLeavingException;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims chunks of runs and writes their messages, each chunk in one transaction. A chunk whose worker was killed is claimed
 * again after a while and comes out the same.
 */
public final class Renderer {
    private static final Logger LOG = LoggerFactory.getLogger(Renderer.class);
    private static final Duration STALE = Duration.ofMinutes(5);
    private static final int LIVE_PRIORITY = 5;
    private static final int TEST_PRIORITY = 9;
    private final Vertx vertx;
    private final RunStore runs;
    private final ChunkStore chunks;
    private final MessageStore messages;
    private final RunContents contents;
    private final ChunkRecipients recipients;
    private final RunRoutes routes;
    private final Shortener shortener;
    private final Ids ids;
    private final HintQueue queue;
    private final Clock clock;
    private final RenderPace pace;

    /** @param pace lets rendering rest while enough messages wait in front of a sender */
    public Renderer(
            Vertx vertx,
            RunStore runs,
            ChunkStore chunks,
            MessageStore messages,
            RunContents contents,
            ChunkRecipients recipients,
            RunRoutes routes,
            Shortener shortener,
            Ids ids,
            HintQueue queue,
            Clock clock,
            RenderPace pace) {
        this.vertx = vertx;
        this.runs = runs;
        this.chunks = chunks;
        this.messages = messages;
        this.contents = contents;
        this.recipients = recipients;
        this.routes = routes;
        this.shortener = shortener;
        this.ids = ids;
        this.queue = queue;
        this.clock = clock;
        this.pace = pace;
    }

    /** Gives back the chunks that this worker was rendering when it was killed, so that nobody waits for them. */
    Future<Void> giveBack(String worker) {
        return chunks.releaseAll(worker);
    }

    /** Renders one chunk of any run; says whether there was one to render. A run that cannot be rendered stops no other. */
    Future<Boolean> renderOne(String worker) {
        return runs.rendering()
                .compose(open -> routes.of(open)
                        .compose(ways -> pace.ready(routed(open, ways), senders(ways))
                                .compose(ready -> first(ready.iterator(), ways, worker))));
    }

    private static List<Run> routed(List<Run> open, Map<Long, ChunkRoutes> ways) {
        return open.stream()
                .filter(run -> {
                    ChunkRoutes way = ways.get(run.id());
                    return way != null && !way.isHeld();
                })
                .toList();
    }

    private static Map<Long, Set<Long>> senders(Map<Long, ChunkRoutes> ways) {
        return ways.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().waitsFor()));
    }

    /** Whether there was something to render for which its sender was not ready. */
    boolean waitsForSenders() {
        return pace.holdsBack();
    }

    private Future<Boolean> first(Iterator<Run> open, Map<Long, ChunkRoutes> ways, String worker) {
        if (!open.hasNext()) {
            return Future.succeededFuture(false);
        }
        Run run = open.next();
        OptionalLong begun = pace.begin(run);
        if (begun.isEmpty()) {
            return first(open, ways, worker);
        }
        Instant now = clock.instant();
        ChunkRoutes way = Objects.requireNonNull(ways.get(run.id()));
        return chunks.claim(run, worker, run.recipientsLimit() != null, now, now.minus(STALE))
                .compose(chunk -> chunk.isEmpty()
                        ? Future.succeededFuture(false)
                        : render(run, way, chunk.get(), worker).map(true))
                .onComplete(done -> pace.end(begun.getAsLong(), done.succeeded() && done.result()))
                .recover(problem -> {
                    said(run, problem);
                    return Future.succeededFuture(false);
                })
                .compose(rendered -> rendered ? Future.succeededFuture(true) : first(open, ways, worker));
    }

    private static void said(Run run, Throwable problem) {
        if (problem instanceof SenderLeavingException) {
            LOG.info("a chunk of run {} waits: {}", run.id(), problem.getMessage());
        } else {
            LOG.error("a chunk of run {} could not be rendered and will be tried again", run.id(), problem);
        }
    }

    private Future<Void> render(Run run, ChunkRoutes ways, Chunk chunk, String worker) {
        return write(run, ways, chunk, worker)
                .onFailure(problem -> chunks.release(chunk, worker).onFailure(Renderer::ignored))
                .onSuccess(written -> {
                    ways.waitsFor().forEach(sender -> queue.hint(Topic.MESSAGES_READY, sender));
                    queue.hint(Topic.RUN_CHANGED, run.id());
                })
                .mapEmpty();
    }

    private Future<Boolean> write(Run run, ChunkRoutes ways, Chunk chunk, String worker) {
        return contents.of(run)
                .compose(content -> recipients
                        .of(run, chunk)
                        .compose(draft -> mayStillBeWritten(run)
                                .compose(left -> ids.reserve(
                                                Ids.Series.MESSAGE,
                                                Math.max(1, draft.recipients().size()))
                                        .compose(first -> vertx.executeBlocking(
                                                () -> {
                                                    ChunkRenderer renderer = new ChunkRenderer(
                                                            run, content, shortener, draft, first, left);
                                                    return rendered(
                                                            run,
                                                            chunk,
                                                            worker,
                                                            draft,
                                                            renderer.render(
                                                                    ways.address(draft.recipients(), chunk.no())));
                                                },
                                                false)))))
                .compose(messages::writeChunk);
    }

    private Future<Long> mayStillBeWritten(Run run) {
        Long limit = run.recipientsLimit();
        return limit == null
                ? Future.succeededFuture(Long.MAX_VALUE)
                : chunks.written(run).map(written -> limit - written);
    }

    private RenderedChunk rendered(Run run, Chunk chunk, String worker, Draft draft, List<NewMessage> rendered) {
        Instant now = clock.instant();
        return new RenderedChunk(
                run.accountId(),
                run.id(),
                chunk.no(),
                worker,
                run.channel(),
                run.templateVersion(),
                run.callerId(),
                run.isTest() ? TEST_PRIORITY : LIVE_PRIORITY,
                now.plus(run.validity()),
                now,
                draft.received(),
                draft.found(),
                rendered,
                draft.exclusions());
    }

    private static void ignored(Throwable problem) {
        LOG.warn("a chunk could not be given back and will be taken over when its claim is stale", problem);
    }
}
