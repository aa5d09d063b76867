package io.postrider.simulator;

/**
 * The port for SMPP over TLS.
 *
 * @param port to listen on; 0 takes a free one
 * @param certificate path of a PEM file; empty makes one for this run that nobody trusts
 * @param key path of its private key as PEM; empty with an empty certificate
 */
public record Tls(int port, String certificate, String key) {
    /** Refuses half of a pair with one sentence. */
    public Tls {
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new IllegalArgumentException("A certificate and its key must be given together.");
        }
    }
}
