package io.postrider.plugin.api;

import java.util.List;
import org.pf4j.ExtensionPoint;

/** Makes gateways of one kind. Stateless; called from any thread. */
public interface GatewayProvider extends ExtensionPoint {
    /** Stable lower-case name that senders refer to, such as {@code smpp}. */
    String name();

    /** What a sender of this kind must or may say. */
    List<Setting> settings();

    /**
     * Makes a gateway for one sender without connecting.
     *
     * @throws SettingException if the settings cannot work together
     */
    Gateway open(GatewayContext host);
}
