package org.tongqu.engines.linkage;

/**
 * What came of linking: pairs in the order of their scores, each row in one of them at most.
 *
 * @param left rows of the left list
 * @param right rows of the right list, in the same order
 * @param scores in bits
 * @param sure so many of the first are taken to be one
 * @param doubtful so many after them are for people to look at
 * @param compared how many candidates there were
 */
public record Linked(int[] left, int[] right, double[] scores, int sure, int doubtful, int compared, Weights weights) {

    /** Of a list that is empty. */
    static final Linked NOTHING = new Linked(
            new int[0], new int[0], new double[0], 0, 0, 0, new Weights(0, new double[0][], new double[0][]));
}
