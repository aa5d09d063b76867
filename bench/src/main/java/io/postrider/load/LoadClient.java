package io.postrider.load;

/** A client that is bound to a server as a transceiver and answers every deliver_sm until it is closed. */
public interface LoadClient extends AutoCloseable {
    /**
     * Sends all there is and returns with the last answer; receipts may still come afterwards.
     *
     * @throws LoadException if the connection is lost
     */
    void send(Feed feed);

    /** Leaves the server. */
    @Override
    void close();

    /** How a client is made. */
    @FunctionalInterface
    interface Kind {
        /**
         * Binds a client.
         *
         * @throws LoadException if that fails
         */
        LoadClient bind(Account account, Tally tally);
    }
}
