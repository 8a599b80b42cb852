package org.tongqu.platform.matter.past.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.decisions.DecisionLoad;
import org.tongqu.platform.trust.directory.Organisation;

/**
 * Who applies for what, when and where, over two years; all services together, so that numbers follow the days.
 *
 * @param matters in the order of applying
 * @param used the document numbers these matters use up
 */
record Plan(List<Planned> matters, List<DecisionLoad.Used> used) {

    /** The first districts are the city's centre and have more to do. */
    private static final int[] SHARES = {24, 19, 15, 12, 10, 8, 7, 5};

    /** Its multiples spread evenly, however many of them there are. */
    private static final double GOLDEN = 0.618_033_988_749_895;

    private record Series(String organisation, int year) {}

    /** A service and the offices that do it. */
    record Offered(Pack pack, List<Organisation> offices) {}

    static Plan of(List<Offered> services, Period period, Rhythm rhythm, SplittableRandom random) {
        int shares =
                services.stream().mapToInt(one -> one.pack().demo().share()).sum();
        var counts = rhythm.arrivals(period.from(), period.until(), period.total(), random);
        var numbers = new HashMap<Series, Integer>();
        var turns = new HashMap<String, Integer>();
        var matters = new ArrayList<Planned>(period.total());
        var day = period.from();
        for (var count : counts) {
            var times = new ArrayList<Instant>();
            for (int i = 0; i < count; i++) {
                times.add(rhythm.arrival(day, random));
            }
            times.sort(Comparator.naturalOrder());
            for (var time : times) {
                var service = pick(services, random.nextInt(shares));
                var office =
                        service.offices().get(pick(SHARES, service.offices().size(), random));
                var turn = turns.merge(service.pack().id(), 1, Integer::sum);
                var result = pick(service.pack().demo().ends(), turn);
                int year = time.atZone(WorkingCalendar.ZONE).getYear();
                int number = result.equals(Cases.WITHDRAWN) || isDecidedByMany(service.pack())
                        ? 0
                        : numbers.merge(new Series(office.code(), year), 1, Integer::sum);
                matters.add(new Planned(
                        matters.size(), time, service.pack(), office, result, number, turn, random.nextLong()));
            }
            day = day.plusDays(1);
        }
        var used = numbers.entrySet().stream()
                .map(series -> new DecisionLoad.Used(
                        series.getKey().organisation(), series.getKey().year(), series.getValue()))
                .toList();
        return new Plan(matters, used);
    }

    /** Where each body's decision bears a number of its own, given when it is written down. */
    static boolean isDecidedByMany(Pack pack) {
        return pack.process().nodes().values().stream()
                .anyMatch(node ->
                        node instanceof Node.ServiceTask task && task.action().equals("decisions.record"));
    }

    /** @param until the first day that is not over */
    record Period(LocalDate from, LocalDate until, int total) {}

    private static Offered pick(List<Offered> services, int at) {
        int left = at;
        for (var service : services) {
            left -= service.pack().demo().share();
            if (left < 0) {
                return service;
            }
        }
        throw new IllegalStateException("No service has a share");
    }

    private static int pick(int[] shares, int among, SplittableRandom random) {
        int sum = 0;
        for (int i = 0; i < among; i++) {
            sum += shares[i % shares.length];
        }
        int left = random.nextInt(sum);
        for (int i = 0; ; i++) {
            left -= shares[i % shares.length];
            if (left < 0) {
                return i;
            }
        }
    }

    /** By turns, not by chance: of a service that is seldom asked for, too, some matters end in each way. */
    private static String pick(Map<String, Integer> weights, int turn) {
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        int left = (int) (turn * GOLDEN % 1 * sum);
        for (var weight : weights.entrySet()) {
            left -= weight.getValue();
            if (left < 0) {
                return weight.getKey();
            }
        }
        throw new IllegalStateException("Weights without a sum: " + weights);
    }
}
