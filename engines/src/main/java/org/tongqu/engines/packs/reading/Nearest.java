package org.tongqu.engines.packs.reading;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name somebody probably meant. */
final class Nearest {

    private Nearest() {}

    /** The closest of the names, or a dash when there are none. */
    static String to(String name, Collection<String> names) {
        return names.stream()
                .min(Comparator.<String>comparingInt(known -> distance(known, name))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("—");
    }

    /** How many letters must change to make one of the other. */
    private static int distance(String a, String b) {
        var costs = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(change, Math.min(costs[j], costs[j - 1]) + 1);
            }
        }
        return costs[b.length()];
    }
}
