package io.postrider.bench;

import java.util.ArrayList;
import java.util.List;

/** A counter that was looked at again and again while it climbed. */
final class Climb {
    private final List<Look> looks = new ArrayList<>();

    private record Look(long nanos, long count) {}

    /** It stands here now; counts from the last time that it stood at zero. */
    void look(long nanos, long count) {
        if (count == 0) {
            looks.clear();
        }
        looks.add(new Look(nanos, count));
    }

    /** How fast it went between two counts. */
    double perSecond(long from, long to) {
        return (to - from) / ((nanos(to) - nanos(from)) / 1e9);
    }

    /** When it stood there, as if it had climbed evenly between two looks. */
    private double nanos(long count) {
        Look before = looks.get(0);
        for (Look look : looks) {
            if (look.count() >= count) {
                long step = look.count() - before.count();
                double share = step == 0 ? 0 : (double) (count - before.count()) / step;
                return before.nanos() + share * (look.nanos() - before.nanos());
            }
            before = look;
        }
        throw new IllegalArgumentException("the counter never came to " + count);
    }
}
