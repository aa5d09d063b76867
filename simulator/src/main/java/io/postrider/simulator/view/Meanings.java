package io.postrider.simulator.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the numbers in fields mean, and whether they may be there (SMPP 3.4 section 5.2). */
final class Meanings {
    private static final List<String> TONS = List.of(
            "unknown",
            "international",
            "national",
            "network specific",
            "subscriber number",
            "alphanumeric",
            "abbreviated");
    private static final Map<Integer, String> NPIS = Map.of(
            0,
            "unknown",
            1,
            "E.164",
            3,
            "data (X.121)",
            4,
            "telex",
            6,
            "land mobile",
            8,
            "national",
            9,
            "private",
            10,
            "ERMES",
            14,
            "internet",
            18,
            "WAP");
    private static final Map<Integer, String> STATES = Map.of(
            1,
            "ENROUTE",
            2,
            "DELIVERED",
            3,
            "EXPIRED",
            4,
            "DELETED",
            5,
            "UNDELIVERABLE",
            6,
            "ACCEPTED",
            7,
            "UNKNOWN",
            8,
            "REJECTED");

    private Meanings() {}

    /** The meaning of a one-octet field; null if there is nothing to say. */
    static @Nullable String of(String name, int value) {
        if (name.endsWith("_ton")) {
            return value < TONS.size() ? TONS.get(value) : null;
        }
        if (name.endsWith("_npi")) {
            return NPIS.get(value);
        }
        return switch (name) {
            case "esm_class" -> esmClass(value);
            case "registered_delivery" -> registeredDelivery(value);
            case "data_coding" -> coding(value);
            case "interface_version", "sc_interface_version" -> (value >> 4) + "." + (value & 0x0F);
            case "message_state" -> STATES.get(value);
            default -> null;
        };
    }

    private static String esmClass(int value) {
        List<String> words = new ArrayList<>();
        switch (value & 0x3C) {
            case 0x04 -> words.add("receipt");
            case 0x08 -> words.add("delivery acknowledgement");
            case 0x10 -> words.add("user acknowledgement");
            case 0x18 -> words.add("conversation abort");
            case 0x20 -> words.add("intermediate notification");
            default -> {
                // a usual message
            }
        }
        switch (value & 3) {
            case 1 -> words.add("datagram");
            case 2 -> words.add("forward");
            case 3 -> words.add("store and forward");
            default -> {
                // the operator's usual mode
            }
        }
        if ((value & 0x40) != 0) {
            words.add("user data header");
        }
        if ((value & 0x80) != 0) {
            words.add("reply path");
        }
        return words.isEmpty() ? "usual" : String.join(", ", words);
    }

    private static String registeredDelivery(int value) {
        String receipt =
                switch (value & 3) {
                    case 0 -> "no receipt";
                    case 1 -> "receipt wanted";
                    case 2 -> "receipt of failure wanted";
                    default -> "reserved";
                };
        return (value & 0x10) == 0 ? receipt : receipt + ", intermediate wanted";
    }

    private static String coding(int value) {
        return switch (value) {
            case 0 -> "operator's default alphabet";
            case 1 -> "ASCII";
            case 2, 4 -> "binary";
            case 3 -> "Latin-1";
            case 5 -> "JIS";
            case 6 -> "ISO 8859-5";
            case 7 -> "ISO 8859-8";
            case 8 -> "UCS-2";
            case 0x10, 0xF0 -> "GSM-7, flash";
            case 0x18 -> "UCS-2, flash";
            default -> value >= 0xF0 ? "GSM message class" : "other";
        };
    }

    /** What is wrong with the value of a one-octet field; null if nothing is. */
    static @Nullable String problem(String command, String name, int value) {
        if (name.endsWith("_ton") && value >= TONS.size()) {
            return "There is no type of number " + value + ".";
        }
        if (name.endsWith("_npi") && !NPIS.containsKey(value)) {
            return "There is no numbering plan " + value + ".";
        }
        boolean request = command.startsWith("submit");
        if (request
                && name.equals("esm_class")
                && (value & 0x3C) != 0
                && (value & 0x3C) != 8
                && (value & 0x3C) != 0x10) {
            return "A client may not send this message type.";
        }
        if (name.equals("priority_flag") && value > 3) {
            return "A priority is at most 3.";
        }
        if (name.equals("registered_delivery") && ((value & 3) == 3 || (value & 0xE0) != 0)) {
            return "These bits are reserved.";
        }
        if (name.equals("replace_if_present_flag") && value > 1) {
            return "It is 0 or 1.";
        }
        return name.equals("sm_length") && value == 255 ? "A short message has at most 254 octets." : null;
    }
}
