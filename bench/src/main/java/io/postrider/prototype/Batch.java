package io.postrider.prototype;

/** Messages that are written and may be released, both ends included. */
record Batch(long runId, long first, long last) {
    int size() {
        return (int) (last - first + 1);
    }
}
