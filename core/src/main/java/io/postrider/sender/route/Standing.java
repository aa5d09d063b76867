package io.postrider.sender.route;

import java.util.Locale;

/** Whether new messages may be given to a sender. */
public enum Standing {
    USABLE,
    /** Somebody has paused it, longer ago than a virtual sender waits. */
    PAUSED,
    /** It has had no connection for longer than a virtual sender waits. */
    DOWN,
    /** It is being drained, or has been: nothing new is written for it. */
    DRAINED;

    /** How it is called outside. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
