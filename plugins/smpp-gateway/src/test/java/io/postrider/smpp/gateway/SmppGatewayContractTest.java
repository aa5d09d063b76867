package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.testkit.GatewayContract;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class SmppGatewayContractTest extends GatewayContract {
    private final ScriptedSmsc smsc;

    SmppGatewayContractTest() throws Exception {
        smsc = new ScriptedSmsc();
    }

    @AfterEach
    void closeOperator() throws Exception {
        smsc.close();
    }

    @Override
    protected Gateway open(GatewayContext host) {
        return new SmppProvider().open(host);
    }

    @Override
    protected Map<String, String> settings() {
        return smsc.settings();
    }

    @Override
    protected Map<String, String> settingsOutOfReach() {
        Map<String, String> settings = new HashMap<>(smsc.settings());
        settings.put("port", Integer.toString(portOfNobody()));
        return settings;
    }

    private static int portOfNobody() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
