package io.postrider.demo;

import org.junit.jupiter.api.Test;

/** Walks the tutorial's five steps in a real Chromium, on an empty installation. */
class TutorialByMouseTest {
    @Test
    void fiveStepsByMouseLeadFromAnEmptyInstallationToTheReport() throws Exception {
        try (Walk walk = Walk.inEmptyInstallation("tutorial-by-mouse")) {
            walk.go("tutorial", "The tutorial was walked by mouse.");
        }
    }
}
