package io.postrider.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RobotDetectorTest {
    private final RobotDetector detector = new RobotDetector();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "TelegramBot (like TwitterBot)",
                "WhatsApp/2.23.20.0 A",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
                "curl/8.5.0",
                "python-requests/2.31"
            })
    void programsAreRobots(String agent) {
        assertThat(detector.isRobot("GET", agent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Mobile Safari/604.1",
                "Mozilla/5.0 (Linux; Android 12; CUBOT KING KONG 7) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
                ""
            })
    void browsersOnPhonesAreNot(String agent) {
        assertThat(detector.isRobot("GET", agent)).isFalse();
        assertThat(detector.isRobot("HEAD", agent)).isTrue();
    }
}
