package io.postrider.mailing;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Map;

/** Mailings by HTTP: writing them, and their quick actions. */
public final class MailingApi implements Api {
    private static final String PATH = "/api/v1/mailings/";
    private final MailingStore mailings;
    private final MailingActions actions;

    public MailingApi(MailingStore mailings, MailingActions actions) {
        this.mailings = mailings;
        this.actions = actions;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.ofEntries(
                Map.entry("createMailing", this::create),
                Map.entry("getMailing", this::get),
                Map.entry("updateMailing", this::update),
                Map.entry("deleteMailing", this::delete),
                Map.entry("activateMailing", command(actions::activate)),
                Map.entry("deactivateMailing", command(actions::deactivate)),
                Map.entry("pauseMailing", command(actions::pause)),
                Map.entry("resumeMailing", command(actions::resume)),
                Map.entry("stopMailing", command(actions::stop)),
                Map.entry("cloneMailing", this::copy),
                Map.entry("testMailing", this::test));
    }

    private Future<Answer> create(Call call) {
        return mailings.create(MailingJson.draft(
                        call.account(), call.body(), call.caller().login(), call.now()))
                .map(MailingApi::created);
    }

    private static Answer created(Mailing mailing) {
        return Answer.created(PATH + mailing.id(), MailingJson.of(mailing), mailing.version());
    }

    private Future<Answer> get(Call call) {
        return mailings.get(call.account(), call.id("id")).map(MailingApi::shown);
    }

    private static Answer shown(Mailing mailing) {
        return Answer.versioned(MailingJson.of(mailing), mailing.version());
    }

    private Future<Answer> update(Call call) {
        int version = call.version();
        return mailings.get(call.account(), call.id("id"))
                .compose(mailing -> editable(mailing, version))
                .compose(mailing -> mailings.update(
                        MailingJson.changed(mailing, call.body(), call.caller().login(), call.now())))
                .compose(actions::recheck)
                .map(MailingApi::shown);
    }

    private static Future<Mailing> editable(Mailing mailing, int version) {
        if (mailing.version() != version) {
            return Future.failedFuture(MailingReason.stale(mailing));
        }
        return mailing.state().isEditable()
                ? Future.succeededFuture(mailing)
                : Future.failedFuture(Refusal.of(
                        MailingReason.NOT_EDITABLE,
                        Map.of("state", mailing.state().word())));
    }

    private Future<Answer> delete(Call call) {
        int version = call.version();
        return mailings.get(call.account(), call.id("id"))
                .compose(mailing -> mailings.delete(mailing, version))
                .map(ignored -> Answer.nothing());
    }

    /** One of the quick actions. */
    @FunctionalInterface
    private interface Command {
        Future<Mailing> run(long account, long id, String by);
    }

    private static Operation command(Command action) {
        return call ->
                action.run(call.account(), call.id("id"), call.caller().login()).map(MailingApi::shown);
    }

    private Future<Answer> copy(Call call) {
        return actions.copy(call.account(), call.id("id"), call.caller().login())
                .map(MailingApi::created);
    }

    private Future<Answer> test(Call call) {
        JsonArray phones = call.body().getJsonArray("phones");
        List<String> typed = phones.stream().map(String::valueOf).toList();
        return actions.test(call.account(), call.id("id"), typed, call.caller().login())
                .map(run -> Answer.created("/api/v1/runs/" + run.id(), RunApi.json(run), 1));
    }
}
