package io.postrider.rig;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The run of a mailing that was activated, as the public API says it. */
public final class WatchedRun {
    private static final int PAGE = 200;

    private final Client api;
    private final String mailing;

    public WatchedRun(Client api, String mailing) {
        this.api = api;
        this.mailing = mailing;
    }

    /** The run; without id while there is none yet. */
    public JsonObject now() {
        JsonArray runs = api.get("/api/v1/mailings/" + mailing + "/runs").getJsonArray("items");
        return runs.isEmpty()
                ? new JsonObject().put("state", "waiting")
                : api.get("/api/v1/runs/" + runs.getJsonObject(0).getString("id"));
    }

    /** Whether nothing more will happen in this run. */
    public static boolean isAtRest(JsonObject run) {
        return "rested".equals(run.getString("state"));
    }

    /** The phones whose messages are in this state, such as {@code in-doubt}. */
    public Set<String> phones(String state) {
        String path = "/api/v1/runs/" + now().getString("id") + "/recipients?limit=" + PAGE + "&state=" + state;
        Set<String> phones = new HashSet<>();
        String next = "";
        while (next != null) {
            JsonObject page = api.get(next.isEmpty() ? path : path + "&after=" + encoded(next));
            for (Object item : page.getJsonArray("items")) {
                phones.add(((JsonObject) item).getString("contact").replaceAll("\\D", ""));
            }
            next = page.getString("next");
        }
        return phones;
    }

    private static String encoded(String cursor) {
        return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
}
