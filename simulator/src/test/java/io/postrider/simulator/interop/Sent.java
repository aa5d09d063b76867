package io.postrider.simulator.interop;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as its client saw it.
 *
 * @param name which text it was and in which way it was sent
 * @param to the phone
 * @param text what was to arrive
 * @param encoding its alphabet
 * @param parts how many submit_sm it took
 * @param accepted the message_id of each response that a receipt was asked for
 * @param receipts each receipt's id and how it says the message ended
 */
record Sent(
        String name,
        String to,
        String text,
        String encoding,
        int parts,
        List<String> accepted,
        List<Receipt> receipts) {
    /** What a receipt says. */
    record Receipt(String id, String stat) {}

    /** From a line that a script printed. */
    static Sent of(String line) {
        var json = new JsonObject(line);
        List<Receipt> receipts = new ArrayList<>();
        for (Object receipt : json.getJsonArray("receipts")) {
            var one = (JsonObject) receipt;
            receipts.add(new Receipt(one.getString("id"), one.getString("stat")));
        }
        return new Sent(
                json.getString("client") + " " + json.getString("name"),
                json.getString("to"),
                json.getString("text"),
                json.getString("encoding"),
                json.getInteger("parts"),
                json.getJsonArray("accepted").stream().map(String.class::cast).toList(),
                receipts);
    }
}
