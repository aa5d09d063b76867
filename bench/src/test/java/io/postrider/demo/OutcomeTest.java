package io.postrider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.rig.RunReport;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final RunReport RUN =
            new RunReport(6092, 5921, 0, 1731, 4190, 4190, 4000, 100, 90, 0, 0, 0, 1200, 4190);
    private static final Outcome.Operator OPERATOR = new Outcome.Operator(8400, 4190, 4190, 1200);

    @Test
    void aSoundRunBreaksNoEquation() {
        assertThat(new Outcome(new Outcome.Imported(6095, 6092, 3, 0, 171, 6092), RUN, OPERATOR, 12.34).broken())
                .isEmpty();
    }

    @Test
    void eachBrokenEquationIsNamedWithItsNumbers() {
        var imported = new Outcome.Imported(6096, 6092, 3, 0, 171, 6092);
        var operator = new Outcome.Operator(8400, 4189, 4190, 1201);

        assertThat(new Outcome(imported, RUN, operator, 1).broken())
                .containsExactly(
                        "rows = added + updated + rejected does not hold: 6096 is not 6095.",
                        "submitted = the simulator's phones does not hold: 4190 is not 4189.",
                        "clicked = the simulator's people who clicked does not hold: 1200 is not 1201.");
    }

    @Test
    void theLastLineHasTheNamesThatWerePromised() {
        var outcome = new Outcome(new Outcome.Imported(6095, 6092, 3, 0, 171, 6092), RUN, OPERATOR, 12.34);

        assertThat(outcome.json().fieldNames())
                .containsExactly(
                        "rows",
                        "added",
                        "updated",
                        "rejected",
                        "withoutPhone",
                        "profiles",
                        "received",
                        "found",
                        "excluded",
                        "duplicates",
                        "recipients",
                        "submitted",
                        "delivered",
                        "undelivered",
                        "expired",
                        "refused",
                        "inDoubt",
                        "noReceipt",
                        "clicked",
                        "parts",
                        "seconds",
                        "simulator");
        assertThat(outcome.json().getJsonObject("simulator").fieldNames())
                .containsExactly("pdus", "phones", "receipts", "peopleWhoClicked");
    }
}
