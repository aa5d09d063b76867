package io.postrider.simulator.interop;

import com.cloudhopper.commons.charset.CharsetUtil;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text of {@code interop/texts.json}, in octets as Cloudhopper's alphabets write them: not by the code under test. */
record Text(String name, String encoding, int parts, String text) {
    private static final int SHORT_MESSAGE = 140;

    static List<Text> all() throws IOException {
        List<Text> texts = new ArrayList<>();
        for (Object row : new JsonArray(Files.readString(Path.of("interop", "texts.json")))) {
            var json = (JsonObject) row;
            texts.add(new Text(
                    json.getString("name"),
                    json.getString("encoding"),
                    json.getInteger("parts"),
                    json.getString("text")));
        }
        return texts;
    }

    boolean isUcs2() {
        return encoding.equals("UCS-2");
    }

    byte coding() {
        return (byte) (isUcs2() ? 8 : 0);
    }

    byte[] octets() {
        return octets(text);
    }

    private byte[] octets(String part) {
        return CharsetUtil.encode(part, isUcs2() ? CharsetUtil.CHARSET_UCS_2 : CharsetUtil.CHARSET_GSM);
    }

    /** The parts that leave room for a header of so many octets; no character is cut. */
    List<byte[]> cut(int header) {
        int room = SHORT_MESSAGE - header;
        int most = isUcs2() ? room - room % 2 : room * 8 / 7;
        List<byte[]> parts = new ArrayList<>();
        var part = new ByteArrayOutputStream();
        for (int codePoint : text.codePoints().toArray()) {
            byte[] more = octets(Character.toString(codePoint));
            if (part.size() + more.length > most) {
                parts.add(part.toByteArray());
                part.reset();
            }
            part.writeBytes(more);
        }
        parts.add(part.toByteArray());
        return parts;
    }
}
