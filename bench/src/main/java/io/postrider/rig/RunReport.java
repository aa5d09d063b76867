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
