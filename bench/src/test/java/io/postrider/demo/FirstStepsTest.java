package io.postrider.demo;

import org.junit.jupiter.api.Test;

/** Sets a new server up in a real Chromium: an own password, the built-in simulator, the demo data. */
class FirstStepsTest {
    @Test
    void aNewServerIsSetUpByFourClicksAfterAnOwnPassword() throws Exception {
        try (Walk walk = Walk.inUntouchedInstallation("first-steps")) {
            walk.go("first-steps", "The first steps were taken.");
        }
    }
}
