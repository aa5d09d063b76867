package io.postrider.sms;

/** The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038 section 6.2.1). */
final class Gsm7 {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "^{}\\[~]|€\f";
    private static final byte[] SEPTETS = septetsByCharacter();

    private Gsm7() {}

    /** Septets that the character takes: 1, 2 for an escaped one, 0 when the alphabet does not have it. */
    static int septets(char character) {
        return character < SEPTETS.length ? SEPTETS[character] : 0;
    }

    private static byte[] septetsByCharacter() {
        byte[] septets = new byte['€' + 1];
        BASIC.chars().forEach(character -> septets[character] = 1);
        EXTENSION.chars().forEach(character -> septets[character] = 2);
        return septets;
    }
}
