package io.postrider.smpp.wire;

/**
 * Overhears a connection: every frame as it travelled, readable or not. Called on the connection's event loop; the octets
 * are only good during the call.
 */
public interface PduTap {
    /** Hears nothing. */
    PduTap NONE = new PduTap() {
        @Override
        public void received(byte[] octets, int offset, int length) {
            // nobody listens
        }

        @Override
        public void sent(byte[] octets, int offset, int length) {
            // nobody listens
        }
    };

    /** A frame came; of one whose command_length is impossible, at most 16 octets. */
    void received(byte[] octets, int offset, int length);

    /** A frame was queued for the peer. */
    void sent(byte[] octets, int offset, int length);
}
