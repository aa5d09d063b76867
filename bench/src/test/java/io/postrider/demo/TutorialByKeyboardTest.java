package io.postrider.demo;

import org.junit.jupiter.api.Test;

/** Walks the tutorial's five steps in a real Chromium without a mouse, on an empty installation; the focus is always seen. */
class TutorialByKeyboardTest {
    @Test
    void fiveStepsByKeyboardLeadFromAnEmptyInstallationToTheReport() throws Exception {
        try (Walk walk = Walk.inEmptyInstallation("tutorial-by-keyboard")) {
            walk.go("keyboard", "The tutorial was walked by keyboard.");
        }
    }
}
