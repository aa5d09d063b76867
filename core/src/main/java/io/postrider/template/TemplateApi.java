package io.postrider.template;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.http.Page;
import io.postrider.http.Paging;
import io.postrider.plugin.api.Channel;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.Step;
import io.postrider.refusal.Refusal;
import io.postrider.resource.Audience;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Templates by HTTP: written, checked while they are written, and previewed with the people they are for. */
public final class TemplateApi implements Api {
    private static final String SMS = "sms";
    private final TemplateStore store;
    private final TemplateCheck check;
    private final Previewer previewer;
    private final PreviewRecipients recipients;

    public TemplateApi(TemplateStore store, TemplateCheck check, Previewer previewer, PreviewRecipients recipients) {
        this.store = store;
        this.check = check;
        this.previewer = previewer;
        this.recipients = recipients;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "listTemplates", this::list,
                "createTemplate", this::create,
                "checkTemplate", this::checkText,
                "getTemplate", this::get,
                "updateTemplate", this::update,
                "deleteTemplate", this::delete,
                "previewTemplate", this::preview,
                "listTemplateVersions", this::versions,
                "getTemplateVersion", this::version);
    }

    private Future<Answer> list(Call call) {
        return Page.of(
                call.paging(),
                (after, limit) ->
                        store.page(call.account(), after, call.paging().q(), limit),
                Template::id,
                TemplateView::of);
    }

    private Future<Answer> create(Call call) {
        Template template = template(call, 0, 1, call.now());
        return check.refuseMistakes(call.account(), template.texts())
                .compose(fine -> store.create(template, call.caller().userId()))
                .map(made -> Answer.created("/api/v1/templates/" + made.id(), TemplateView.of(made), made.version()));
    }

    private Future<Answer> get(Call call) {
        return store.get(call.account(), call.id("id"))
                .map(template -> Answer.versioned(TemplateView.of(template), template.version()));
    }

    private Future<Answer> update(Call call) {
        int version = call.version();
        return store.get(call.account(), call.id("id")).compose(saved -> {
            Template changed = template(call, saved.id(), version, saved.createdAt());
            return check.refuseMistakes(call.account(), changed.texts())
                    .compose(fine -> store.update(changed, call.caller().userId()))
                    .map(now -> Answer.versioned(TemplateView.of(now), now.version()));
        });
    }

    private Future<Answer> delete(Call call) {
        int version = call.version();
        return store.get(call.account(), call.id("id"))
                .compose(template -> store.delete(call.account(), template.id(), version))
                .map(done -> Answer.nothing());
    }

    private static Template template(Call call, long id, int version, Instant createdAt) {
        Map<String, String> texts = new HashMap<>();
        call.body()
                .getJsonObject("texts")
                .forEach(entry -> texts.put(entry.getKey(), String.valueOf(entry.getValue())));
        return new Template(
                call.account(), id, call.body().getString("name").strip(), texts, version, createdAt, call.now());
    }

    private Future<Answer> versions(Call call) {
        Paging paging = call.paging();
        int before = (int) Math.min(Integer.MAX_VALUE, paging.afterId(Integer.MAX_VALUE));
        return store.get(call.account(), call.id("id"))
                .compose(template -> store.versions(call.account(), template.id(), before, paging.limit() + 1))
                .map(versions -> page(versions, paging.limit()));
    }

    private static Answer page(List<TemplateVersion> versions, int limit) {
        List<TemplateVersion> shown = versions.subList(0, Math.min(limit, versions.size()));
        JsonArray items = new JsonArray();
        shown.forEach(version -> items.add(TemplateView.of(version)));
        boolean more = versions.size() > limit;
        return Answer.page(
                items, more ? Integer.toString(shown.get(shown.size() - 1).version()) : null);
    }

    private Future<Answer> version(Call call) {
        long number = call.id("version");
        int before = (int) Math.min(Integer.MAX_VALUE, number + 1);
        return store.versions(call.account(), call.id("id"), before, 1)
                .map(found -> found.stream()
                        .filter(version -> version.version() == number)
                        .findFirst()
                        .map(version -> Answer.of(TemplateView.of(version)))
                        .orElseThrow(() -> Refusal.of(TemplateReason.VERSION_NOT_FOUND)));
    }

    private Future<Answer> checkText(Call call) {
        return answer(call, call.body().getString("text"));
    }

    private Future<Answer> preview(Call call) {
        String channel = call.body().getString("channel", SMS);
        return store.get(call.account(), call.id("id"))
                .compose(template -> answer(
                        call,
                        Optional.ofNullable(template.texts().get(channel))
                                .orElseThrow(() -> Refusal.of(TemplateReason.NO_TEXT, Map.of("channel", channel)))));
    }

    /** Problems of a text, and with a database also the message for one of its people. */
    private Future<Answer> answer(Call call, String text) {
        Channel channel = check.channel(call.body().getString("channel", SMS), "/channel");
        if (!call.body().containsKey("databaseId")) {
            return check.compile(text, Optional.empty())
                    .map(compilation ->
                            Answer.of(new JsonObject().put("problems", TemplateView.problems(compilation.problems()))));
        }
        return recipients
                .database(call.account(), id(call.body(), "databaseId"))
                .compose(database -> check.compile(text, Optional.of(database))
                        .compose(compilation -> answer(call, compilation, channel, database)));
    }

    private Future<Answer> answer(Call call, Compilation compilation, Channel channel, ProfileDatabase database) {
        JsonObject json = new JsonObject().put("problems", TemplateView.problems(compilation.problems()));
        if (compilation.template() == null) {
            return Future.succeededFuture(Answer.of(json));
        }
        long resource = id(call.body(), "resourceId");
        Audience audience = new Audience(call.account(), resource, channel.name(), database.id());
        return previewed(call.body(), Objects.requireNonNull(compilation.template()), channel, audience)
                .map(preview -> Answer.of(json.put("preview", TemplateView.of(preview, channel))));
    }

    private Future<Preview> previewed(JsonObject body, CompiledTemplate template, Channel channel, Audience audience) {
        long profile = id(body, "profileId");
        String who = body.getString("who", profile == 0 ? "next" : "chosen");
        Future<Optional<Preview>> found = who.equals("worst")
                ? previewer.worst(template, channel, audience)
                : recipients
                        .somebody(audience, profile, Step.valueOf(who.toUpperCase(Locale.ROOT)))
                        .compose(recipient -> recipient.isEmpty()
                                ? Future.succeededFuture(Optional.empty())
                                : previewer
                                        .of(template, channel, recipient.get())
                                        .map(Optional::of));
        return found.map(preview -> preview.orElseThrow(() -> Refusal.of(TemplateReason.NO_PROFILE)));
    }

    /** 0 when it is missing, which is no number of anything; what is too large is a number of nothing either. */
    private static long id(JsonObject body, String name) {
        try {
            return Long.parseLong(body.getString(name, "0"));
        } catch (NumberFormatException tooLarge) {
            return Long.MAX_VALUE;
        }
    }
}
