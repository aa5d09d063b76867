package io.postrider.smpp.gateway;

import io.postrider.plugin.api.SettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the operator's SMPP servers. */
record Endpoint(String host, int port) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:\\[(?<six>[0-9a-fA-F:.%]+)]|(?<bare>[0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)|(?<name>[^\\s:\\[\\]/]+))"
                    + "(?::(?<port>\\d{1,5}))?");
    private static final int MOST = 16;
    private static final int LAST_PORT = 65_535;

    /** The servers of a setting such as {@code smsc1.example:2775, smsc2.example}. */
    static List<Endpoint> list(String written, int usualPort) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (String one : written.split(",", -1)) {
            endpoints.add(of(one.strip(), usualPort));
        }
        if (endpoints.size() > MOST) {
            throw new SettingException("host", "must name at most " + MOST + " servers");
        }
        return List.copyOf(endpoints);
    }

    private static Endpoint of(String written, int usualPort) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new SettingException(
                    "host",
                    "must be a name or an address, or several separated by commas, each with its port or without");
        }
        String port = parts.group("port");
        int number = port == null ? usualPort : Integer.parseInt(port);
        if (number < 1 || number > LAST_PORT) {
            throw new SettingException("host", "has a port that is not between 1 and " + LAST_PORT);
        }
        String six = parts.group("six") == null ? parts.group("bare") : parts.group("six");
        return new Endpoint(six == null ? parts.group("name") : six, number);
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
