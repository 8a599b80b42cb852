package org.tongqu.scale.evidence;

/** What workers hand to each other. Sides are those of {@code engines.linkage} by their place. */
@SuppressWarnings("ArrayRecordComponent")
public final class Passed {

    private Passed() {}

    /** A row. @param values by field @param texts all of it */
    public record Listed(int number, String[] values, String[] texts) {}

    /** A row that mentions a text. @param key of field and text together */
    public record Mentioned(String key, int field, String text, int side, int number) {}

    /** What a text comes to. @param text empty unless it is common @param met how many pairs mention it */
    public record Learned(int field, String text, double met) {}

    /** A row where it meets others. */
    public record Blocked(long key, int side, int number, String[] values) {}

    /** A candidate. */
    public record Paired(int left, int right, int pattern) {

        long both() {
            return (long) left << 32 | right;
        }
    }

    /** How often a pattern is met. @param kind see {@link Weighing} */
    public record Counted(int kind, int pattern, long count) {}

    /** A pair drawn at random. @param values of the left, when they are known */
    public record Drawn(int left, int right, String[] values) {}

    /** How many rows of the right mention what a row of the left does. */
    public record Rarity(int left, int field, long count) {}

    /** A candidate and, by field, how rare what the row of the left says is. */
    public record Rated(int left, int right, int pattern, double[] rarities) {}

    /** A candidate that may come to anything. @param start what two rows have against them @param weights by field */
    public record Scored(int left, int right, double score, int pattern, double start, double[] weights) {}

    /** A pair that is taken. @param place from the best on @param sure how many of all are */
    public record Linking(int place, int sure, Scored pair, String[] about, String[] against) {}
}
