package io.postrider.reply;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** The words by which replies are read, by HTTP. */
public final class ReplyWordsApi implements Api {
    private final WordSettingsStore store;

    public ReplyWordsApi(WordSettingsStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("getReplyWords", this::get, "updateReplyWords", this::update, "readAsReply", this::read);
    }

    private Future<Answer> get(Call call) {
        return store.get(call.account()).map(ReplyWordsApi::shown);
    }

    private Future<Answer> update(Call call) {
        WordSettings wanted = WordRules.checked(settings(call.body(), call.version()));
        return store.save(call.account(), wanted, call.caller().login(), call.now())
                .map(ReplyWordsApi::shown);
    }

    /** How a text would be read, by the words of the account or by some that nobody has saved yet. */
    private Future<Answer> read(Call call) {
        JsonObject draft = call.body().getJsonObject("words");
        Future<WordSettings> words = draft == null
                ? store.get(call.account())
                : Future.succeededFuture(WordRules.checked(settings(draft, 0)));
        return words.map(
                settings -> json(ReplyWords.of(settings).read(call.body().getString("text"))));
    }

    private static Answer json(Reading reading) {
        return Answer.of(new JsonObject().put("kind", reading.kind().word()).put("word", reading.word()));
    }

    private static WordSettings settings(JsonObject body, int version) {
        return new WordSettings(
                body.getBoolean("firstWord"),
                words(body, "stop"),
                words(body, "start"),
                words(body, "help"),
                words(body, "ignored"),
                version);
    }

    private static List<String> words(JsonObject body, String name) {
        return body.getJsonArray(name).stream()
                .map(word -> ((String) word).strip())
                .toList();
    }

    private static Answer shown(WordSettings settings) {
        JsonArray languages = new JsonArray();
        StandardWords.all().forEach(list -> languages.add(json(list)));
        JsonObject body = new JsonObject()
                .put("firstWord", settings.firstWord())
                .put("stop", new JsonArray(settings.stop()))
                .put("start", new JsonArray(settings.start()))
                .put("help", new JsonArray(settings.help()))
                .put("ignored", new JsonArray(settings.off()))
                .put("languages", languages)
                .put("version", settings.version());
        return Answer.versioned(body, settings.version());
    }

    private static JsonObject json(WordList list) {
        return new JsonObject()
                .put("language", list.language())
                .put("stop", json(list.stop()))
                .put("start", json(list.start()))
                .put("help", json(list.help()));
    }

    private static JsonArray json(List<String> words) {
        JsonArray array = new JsonArray();
        words.forEach(word -> array.add(new JsonObject()
                .put("word", StandardWords.shown(word))
                .put("everyday", StandardWords.isEveryday(word))));
        return array;
    }
}
