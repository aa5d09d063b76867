package io.postrider.reply;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.http.Page;
import io.postrider.refusal.Refusal;
import io.postrider.reply.FoundReply.Answered;
import io.postrider.reply.FoundReply.Person;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people wrote back, by HTTP. */
public final class ReplyApi implements Api {
    private final ReplyStore store;

    public ReplyApi(ReplyStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("listReplies", this::list);
    }

    private Future<Answer> list(Call call) {
        ReplyKind kind = call.query("kind").flatMap(ReplyKind::of).orElse(null);
        Long sender = call.query("senderId").map(Long::valueOf).orElse(null);
        Instant from = moment(call, "from");
        Instant to = moment(call, "to");
        return Page.of(
                call.paging(),
                (after, limit) -> store.find(
                        new ReplySearch(
                                call.account(),
                                after == 0 ? Long.MAX_VALUE : after,
                                call.paging().q(),
                                kind,
                                sender,
                                from,
                                to),
                        limit),
                FoundReply::id,
                ReplyApi::json);
    }

    private static @Nullable Instant moment(Call call, String name) {
        try {
            return call.query(name)
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .orElse(null);
        } catch (DateTimeException wrong) {
            throw Refusal.ofField(ReplyReason.TIME_WRONG, "/" + name, Map.of());
        }
    }

    private static JsonObject json(FoundReply reply) {
        ReplyKind kind = reply.kind();
        Answered answers = reply.answers();
        Person person = reply.person();
        return new JsonObject()
                .put("id", Long.toString(reply.id()))
                .put("senderId", Long.toString(reply.senderId()))
                .put("sender", reply.sender())
                .put("contact", reply.contact())
                .put("callerId", reply.callerId())
                .put("text", reply.text())
                .put("at", reply.at().toString())
                .put("kind", kind == null ? "unread" : kind.word())
                .put("word", reply.word())
                .put("changed", reply.changed())
                .put("spared", reply.spared())
                .put("repeated", reply.repeated())
                .put("answers", answers == null ? null : json(answers))
                .put("person", person == null ? null : json(person));
    }

    private static JsonObject json(Answered answers) {
        return new JsonObject()
                .put("runId", Long.toString(answers.runId()))
                .put("messageId", Long.toString(answers.messageId()))
                .put("mailingId", id(answers.mailingId()))
                .put("mailing", answers.mailing())
                .put("resourceId", id(answers.resourceId()))
                .put("resource", answers.resource());
    }

    private static JsonObject json(Person person) {
        return new JsonObject()
                .put("databaseId", Long.toString(person.databaseId()))
                .put("profileId", Long.toString(person.profileId()))
                .put("name", person.name());
    }

    private static @Nullable String id(@Nullable Long number) {
        return number == null ? null : Long.toString(number);
    }
}
