package io.postrider.mailing;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.http.Page;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs of mailings by HTTP, without their figures. */
public final class RunApi implements Api {
    private final MailingStore mailings;
    private final RunStore runs;
    private final MailingActions actions;

    public RunApi(MailingStore mailings, RunStore runs, MailingActions actions) {
        this.mailings = mailings;
        this.runs = runs;
        this.actions = actions;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("listMailingRuns", this::ofMailing, "stopRun", this::stop);
    }

    private Future<Answer> ofMailing(Call call) {
        boolean withTests = call.flag("tests");
        return mailings.get(call.account(), call.id("id"))
                .compose(mailing -> Page.of(
                        call.paging(),
                        (after, limit) -> runs.ofMailing(
                                call.account(), mailing.id(), after == 0 ? Long.MAX_VALUE : after, withTests, limit),
                        Run::id,
                        RunApi::json));
    }

    private Future<Answer> stop(Call call) {
        return actions.stopRun(call.account(), call.id("id"), call.caller().login())
                .map(run -> Answer.of(json(run)));
    }

    /** A run as the API shows it. */
    public static JsonObject json(Run run) {
        return new JsonObject()
                .put("id", text(run.id()))
                .put("mailingId", reference(run.mailingId()))
                .put("kind", run.kind())
                .put("rehearsal", run.rehearsal())
                .put("state", run.state().word())
                .put("stopped", run.stopped())
                .put("channel", run.channel())
                .put("resourceId", reference(run.resourceId()))
                .put("databaseId", reference(run.databaseId()))
                .put("templateId", reference(run.templateId()))
                .put("templateVersion", run.templateVersion())
                .put("senderId", reference(run.senderId()))
                .put("callerId", run.callerId())
                .put("recipientsLimit", run.recipientsLimit())
                .put("testPhones", new JsonArray(run.testContacts()))
                .put("openedAt", run.openedAt().toString())
                .put("renderedAt", text(run.renderedAt()))
                .put("finishedAt", text(run.finishedAt()))
                .put("restedAt", text(run.restedAt()));
    }

    /** The id of something that the run may be without. */
    public static @Nullable String reference(long id) {
        return id == 0 ? null : Long.toString(id);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
