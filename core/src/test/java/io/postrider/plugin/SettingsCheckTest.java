package io.postrider.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.SettingsCheck.Problem;
import io.postrider.plugin.api.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {
    private static final List<Setting> SETTINGS = List.of(
            Setting.text("host", "link").withMax(10).asRequired(),
            Setting.number("port", "link", 2775, 1, 65_535),
            Setting.toggle("tls", "link", false),
            Setting.choice("mode", "link", List.of("both", "send")),
            Setting.duration("timeout", "link", "PT30S"),
            Setting.text("note", "link"));

    @Test
    void defaultsFillWhatWasNotGiven() {
        SettingsCheck check = SettingsCheck.of(SETTINGS, Map.of("host", "smsc", "port", ""));

        assertThat(check.passed()).isTrue();
        assertThat(check.values())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("host", "smsc", "port", "2775", "tls", "false", "mode", "both", "timeout", "PT30S"));
    }

    @Test
    void aRequiredSettingIsMissedAndAnUnknownOneNamed() {
        assertThat(SettingsCheck.of(SETTINGS, Map.of("hots", "smsc")).problems())
                .containsExactly(new Problem("host", "required", Map.of()), new Problem("hots", "unknown", Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "host,a-long-host,too-long,max,10",
        "port,0,too-small,min,1",
        "port,65536,too-large,max,65535",
        "mode,receive,not-a-choice,options,'both, send'",
    })
    void aProblemNamesTheBoundThatWasCrossed(String name, String value, String code, String param, String bound) {
        assertThat(SettingsCheck.of(SETTINGS, with(name, value)).problems())
                .containsExactly(new Problem(name, code, Map.of(param, bound)));
    }

    @ParameterizedTest
    @CsvSource({
        "port,2775x,not-a-number",
        "tls,yes,not-a-switch",
        "timeout,30s,not-a-duration",
        "timeout,PT-30S,not-a-duration"
    })
    void aProblemSaysWhatTheValueIsNot(String name, String value, String code) {
        assertThat(SettingsCheck.of(SETTINGS, with(name, value)).problems())
                .containsExactly(new Problem(name, code, Map.of()));
    }

    private static Map<String, String> with(String name, String value) {
        return name.equals("host") ? Map.of(name, value) : Map.of("host", "smsc", name, value);
    }
}
