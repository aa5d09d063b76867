package io.postrider.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Setting;
import java.util.List;

/** What the form of every provider keeps to. */
final class SettingRules {
    private SettingRules() {}

    static void check(List<Setting> settings) {
        assertThat(settings).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(settings).allSatisfy(setting -> {
            assertThat(setting.name()).matches("[a-z][a-z0-9.-]*");
            assertThat(setting.label()).as("label of %s", setting.name()).containsKeys("en", "ru");
            assertThat(setting.help()).as("help of %s", setting.name()).containsKeys("en", "ru");
            if (setting.type() == Setting.Type.CHOICE) {
                assertThat(setting.options()).contains(setting.defaultValue());
            }
        });
    }
}
