package org.tongqu.platform.matter.ratings;

import java.util.List;
import java.util.Map;

/**
 * What the public may know of all ratings that count.
 *
 * @param services by pack
 * @param organisations by code
 */
public record Figures(Tally all, Map<String, Tally> services, Map<String, Tally> organisations) {

    /**
     * @param grades how many of each grade, the best first
     * @param answered bad ratings that were answered
     * @param inTime of those, how many within the limit
     */
    public record Tally(List<Long> grades, long bad, long answered, long inTime) {
        public Tally {
            grades = List.copyOf(grades);
        }

        public static final Tally NONE = new Tally(List.of(0L, 0L, 0L, 0L, 0L), 0, 0, 0);

        public long total() {
            return grades.stream().mapToLong(Long::longValue).sum();
        }

        /** Those very, simply or fairly satisfied among all, in percent. */
        public double satisfied() {
            var total = total();
            return total == 0 ? 0 : 100.0 * (total - grades.get(3) - grades.get(4)) / total;
        }
    }

    public Figures {
        services = Map.copyOf(services);
        organisations = Map.copyOf(organisations);
    }
}
