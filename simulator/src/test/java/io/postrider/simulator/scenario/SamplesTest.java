package io.postrider.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Account;
import io.postrider.simulator.behaviour.Behaviour;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scenarios that come with the project. */
class SamplesTest {
    private static final Path FOLDER = Path.of("..", "config", "simulator");

    @Test
    void everyScenarioThatComesAlongCanBeRead() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(file -> assertThat(
                                    read(file.getFileName().toString()).name())
                            .isNotEqualTo("scenario"));
        }
    }

    @Test
    void theEveningEndsAsItBegan() throws IOException {
        Scenario evening = read("evening.yaml");
        Behaviour now = evening.start();
        for (Scenario.Step step : evening.steps()) {
            now = step.apply(now, evening.start());
        }

        assertThat(evening.steps()).extracting(Scenario.Step::at).containsExactly(30_000L, 60_000L, 90_000L, 150_000L);
        assertThat(now).isEqualTo(evening.start());
    }

    @Test
    void theOperatorWithQuirksHasTwoAccountsWithLimits() throws IOException {
        Scenario quirks = read("operator-quirks.yaml");

        assertThat(quirks.accounts()).extracting(Account::systemId).containsExactly("shop", "bank");
        assertThat(quirks.accounts()).extracting(Account::throughput).containsExactly(20.0, 0.0);
        assertThat(quirks.accounts()).extracting(Account::window).containsExactly(0, 10);
    }

    @Test
    void anotherBeginningLeavesTheStepsAsTheyAre() throws IOException {
        Scenario evening = read("evening.yaml");
        Scenario other =
                evening.with(new JsonObject().put("seed", 7).put("reading", new JsonObject().put("clicks", 5)));

        assertThat(other.start().seed()).isEqualTo(7);
        assertThat(other.start().reading().clicks()).isEqualTo(5);
        assertThat(other.start().outcomes()).isEqualTo(evening.start().outcomes());
        assertThat(List.of(other.name(), other.preset(), other.steps()))
                .isEqualTo(List.of(evening.name(), evening.preset(), evening.steps()));
    }

    private static Scenario read(String name) throws IOException {
        return Scenario.read(Files.readString(FOLDER.resolve(name)));
    }
}
