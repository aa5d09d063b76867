package io.postrider.plugin.api;

/** How the text of a message travels. */
public enum Encoding {
    /** GSM 03.38 default alphabet with its extension table. */
    GSM7,
    /** UTF-16BE, two octets a unit, surrogate pairs allowed. */
    UCS2
}
