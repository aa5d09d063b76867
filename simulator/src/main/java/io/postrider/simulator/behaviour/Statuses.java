package io.postrider.simulator.behaviour;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsmpp.SMPPConstant;

/** command_status by name and number (SMPP 3.4 section 5.1.3 and the additions of 5.0). */
public final class Statuses {
    private static final String PREFIX = "STAT_";
    private static final String ESME = "ESME_";
    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    private static final Map<Integer, String> NAMES = new HashMap<>();

    static {
        for (Field constant : SMPPConstant.class.getFields()) {
            if (constant.getName().startsWith(PREFIX)) {
                add(constant);
            }
        }
    }

    private Statuses() {}

    private static void add(Field constant) {
        try {
            String name = constant.getName().substring(PREFIX.length());
            NUMBERS.put(name, constant.getInt(null));
            NAMES.put(constant.getInt(null), name);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Its name, such as ESME_ROK, or its number in hexadecimal if it has none. */
    public static String name(int status) {
        String name = NAMES.get(status);
        return name == null ? "0x" + Integer.toHexString(status).toUpperCase(Locale.ROOT) : name;
    }

    /** Reads {@code RTHROTTLED}, {@code ESME_RTHROTTLED}, {@code 0x58} or 88. */
    public static int read(String place, Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        String text = String.valueOf(value).strip();
        Integer known = NUMBERS.get(text.startsWith(ESME) ? text : ESME + text);
        if (known != null) {
            return known;
        }
        try {
            return Integer.decode(text);
        } catch (NumberFormatException unknown) {
            throw new IllegalArgumentException(
                    "\"" + place + "\" must be a command_status such as RTHROTTLED or 0x58.", unknown);
        }
    }
}
