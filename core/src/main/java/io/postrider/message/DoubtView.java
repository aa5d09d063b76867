package io.postrider.message;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages in doubt as the API shows them. */
final class DoubtView {
    private DoubtView() {}

    static JsonObject json(FoundDoubt doubt) {
        return new JsonObject()
                .put("id", text(doubt.id()))
                .put("runId", text(doubt.runId()))
                .put("mailingId", text(doubt.mailingId()))
                .put("mailing", doubt.mailing())
                .put("test", doubt.test())
                .put("rehearsal", doubt.rehearsal())
                .put("senderId", text(doubt.senderId()))
                .put("sender", doubt.sender())
                .put("contact", doubt.contact())
                .put("parts", doubt.parts())
                .put("state", doubt.state().word())
                .put("reason", doubt.reason())
                .put("attempt", doubt.attempt())
                .put("since", doubt.since().toString())
                .put("goodUntil", doubt.goodUntil().toString());
    }

    static JsonObject json(List<DoubtListStore.Count> counts) {
        JsonArray items = new JsonArray();
        JsonObject all = new JsonObject().put("open", 0L).put("sending", 0L).put("closed", 0L);
        for (DoubtListStore.Count count : counts) {
            String state = count.state().word();
            all.put(state, all.getLong(state) + count.count());
            items.add(new JsonObject()
                    .put("runId", text(count.runId()))
                    .put("mailingId", text(count.mailingId()))
                    .put("mailing", count.mailing())
                    .put("senderId", text(count.senderId()))
                    .put("sender", count.sender())
                    .put("state", state)
                    .put("count", count.count()));
        }
        return all.put("items", items);
    }

    static JsonObject json(DoubtDecisionStore.Done done) {
        JsonArray left = new JsonArray();
        done.left()
                .forEach(one -> left.add(new JsonObject()
                        .put("id", text(one.messageId()))
                        .put("code", one.why().code())
                        .put("detail", one.why().sentence())));
        JsonArray ids = new JsonArray();
        done.done().forEach(id -> ids.add(text(id)));
        return new JsonObject().put("done", ids).put("left", left);
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : Long.toString(number);
    }
}
