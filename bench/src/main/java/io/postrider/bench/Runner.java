package io.postrider.bench;

/** Somebody who can send to everyone, again and again. */
interface Runner extends AutoCloseable {
    /** Who it is. */
    String name();

    /** Sends to everyone once. */
    Lap run();

    /** Ends what it has started. */
    @Override
    void close();
}
