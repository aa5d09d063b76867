package io.postrider.template;

import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Templates, their problems and previews as JSON. */
final class TemplateView {
    private TemplateView() {}

    static JsonObject of(Template template) {
        return new JsonObject()
                .put("id", Long.toString(template.id()))
                .put("name", template.name())
                .put("texts", texts(template.texts()))
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

    static JsonObject of(Preview preview, Channel channel) {
        JsonObject json = new JsonObject()
                .put("profileId", Long.toString(preview.recipient().profileId()))
                .put("contact", preview.recipient().contact())
                .put("text", preview.text())
                .put("sampled", preview.sampled());
        if (preview.composition() instanceof Composition.Parts fitting) {
            json.put("parts", parts(fitting, channel))
                    .put("encoding", fitting.encoding().name().toLowerCase(Locale.ROOT))
                    .put("units", fitting.units())
                    .put("unitsPerPart", fitting.unitsPerPart())
                    .put("culprits", culprits(preview.text(), fitting.culprits()));
        } else if (preview.composition() instanceof Composition.Refused refused) {
            json.put("refused", new JsonObject().put("code", refused.code()).put("sentence", refused.sentence()));
        }
        return json;
    }

    private static JsonArray parts(Composition.Parts fitting, Channel channel) {
        JsonArray array = new JsonArray();
        for (String part : fitting.parts()) {
            array.add(new JsonObject().put("text", part).put("units", units(part, fitting, channel)));
        }
        return array;
    }

    /** A part of a UCS-2 message may look like GSM-7 when it stands alone; then its units are its characters. */
    private static int units(String part, Composition.Parts whole, Channel channel) {
        return channel.compose(part) instanceof Composition.Parts alone && alone.encoding() == whole.encoding()
                ? alone.units()
                : part.length();
    }

    private static JsonArray culprits(String text, List<Integer> positions) {
        JsonArray array = new JsonArray();
        for (int position : positions) {
            array.add(new JsonObject()
                    .put("position", position)
                    .put("character", Character.toString(text.codePointAt(position))));
        }
        return array;
    }
}
