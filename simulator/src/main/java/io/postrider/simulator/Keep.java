package io.postrider.simulator;

/**
 * How much is remembered: the bounds of memory.
 *
 * @param messages newest messages with their text
 * @param phones newest phones with their counters
 * @param pduOctets octets of the newest PDUs
 * @param receipts receipts and replies of an account that wait for a bind
 */
public record Keep(int messages, int phones, int pduOctets, int receipts) {
    /** Fits into a heap of 256 MB. */
    public static final Keep USUAL = new Keep(50_000, 1_000_000, 16 * 1024 * 1024, 300_000);

    private static final int LEAST_OCTETS = 256 * 1024;

    /** Refuses what is impossible with one sentence. */
    public Keep {
        if (messages < 1 || phones < 1 || receipts < 1) {
            throw new IllegalArgumentException("At least 1 message, phone and receipt must be kept.");
        }
        if (pduOctets < LEAST_OCTETS) {
            throw new IllegalArgumentException("At least 262144 octets of PDUs must be kept.");
        }
    }
}
