package io.postrider.sender;

import io.postrider.plugin.SettingsCheck;
import io.postrider.plugin.api.GatewayProvider;
import io.postrider.plugin.api.Setting;
import io.postrider.refusal.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a person filled in for a gateway, checked and complete with defaults. */
final class GatewayForm {
    private final Map<String, String> open;
    private final Map<String, String> secrets;

    private GatewayForm(Map<String, String> open, Map<String, String> secrets) {
        this.open = Map.copyOf(open);
        this.secrets = Map.copyOf(secrets);
    }

    /**
     * Checks the form; refuses it naming every setting that is wrong.
     *
     * @param kept secrets that are saved; used where the form says nothing, while an empty text deletes one
     */
    static GatewayForm of(GatewayProvider provider, Map<String, String> given, Map<String, String> kept) {
        Map<String, String> all = new HashMap<>(kept);
        all.keySet().retainAll(secretNames(provider.settings()));
        all.putAll(given);
        SettingsCheck check = SettingsCheck.of(provider.settings(), all);
        if (!check.passed()) {
            throw Refusal.ofFields(
                    SenderReason.SETTINGS_WRONG,
                    check.problems().stream().map(GatewayForm::refusal).toList());
        }
        Map<String, String> open = new HashMap<>(check.values());
        Map<String, String> secrets = new HashMap<>(check.values());
        open.keySet().removeAll(secretNames(provider.settings()));
        secrets.keySet().retainAll(secretNames(provider.settings()));
        return new GatewayForm(open, secrets);
    }

    /** Settings that anybody may see. */
    Map<String, String> open() {
        return open;
    }

    /** Settings that are sealed and never shown. */
    Map<String, String> secrets() {
        return secrets;
    }

    /** Everything the gateway is opened with. */
    Map<String, String> all() {
        Map<String, String> all = new HashMap<>(open);
        all.putAll(secrets);
        return all;
    }

    private static Refusal refusal(SettingsCheck.Problem problem) {
        return Refusal.ofField(SettingReason.of(problem.code()), "/settings/" + problem.setting(), problem.params());
    }

    private static Set<String> secretNames(List<Setting> settings) {
        Set<String> names = new HashSet<>();
        settings.stream().filter(Setting::secret).forEach(setting -> names.add(setting.name()));
        return names;
    }
}
