package io.postrider.smpp.wire;

/** Carries the command_status of the first unreadable field out of the decoder; never leaves the package. */
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    MalformedException(int status) {
        super(null, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
