package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayProvider;
import io.postrider.plugin.api.Setting;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.pf4j.Extension;

/** Gateways to operators that speak SMPP 3.4. */
@Extension
public final class SmppProvider implements GatewayProvider {
    @Override
    public String name() {
        return "smpp";
    }

    @Override
    public List<Setting> settings() {
        return SmppForm.settings();
    }

    @Override
    public Gateway open(GatewayContext host) {
        return new SmppGateway(host, SmppSettings.of(host.settings()), Clock.systemUTC(), new Random());
    }
}
