package io.postrider.report;

import io.postrider.message.MessageState;
import java.util.List;

/**
 * Two figures that must be the same.
 *
 * @param name stable name
 * @param left what it is about
 * @param right what it must add up to
 */
public record Equation(String name, long left, long right) {
    /** Whether it holds. */
    public boolean holds() {
        return left == right;
    }

    /** The equations of a run (send protocol, section 3); they hold from the end of its rendering on. */
    public static List<Equation> of(RunFigures figures) {
        long settled = figures.in(MessageState.DELIVERED)
                + figures.in(MessageState.UNDELIVERED)
                + figures.in(MessageState.EXPIRED)
                + figures.in(MessageState.REFUSED)
                + figures.in(MessageState.IN_DOUBT)
                + figures.in(MessageState.NO_RECEIPT);
        return List.of(
                new Equation("received", figures.received(), figures.found() + figures.notSubscribed()),
                new Equation(
                        "found", figures.found(), figures.recipients() + figures.duplicates() + figures.excluded()),
                new Equation("recipients", figures.recipients(), settled + figures.onTheWay()));
    }
}
