package org.tongqu.engines.packs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.kernel.data.Datum;

/**
 * How the demo city invents applications for this service.
 *
 * @param lists   words to pick from, by name
 * @param ends    how many of a hundred matters end how; results of the process and {@code withdrawn}
 * @param share   how many of the city's matters are of this service, beside the shares of the others
 * @param familiar one matter in so many is of somebody whom anybody can sign in as; 0 where that is left to chance
 * @param answers a recipe for each answer, in the order in which they are made
 */
public record Demo(
        Map<String, List<String>> lists,
        Map<String, Integer> ends,
        int share,
        int familiar,
        Map<String, Recipe> answers) {

    public static final Demo NONE = new Demo(Map.of(), Map.of(), 0, 0, Map.of());

    public Demo {
        lists = Map.copyOf(lists);
        ends = Collections.unmodifiableMap(new LinkedHashMap<>(ends));
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** Whether it is firms that apply, so that who applies must represent one. */
    public boolean isOfFirms() {
        return answers.values().stream().anyMatch(recipe -> recipe.making() instanceof Making.FirmPart);
    }

    /**
     * How one value is made.
     *
     * @param path where it goes; two recipes with different conditions may go to the same place
     * @param when looks at what was made before
     */
    public record Recipe(String path, Making making, Optional<Expression> when) {}

    /** The ways to make a value. */
    public sealed interface Making {

        record Fixed(Datum value) implements Making {}

        record Pick(String list) implements Making {}

        record PickSome(String list, int atLeast, int atMost) implements Making {}

        record Join(List<Making> parts) implements Making {
            public Join {
                parts = List.copyOf(parts);
            }
        }

        /** Small numbers come more often than large ones, as they do in life. */
        record NumberBetween(long from, long to, long step) implements Making {}

        /** A day so many days after the application, as a date. */
        record DaysLater(int from, int to) implements Making {}

        /** One of several values, some more often than others; {@code true} and {@code false} become truths. */
        record Weighted(Map<String, Integer> weights) implements Making {
            public Weighted {
                weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
            }
        }

        /**
         * Part of a person of the demo city.
         *
         * @param alias the same alias means the same person within one application, in a row within that row
         * @param part  {@code name}, {@code citizenNumber} or {@code phone}
         */
        record PersonPart(String alias, String part) implements Making {}

        /**
         * Part of the firm whose representative applies.
         *
         * @param part {@code creditCode}, {@code name} or {@code legalRepresentative}
         */
        record FirmPart(String part) implements Making {}

        /** A division code and an address in it. */
        record Address() implements Making {}

        record SameAs(String path) implements Making {}

        /** Splits the number at the path between the rows of a group, so that they add up. */
        record ShareOf(String path) implements Making {}

        /** @param each a recipe for each field of a row */
        record Rows(int atLeast, int atMost, Map<String, Recipe> each) implements Making {
            public Rows {
                each = Collections.unmodifiableMap(new LinkedHashMap<>(each));
            }
        }
    }
}
