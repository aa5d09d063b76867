package io.postrider.sms;

import java.util.AbstractList;
import java.util.Arrays;

/** Where the characters stand that force UCS-2. Boxes an index only when somebody asks for it. */
final class Culprits extends AbstractList<Integer> {
    private final int[] indexes;

    private Culprits(int[] indexes) {
        this.indexes = indexes;
    }

    /** A surrogate pair is one culprit, at the index of its first half. */
    static Culprits of(String text) {
        int[] found = new int[text.length()];
        int count = 0;
        for (int at = 0; at < text.length(); at++) {
            if (Gsm7.septets(text.charAt(at)) == 0 && !Clusters.splitsPair(text, at)) {
                found[count++] = at;
            }
        }
        return new Culprits(Arrays.copyOf(found, count));
    }

    @Override
    public Integer get(int position) {
        return indexes[position];
    }

    @Override
    public int size() {
        return indexes.length;
    }
}
