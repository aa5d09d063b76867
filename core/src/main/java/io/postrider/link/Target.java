package io.postrider.link;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a short link leads.
 *
 * @param runId run of the message it was sent with
 * @param url as it stood in the message
 */
public record Target(long accountId, long runId, String url) {
    private static final Pattern PARTS =
            Pattern.compile("(https?://)((?:[^/?#@]*@)?)([^/?#@:]+)(.*)", Pattern.CASE_INSENSITIVE);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final char FIRST_PRINTABLE = 0x21;
    private static final char LAST_PRINTABLE = 0x7e;

    /**
     * The address in the characters that a header may have: letters of other scripts are encoded.
     *
     * @throws IllegalArgumentException if it is not an http or https address with a host
     */
    public String location() {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an address that a browser may be sent to: " + url);
        }
        return parts.group(1) + encoded(parts.group(2)) + IDN.toASCII(parts.group(3)) + encoded(parts.group(4));
    }

    private static String encoded(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= FIRST_PRINTABLE && c <= LAST_PRINTABLE) {
                ascii.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    ascii.append('%').append(HEX.toHexDigits(b));
                }
            }
        });
        return ascii.toString();
    }
}
