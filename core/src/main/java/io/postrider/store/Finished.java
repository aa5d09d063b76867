package io.postrider.store;

import java.io.InterruptedIOException;

/** Waits for programs. */
final class Finished {
    private Finished() {}

    /** The exit code of a program that ends by itself. */
    static int waitFor(Process process) throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new InterruptedIOException("interrupted while a program ran");
        }
    }
}
