package io.postrider.template;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.plugin.api.Channel;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.Step;
import io.postrider.refusal.Refusal;
import io.postrider.resource.Audience;
import io.postrider.resource.Recipient;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Templates while they are written, by HTTP: what is wrong with them, and how they look to the people they are for. */
public final class PreviewApi implements Api {
    private static final String SMS = "sms";
    private final TemplateStore store;
    private final TemplateCheck check;
    private final Previewer previewer;
    private final PreviewRecipients recipients;
    private final RandomGenerator random;

    public PreviewApi(
            TemplateStore store,
            TemplateCheck check,
            Previewer previewer,
            PreviewRecipients recipients,
            RandomGenerator random) {
        this.store = store;
        this.check = check;
        this.previewer = previewer;
        this.recipients = recipients;
        this.random = random;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("checkTemplate", this::checkText, "previewTemplate", this::preview);
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
                .map(preview -> Answer.of(json.put("preview", PreviewView.of(preview, channel))));
    }

    private Future<Preview> previewed(JsonObject body, CompiledTemplate template, Channel channel, Audience audience) {
        long profile = id(body, "profileId");
        String who = body.getString("who", profile == 0 ? "next" : "chosen");
        Future<Optional<Preview>> found =
                switch (who) {
                    case "worst" -> previewer.worst(template, channel, audience);
                    case "missing" -> previewer.missing(template, channel, audience);
                    case "random" -> shown(template, channel, recipients.anybody(audience, random.nextDouble()));
                    default ->
                        shown(
                                template,
                                channel,
                                recipients.somebody(audience, profile, Step.valueOf(who.toUpperCase(Locale.ROOT))));
                };
        return found.map(preview -> preview.orElseThrow(() -> Refusal.of(TemplateReason.NO_PROFILE)));
    }

    private Future<Optional<Preview>> shown(
            CompiledTemplate template, Channel channel, Future<Optional<Recipient>> finding) {
        return finding.compose(recipient -> recipient.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : previewer.of(template, channel, recipient.get()).map(Optional::of));
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
