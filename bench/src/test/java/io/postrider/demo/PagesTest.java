package io.postrider.demo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The pages in a real Chromium: the tutorial by mouse fills an empty installation, with which the others go on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesTest {
    private Walk walk;

    @BeforeAll
    void start() {
        walk = Walk.inEmptyInstallation("pages");
    }

    @AfterAll
    void stop() {
        walk.close();
    }

    @Test
    @Order(1)
    void fiveStepsByMouseLeadFromAnEmptyInstallationToTheReport() throws Exception {
        walk.go("tutorial", "The tutorial was walked by mouse.");
    }

    @Test
    @Order(2)
    void everyScreenIsForEverybodyInBothLanguagesThemesAndWidths() throws Exception {
        walk.go("screens", "Every screen was looked at.");
    }

    @Test
    @Order(3)
    void thePageOfTheSimulatorIsForEverybodyToo() throws Exception {
        walk.goOverSimulator("simulator", "The page of the simulator is well.");
    }

    @Test
    @Order(4)
    void noTypedTextIsLostByTwoTabsAnEndedSessionOrAStoppedServer() throws Exception {
        walk.go("troubles", "All troubles passed.");
    }
}
