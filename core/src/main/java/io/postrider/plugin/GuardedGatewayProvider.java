package io.postrider.plugin;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayProvider;
import io.postrider.plugin.api.Setting;
import io.postrider.plugin.api.SettingException;
import java.util.List;
import java.util.Objects;

/** A plugin's gateway provider, whose name and settings were read when it was loaded. */
final class GuardedGatewayProvider implements GatewayProvider {
    private final PluginScope scope;
    private final GatewayProvider provider;
    private final String name;
    private final List<Setting> settings;

    GuardedGatewayProvider(PluginScope scope, GatewayProvider provider, String name, List<Setting> settings) {
        this.scope = scope;
        this.provider = provider;
        this.name = name;
        this.settings = settings;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Setting> settings() {
        return settings;
    }

    @Override
    public Gateway open(GatewayContext host) {
        try {
            GatewayContext context = new GuardedGatewayContext(scope, host);
            Gateway gateway = Objects.requireNonNull(scope.inPlugin(() -> provider.open(context)));
            return new GuardedGateway(scope, gateway, host);
        } catch (SettingException wrong) {
            throw wrong;
        } catch (Throwable thrown) {
            throw scope.failure("opening a gateway", thrown);
        }
    }
}
