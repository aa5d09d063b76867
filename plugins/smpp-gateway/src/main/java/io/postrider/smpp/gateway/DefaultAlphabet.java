package io.postrider.smpp.gateway;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What an operator means by data_coding 0 (SMPP 3.4 section 5.2.19). */
enum DefaultAlphabet {
    GSM7 {
        @Override
        byte @Nullable [] encode(String text) {
            return Gsm7.encode(text);
        }

        @Override
        String decode(byte[] octets) {
            return Gsm7.decode(octets);
        }
    },
    LATIN1 {
        @Override
        byte @Nullable [] encode(String text) {
            return text.chars().allMatch(c -> c <= 0xFF) ? text.getBytes(StandardCharsets.ISO_8859_1) : null;
        }

        @Override
        String decode(byte[] octets) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
    };

    /** The octets, or null if a character cannot be said in this alphabet. */
    abstract byte @Nullable [] encode(String text);

    abstract String decode(byte[] octets);
}
