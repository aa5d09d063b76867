package io.postrider.stage.dispatch;

import io.postrider.plugin.api.ErrorClass;
import io.postrider.sender.ErrorRule;
import io.postrider.sender.ErrorRules;
import java.time.Duration;
import java.util.Map;

/** Rules for errors that tests send by. */
final class Behaviour {
    /** Three tries, soon one after the other, and nothing that keeps messages back. */
    static final ErrorRules QUICK = rules(ErrorRule.Ending.REFUSE, 0);

    private Behaviour() {}

    static ErrorRules rules(ErrorRule.Ending ending, int breakAfter) {
        return rules(ending, breakAfter, Duration.ofMillis(1));
    }

    static ErrorRules rules(ErrorRule.Ending ending, int breakAfter, Duration pause) {
        Duration hour = Duration.ofHours(1);
        return new ErrorRules(
                Map.of(
                        ErrorClass.TEMPORARY, new ErrorRule(3, hour, pause, ending),
                        ErrorClass.PERMANENT, new ErrorRule(1, hour, pause, ending)),
                breakAfter,
                pause.multipliedBy(100));
    }
}
