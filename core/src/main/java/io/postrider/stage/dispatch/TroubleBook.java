package io.postrider.stage.dispatch;

import io.postrider.sender.SenderActivity.Fault;
import io.postrider.sender.SenderActivity.FaultKind;
import io.postrider.sender.SenderActivity.Trouble;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What went wrong on a lane: the last ones, and how often each kind did. */
final class TroubleBook {
    private static final int LAST = 20;
    private static final int KINDS = 50;
    private static final int LONGEST = 300;
    private final Deque<Trouble> last = new ArrayDeque<>();
    private final Map<Key, Fault> faults = new LinkedHashMap<>();

    private record Key(FaultKind kind, String code, String text) {}

    /** A message was refused, or was left without an answer. */
    void note(FaultKind kind, String code, String text, Instant now) {
        last.addFirst(new Trouble(now, code, text));
        if (last.size() > LAST) {
            last.removeLast();
        }
        count(kind, code, text, now);
    }

    /** Something that comes right by itself, so it is only counted. */
    void count(FaultKind kind, String code, String text, Instant now) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Key key = new Key(kind, code, code.isEmpty() ? shown : "");
        Fault before = faults.remove(key);
        faults.put(key, new Fault(kind, code, shown, before == null ? 1 : before.count() + 1, now));
        if (faults.size() > KINDS) {
            faults.remove(faults.keySet().iterator().next());
        }
    }

    /** The newest first. */
    List<Trouble> last() {
        return List.copyOf(last);
    }

    /** The latest first. */
    List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults.values());
        Collections.reverse(all);
        return all;
    }
}
