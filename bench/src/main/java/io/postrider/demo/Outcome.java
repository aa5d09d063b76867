package io.postrider.demo;

import io.postrider.rig.RunReport;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What the whole run came to: ours from the public API, the simulator's from its own. */
record Outcome(Imported imported, RunReport run, Operator operator, double seconds) {
    /**
     * What became of the file.
     *
     * @param profiles in the database when all was done
     */
    record Imported(long rows, long added, long updated, long rejected, long withoutPhone, long profiles) {}

    /** What the simulator says it saw. */
    record Operator(long pdus, long phones, long receipts, long peopleWhoClicked) {
        static Operator of(JsonObject statistics) {
            return new Operator(
                    statistics.getLong("pdus"),
                    statistics.getLong("phones"),
                    statistics.getLong("receipts"),
                    statistics.getLong("peopleWhoClicked"));
        }
    }

    /** The equations that do not hold, each with its numbers; empty when all is well. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        check(
                broken,
                "rows = added + updated + rejected",
                imported.rows(),
                imported.added() + imported.updated() + imported.rejected());
        check(
                broken,
                "found = recipients + duplicates + excluded",
                run.found(),
                run.recipients() + run.duplicates() + run.excluded());
        check(
                broken,
                "recipients = delivered + undelivered + expired + refused + inDoubt + noReceipt",
                run.recipients(),
                run.ended());
        check(broken, "submitted = the simulator's phones", run.submitted(), operator.phones());
        check(broken, "clicked = the simulator's people who clicked", run.clicked(), operator.peopleWhoClicked());
        return broken;
    }

    private static void check(List<String> broken, String equation, long left, long right) {
        if (left != right) {
            broken.add(equation + " does not hold: " + left + " is not " + right + ".");
        }
    }

    JsonObject json() {
        return new JsonObject()
                .put("rows", imported.rows())
                .put("added", imported.added())
                .put("updated", imported.updated())
                .put("rejected", imported.rejected())
                .put("withoutPhone", imported.withoutPhone())
                .put("profiles", imported.profiles())
                .mergeIn(run.json())
                .put("seconds", Math.round(seconds * 10) / 10.0)
                .put(
                        "simulator",
                        new JsonObject()
                                .put("pdus", operator.pdus())
                                .put("phones", operator.phones())
                                .put("receipts", operator.receipts())
                                .put("peopleWhoClicked", operator.peopleWhoClicked()));
    }
}
