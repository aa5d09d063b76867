package io.postrider.stage.rendering;

import io.postrider.mailing.Chunk;
import io.postrider.mailing.Run;
import io.postrider.resource.Audience;
import io.postrider.resource.Recipient;
import io.postrider.resource.RecipientStore;
import io.vertx.core.Future;
import java.util.List;

/** Reads who belongs to a chunk: a range of the audience, or the phones of a test. */
public final class ChunkRecipients {
    private static final int PAGE = 1000;
    private final RecipientStore recipients;

    public ChunkRecipients(RecipientStore recipients) {
        this.recipients = recipients;
    }

    Future<Draft> of(Run run, Chunk chunk) {
        Draft draft = new Draft();
        Audience audience = new Audience(run.accountId(), run.resourceId(), run.channel(), run.databaseId());
        if (run.isTest()) {
            return recipients.forTest(audience, run.testContacts()).map(all -> {
                draft.add(all);
                return draft;
            });
        }
        return pages(audience, chunk, draft, null);
    }

    private Future<Draft> pages(
            Audience audience, Chunk chunk, Draft draft, @org.jspecify.annotations.Nullable Recipient last) {
        return recipients
                .inRange(audience, chunk.contactFrom(), chunk.contactTo(), last, PAGE)
                .compose(page -> {
                    draft.add(page);
                    return page.size() < PAGE
                            ? Future.succeededFuture(draft)
                            : pages(audience, chunk, draft, lastOf(page));
                });
    }

    private static Recipient lastOf(List<Recipient> page) {
        return page.get(page.size() - 1);
    }
}
