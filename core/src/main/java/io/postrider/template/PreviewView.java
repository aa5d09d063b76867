package io.postrider.template;

import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import io.postrider.plugin.api.Encoding;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Previews as JSON. */
final class PreviewView {
    private static final int CULPRITS = 200;

    private PreviewView() {}

    static JsonObject of(Preview preview, Channel channel) {
        JsonObject json = new JsonObject()
                .put("profileId", Long.toString(preview.recipient().profileId()))
                .put("contact", preview.recipient().contact())
                .put("text", preview.text())
                .put("sampled", preview.sampled())
                .put("missing", new JsonArray(preview.missing()));
        if (!preview.distribution().isEmpty()) {
            JsonArray distribution = new JsonArray();
            new TreeMap<>(preview.distribution())
                    .forEach((parts, messages) -> distribution.add(
                            new JsonObject().put("parts", parts).put("messages", messages)));
            json.put("distribution", distribution);
        }
        if (preview.composition() instanceof Composition.Parts fitting) {
            put(json, preview.text(), fitting, channel);
        } else if (preview.composition() instanceof Composition.Refused refused) {
            json.put("refused", new JsonObject().put("code", refused.code()).put("sentence", refused.sentence()));
        }
        return json;
    }

    private static void put(JsonObject json, String text, Composition.Parts fitting, Channel channel) {
        JsonArray parts = parts(fitting, channel);
        int last = parts.getJsonObject(parts.size() - 1).getInteger("units");
        json.put("parts", parts)
                .put("encoding", word(fitting.encoding()))
                .put("units", fitting.units())
                .put("unitsPerPart", fitting.unitsPerPart())
                .put("unitsLeft", fitting.unitsPerPart() - last)
                .put("culpritCount", fitting.culprits().size())
                .put("culprits", culprits(text, fitting.culprits()))
                .put("replaced", replaced(text, fitting.culprits(), channel));
    }

    private static String word(Encoding encoding) {
        return encoding.name().toLowerCase(Locale.ROOT);
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
        for (int position : positions.subList(0, Math.min(CULPRITS, positions.size()))) {
            int character = text.codePointAt(position);
            array.add(new JsonObject()
                    .put("position", position)
                    .put("character", Character.toString(character))
                    .put("replacement", PlainCharacters.insteadOf(character).orElse(null)));
        }
        return array;
    }

    private static @Nullable JsonObject replaced(String text, List<Integer> culprits, Channel channel) {
        if (culprits.isEmpty()) {
            return null;
        }
        String plain = PlainCharacters.replaced(text, culprits).orElse("");
        return channel.compose(plain) instanceof Composition.Parts fitting
                ? new JsonObject()
                        .put("parts", fitting.parts().size())
                        .put("encoding", word(fitting.encoding()))
                        .put("units", fitting.units())
                : null;
    }
}
