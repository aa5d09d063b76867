package io.postrider.plugin;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Operation;
import io.postrider.plugin.api.Setting;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The plugins of the server, and the forms that their providers want to have filled in. */
public final class PluginApi implements Api {
    private final Plugins plugins;

    public PluginApi(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "listPlugins", call -> page(plugins.list().stream().map(PluginApi::json)),
                "listGateways",
                        call -> page(
                                plugins.gateways().stream().map(gateway -> form(gateway.name(), gateway.settings()))),
                "listImporters",
                        call -> page(plugins.importers().stream()
                                .map(importer -> form(importer.name(), importer.settings()))),
                "listChannels",
                        call -> page(plugins.channels().stream().map(channel -> form(channel.name(), List.of()))));
    }

    private static Future<Answer> page(Stream<JsonObject> items) {
        JsonArray array = new JsonArray();
        items.forEach(array::add);
        return Future.succeededFuture(Answer.page(array, null));
    }

    private static JsonObject json(PluginState plugin) {
        JsonArray offers = new JsonArray();
        plugin.offers()
                .forEach(offer -> offers.add(
                        new JsonObject().put("kind", word(offer.kind())).put("name", offer.name())));
        PluginFault fault = plugin.fault();
        return new JsonObject()
                .put("id", plugin.id())
                .put("version", plugin.version())
                .put("provider", plugin.provider())
                .put("file", plugin.file())
                .put("running", plugin.running())
                .put("offers", offers)
                .put("fault", fault == null ? null : fault.code())
                .put("error", plugin.error());
    }

    private static JsonObject form(String name, List<Setting> settings) {
        JsonArray array = new JsonArray();
        settings.forEach(setting -> array.add(json(setting)));
        return new JsonObject().put("name", name).put("settings", array);
    }

    private static JsonObject json(Setting setting) {
        return new JsonObject()
                .put("name", setting.name())
                .put("type", word(setting.type()))
                .put("default", setting.secret() ? "" : setting.defaultValue())
                .put("required", setting.required())
                .put("secret", setting.secret())
                .put("options", new JsonArray(setting.options()))
                .put("min", setting.min())
                .put("max", setting.max())
                .put("group", setting.group())
                .put("label", texts(setting.label()))
                .put("help", texts(setting.help()));
    }

    private static JsonObject texts(Map<String, String> languages) {
        JsonObject json = new JsonObject();
        languages.forEach(json::put);
        return json;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
