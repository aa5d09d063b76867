package io.postrider.stage.tracking;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Who opens a short link, as far as the request says.
 *
 * @param address in numbers, as the network says or the proxy in front
 * @param userAgent what the browser says it is; empty if it says nothing
 */
record Visitor(String address, String userAgent) {
    private static final int LONGEST_AGENT = 250;
    private static final Pattern V4 = Pattern.compile("(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.)\\d{1,3}");
    private static final int SITE_BYTES = 6;
    private static final int NETWORK_BYTES = 8;

    Visitor {
        userAgent = userAgent.length() > LONGEST_AGENT ? userAgent.substring(0, LONGEST_AGENT) : userAgent;
    }

    /** The address without its end, so that it names no person: the last number of an IPv4 address, the last 80 bits of an IPv6 one. */
    String cutAddress() {
        return V4.matcher(address).matches() ? V4.matcher(address).replaceFirst("$10") : network(SITE_BYTES);
    }

    /** What one visitor can hardly have many of: the IPv4 address, or the IPv6 network. */
    String origin() {
        return V4.matcher(address).matches() ? address : network(NETWORK_BYTES);
    }

    private String network(int bytes) {
        if (address.indexOf(':') < 0) {
            return "";
        }
        try {
            InetAddress numbers = InetAddress.getByName(address.replaceFirst("%.*", ""));
            byte[] all = numbers.getAddress();
            if (numbers instanceof Inet6Address) {
                Arrays.fill(all, bytes, all.length, (byte) 0);
            }
            return InetAddress.getByAddress(all).getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return "";
        }
    }
}
