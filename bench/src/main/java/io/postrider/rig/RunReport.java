package io.postrider.rig;

import io.vertx.core.json.JsonObject;

/**
 * The counters of a run, as the public API says them.
 *
 * @param received contacts in the source
 * @param found active subscriptions
 * @param excluded people left out for any reason but a duplicate phone
 * @param submitted messages that the operator took
 * @param clicked people who clicked, robots left out
 */
public record RunReport(
        long received,
        long found,
        long excluded,
        long duplicates,
        long recipients,
        long submitted,
        long delivered,
        long undelivered,
        long expired,
        long refused,
        long inDoubt,
        long noReceipt,
        long clicked,
        long parts) {

    /** Reads a run of the API. */
    public static RunReport of(JsonObject run) {
        JsonObject figures = run.getJsonObject("figures", new JsonObject());
        return new RunReport(
                figures.getLong("received", 0L),
                figures.getLong("found", 0L),
                figures.getLong("excluded", 0L),
                figures.getLong("duplicates", 0L),
                figures.getLong("recipients", 0L),
                figures.getLong("submitted", 0L),
                figures.getLong("delivered", 0L),
                figures.getLong("undelivered", 0L),
                figures.getLong("expired", 0L),
                figures.getLong("refused", 0L),
                figures.getLong("inDoubt", 0L),
                figures.getLong("noReceipt", 0L),
                figures.getLong("clicked", 0L),
                figures.getLong("parts", 0L));
    }

    /** Messages whose end is known. */
    public long ended() {
        return delivered + undelivered + expired + refused + inDoubt + noReceipt;
    }

    /** All of it, in the order of the story. */
    public JsonObject json() {
        return new JsonObject()
                .put("received", received)
                .put("found", found)
                .put("excluded", excluded)
                .put("duplicates", duplicates)
                .put("recipients", recipients)
                .put("submitted", submitted)
                .put("delivered", delivered)
                .put("undelivered", undelivered)
                .put("expired", expired)
                .put("refused", refused)
                .put("inDoubt", inDoubt)
                .put("noReceipt", noReceipt)
                .put("clicked", clicked)
                .put("parts", parts);
    }
}
