package io.postrider.simulator.view;

import io.postrider.smpp.wire.Tlvs;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Set;

/** One optional parameter: tag, length and value (SMPP 3.4 section 5.3). */
final class ParameterView {
    private static final int HEAD = 4;
    private static final int NUMBER = 4;
    private static final Set<Integer> STRINGS = Set.of(Tlvs.RECEIPTED_MESSAGE_ID, 0x001D);

    private ParameterView() {}

    static void next(Cursor cursor) {
        if (cursor.left() < HEAD) {
            cursor.octets(
                    "optional parameter",
                    cursor.left(),
                    Octets.hex(cursor.slice(cursor.at(), cursor.left())),
                    null,
                    "An optional parameter has at least four octets.");
            return;
        }
        int tag = cursor.peek16(cursor.at());
        int length = cursor.peek16(cursor.at() + 2);
        int room = cursor.left() - HEAD;
        int kept = Math.min(length, room);
        byte[] value = cursor.slice(cursor.at() + HEAD, kept);
        String note = "tag 0x%04X, %d octets".formatted(tag, length);
        OptionalInt fixed = Tlvs.fixedLength(tag);
        String problem = null;
        if (length > room) {
            problem = "It says " + length + " octets, but " + room + " are left.";
        } else if (fixed.isPresent() && fixed.getAsInt() != length) {
            problem = "It has " + fixed.getAsInt() + " octets by the specification.";
        }
        cursor.octets(PduNames.parameter(tag), HEAD + kept, text(tag, value), note, problem);
    }

    private static String text(int tag, byte[] value) {
        if (STRINGS.contains(tag)) {
            return new String(value, StandardCharsets.ISO_8859_1).replace("\0", "");
        }
        if (value.length == 0 || value.length > NUMBER || Tlvs.fixedLength(tag).isEmpty()) {
            return Octets.hex(value);
        }
        long number = 0;
        for (byte octet : value) {
            number = (number << 8) | (octet & 0xFF);
        }
        String name = PduNames.parameter(tag);
        String meaning = value.length == 1 ? Meanings.of(name, (int) number) : null;
        return meaning == null ? Long.toString(number) : number + ", " + meaning;
    }
}
