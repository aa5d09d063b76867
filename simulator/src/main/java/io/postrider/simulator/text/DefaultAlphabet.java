package io.postrider.simulator.text;

/** How an operator reads data_coding 0, which SMPP leaves to the operator. */
public enum DefaultAlphabet {
    /** The GSM alphabet, one octet a septet: what most do. */
    GSM,
    /** The GSM alphabet, eight septets in seven octets as on the air; so is every other GSM data_coding then. */
    GSM_PACKED,
    /** ISO 8859-1. */
    LATIN_1,
    /** ASCII. */
    ASCII,
    /** UTF-8. */
    UTF_8
}
