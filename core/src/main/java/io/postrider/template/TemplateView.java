package io.postrider.template;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Templates and their problems as JSON. */
final class TemplateView {
    private TemplateView() {}

    static JsonObject of(ListedTemplate listed) {
        Template template = listed.template();
        return new JsonObject()
                .put("id", Long.toString(template.id()))
                .put("name", template.name())
                .put("texts", texts(template.texts()))
                .put("state", template.state().word())
                .put("editor", listed.editor())
                .put("usedBy", listed.usedBy())
                .put("version", template.version())
                .put("createdAt", template.createdAt().toString())
                .put("updatedAt", template.updatedAt().toString());
    }

    static JsonObject of(TemplateVersion version) {
        return new JsonObject()
                .put("version", version.version())
                .put("texts", texts(version.texts()))
                .put("createdBy", Long.toString(version.createdBy()))
                .put("createdAt", version.createdAt().toString());
    }

    private static JsonObject texts(Map<String, String> texts) {
        JsonObject json = new JsonObject();
        texts.forEach(json::put);
        return json;
    }

    static JsonArray problems(List<TemplateProblem> problems) {
        JsonArray array = new JsonArray();
        for (TemplateProblem problem : problems) {
            array.add(new JsonObject()
                    .put("line", problem.line())
                    .put("column", problem.column())
                    .put("code", problem.code())
                    .put("sentence", problem.sentence())
                    .put("severity", problem.severity().name().toLowerCase(Locale.ROOT)));
        }
        return array;
    }
}
