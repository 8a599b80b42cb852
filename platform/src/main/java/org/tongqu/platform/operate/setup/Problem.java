package org.tongqu.platform.operate.setup;

import java.util.Comparator;

/**
 * What is wrong in a table, where, and what to do about it.
 *
 * @param line the first line of the row, counted as editors do; 0 for the table as a whole
 */
public record Problem(String file, long line, String what) {

    static final Comparator<Problem> IN_ORDER =
            Comparator.comparing(Problem::file).thenComparingLong(Problem::line);

    @Override
    public String toString() {
        return line == 0 ? file + ": " + what : file + ":" + line + ": " + what;
    }
}
