package io.postrider.link;

/**
 * Where a short link stands.
 *
 * @param message number of the message, below 2^43
 * @param link 0 to 7 for a target that is the same for the whole run, 8 to 15 for one of this message alone
 */
public record Place(long message, int link) {
    /** The first number of a personal link. */
    public static final int FIRST_PERSONAL = 8;

    /** How many links of each sort a message can have. */
    public static final int OF_EACH_SORT = 8;

    private static final long MESSAGES = 1L << 43;
    private static final int LINKS = 16;

    public Place {
        if (message < 0 || message >= MESSAGES || link < 0 || link >= LINKS) {
            throw new IllegalArgumentException("no short link can stand at message " + message + ", link " + link);
        }
    }

    /** Whether the target belongs to this message alone. */
    public boolean isPersonal() {
        return link >= FIRST_PERSONAL;
    }
}
