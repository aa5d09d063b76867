package io.postrider.simulator.view;

import org.jspecify.annotations.Nullable;

/**
 * A field of a PDU as people read it.
 *
 * @param name as in the SMPP specification
 * @param value as text
 * @param note what the value means; null if it says so itself
 * @param problem what is wrong with it, as a sentence; null if nothing is
 * @param offset of its first octet
 * @param length in octets
 */
public record PduField(
        String name,
        String value,
        @Nullable String note,
        @Nullable String problem,
        int offset,
        int length) {}
