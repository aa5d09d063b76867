package io.postrider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.junit.SimulatorExtension;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class SmscOfEachTestTest {
    private static final Set<Smsc> SEEN = new HashSet<>();

    @RegisterExtension
    final SimulatorExtension simulator = SimulatorExtension.preset("kind");

    @RepeatedTest(2)
    void aFieldOfTheInstanceStartsOneForEachTest(Smsc smsc) {
        assertThat(SEEN.add(smsc)).isTrue();
        assertThat(smsc).isSameAs(simulator.smsc());
        assertThat(simulator.smsc().statistics()).containsEntry("preset", "kind");
    }
}
