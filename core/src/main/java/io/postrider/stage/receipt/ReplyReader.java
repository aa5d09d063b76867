package io.postrider.stage.receipt;

import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.reply.ReadReplyStore;
import io.postrider.reply.ReadReplyStore.Done;
import io.postrider.reply.ReplyKind;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what people write back: who says stop gets no more messages, from the next release on. A lane only stores replies, which
 * is all that the operator waits for; whatever is stored and unread is found here, also after a crash.
 */
public final class ReplyReader {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyReader.class);
    private static final int AT_ONCE = 50;
    private final ReadReplyStore store;
    private final HintQueue queue;
    private final Clock clock;

    public ReplyReader(ReadReplyStore store, HintQueue queue, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    /** Reads all that is unread. */
    public Future<Void> readAll() {
        return store.read(AT_ONCE, clock.instant()).compose(done -> {
            tell(done);
            return done.size() < AT_ONCE ? Future.succeededFuture() : readAll();
        });
    }

    private void tell(List<Done> done) {
        if (done.isEmpty()) {
            return;
        }
        long stops = done.stream()
                .filter(each -> each.reading().kind() == ReplyKind.STOP)
                .count();
        LOG.info("{} replies were read; {} of them say stop", done.size(), stops);
        done.stream()
                .filter(each -> each.changed() > 0)
                .map(Done::runId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(run -> queue.hint(Topic.RUN_CHANGED, run));
    }
}
