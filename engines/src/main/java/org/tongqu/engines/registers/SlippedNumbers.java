package org.tongqu.engines.registers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.engines.linkage.Rows;

/**
 * Finds records that bear different numbers and agree in all that is said of both, as when somebody's finger slipped. That two
 * numbers differ speaks strongly against their being one, so these are questions and never answers.
 *
 * <p>At least three pieces agree (all, where fewer are declared) and none differs. How likely such a pair is one is told
 * against chance: how seldom each value is, how many records there are, and that one in a thousand slips.
 */
public final class SlippedNumbers {

    private static final int LEAST = 3;
    /** So many that are all alike are no slips, but one value that was filled in for want of a better one. */
    private static final int MOST_ALIKE = 8;

    private static final double SLIPS = 0.001;

    private final int fields;
    private final String[][] values;
    private final List<Map<String, Integer>> often = new ArrayList<>();

    /** @param against what it says of the two that their numbers differ, in bits; below nought */
    public record Pair(int left, int right, List<Agreeing> agreeing, double against, double probability) {
        public Pair {
            agreeing = List.copyOf(agreeing);
        }
    }

    /** @param weight what it says for the two, in bits: more of a value that is seldom */
    public record Agreeing(int field, double weight) {}

    private SlippedNumbers(Rows rows, int fields) {
        this.fields = fields;
        this.values = new String[rows.size()][fields];
        for (int field = 0; field < fields; field++) {
            Map<String, Integer> counts = new HashMap<>();
            for (int row = 0; row < rows.size(); row++) {
                values[row][field] = plain(rows.value(row, field));
                counts.merge(values[row][field], 1, Integer::sum);
            }
            often.add(counts);
        }
    }

    /** @param fields how many pieces of evidence each row has */
    public static List<Pair> find(Rows rows, int fields) {
        return new SlippedNumbers(rows, fields).pairs();
    }

    private static String plain(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private List<Pair> pairs() {
        Set<Long> seen = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        var least = Math.min(LEAST, fields);
        for (int chosen = 1; chosen < (1 << fields); chosen++) {
            if (Integer.bitCount(chosen) == least) {
                alike(chosen).forEach(rows -> add(pairs, seen, rows));
            }
        }
        return pairs;
    }

    /** Rows that agree in all of these. @param chosen a bit for each field */
    private List<List<Integer>> alike(int chosen) {
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int row = 0; row < values.length; row++) {
            var key = new StringBuilder();
            var isWhole = true;
            for (int field = 0; field < fields; field++) {
                if ((chosen & (1 << field)) != 0) {
                    isWhole &= !values[row][field].isEmpty();
                    key.append(values[row][field]).append('\n');
                }
            }
            if (isWhole) {
                groups.computeIfAbsent(key.toString(), any -> new ArrayList<>(1))
                        .add(row);
            }
        }
        return groups.values().stream()
                .filter(rows -> rows.size() > 1 && rows.size() <= MOST_ALIKE)
                .toList();
    }

    private void add(List<Pair> pairs, Set<Long> seen, List<Integer> rows) {
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                int left = rows.get(i);
                int right = rows.get(j);
                if (seen.add(((long) left << 32) | right) && !differs(left, right)) {
                    pairs.add(pair(left, right));
                }
            }
        }
    }

    private boolean differs(int left, int right) {
        for (int field = 0; field < fields; field++) {
            var one = values[left][field];
            var other = values[right][field];
            if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
                return true;
            }
        }
        return false;
    }

    private Pair pair(int left, int right) {
        List<Agreeing> agreeing = new ArrayList<>();
        for (int field = 0; field < fields; field++) {
            var value = values[left][field];
            if (!value.isEmpty() && value.equals(values[right][field])) {
                var share = (double) often.get(field).getOrDefault(value, 1) / values.length;
                agreeing.add(new Agreeing(field, -log2(share)));
            }
        }
        var against = log2(SLIPS) - log2(values.length);
        var score = agreeing.stream().mapToDouble(Agreeing::weight).sum() + against;
        return new Pair(left, right, agreeing, against, 1 / (1 + Math.pow(2, -score)));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** In how many places two numbers differ: one for each sign that is another, is too many, or changed places with the next. */
    public static int apart(String one, String other) {
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var next = new int[other.length() + 1];
            next[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                next[j] = Math.min(Math.min(last[j] + 1, next[j - 1] + 1), last[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    next[j] = Math.min(next[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = next;
        }
        return last[other.length()];
    }
}
