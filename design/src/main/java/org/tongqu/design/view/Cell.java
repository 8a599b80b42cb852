package org.tongqu.design.view;

import java.util.List;

/** What stands in one place of a table. */
public sealed interface Cell {

    /** Words. */
    record Words(String text) implements Cell {}

    /** A number or amount, already formatted; set to the right. */
    record Figure(String text) implements Cell {}

    /** A number that opens the rows it counts. */
    record FigureLink(String text, String href) implements Cell {}

    /** The name of the row: opens it. */
    record Opens(String text, String href) implements Cell {

        private static final int LONGEST_NUMBER = 24;

        /** Numbers are read as a whole and not broken at their dashes. */
        public boolean isNumber() {
            return text.length() <= LONGEST_NUMBER
                    && text.codePoints().allMatch(letter -> letter < 0x80 && letter != ' ');
        }
    }

    /** A main line and a quieter one below. */
    record TwoLines(String main, String under) implements Cell {}

    /** A main line and what belongs to it, a quieter line each. */
    record Listed(String main, List<String> under) implements Cell {
        public Listed {
            under = List.copyOf(under);
        }
    }

    record Lit(Lamp lamp) implements Cell {}

    /** Ways on from this row. */
    record Ways(List<Way> ways) implements Cell {
        public Ways {
            ways = List.copyOf(ways);
        }
    }

    /** One way on. */
    record Way(String label, String href) {}
}
