package io.postrider.bench;

import io.vertx.core.json.JsonObject;

/** Something that is measured or tried out on a server in a process of its own. */
interface Bench {
    /** What to call it on the command line. */
    String name();

    /**
     * Does it.
     *
     * @return the last line of the output; its field {@code failures} says what was not as it must be, and is empty when all
     *     is well
     */
    JsonObject run(boolean quick);
}
