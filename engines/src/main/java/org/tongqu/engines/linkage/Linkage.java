package org.tongqu.engines.linkage;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Links two lists by a plan. */
public final class Linkage {

    private final LinkagePlan plan;
    private final Columns columns;

    /** Prepares two lists. */
    public Linkage(LinkagePlan plan, Rows left, Rows right) {
        this.plan = plan;
        this.columns = Columns.of(plan, left, right);
    }

    /** @param seed for the pairs drawn at random */
    public Linked link(long seed) {
        if (columns.left() == 0 || columns.right() == 0) {
            return Linked.NOTHING;
        }
        var pairs = new Blocking(columns).pairs(plan.blocks());
        var patterns = new int[pairs.length];
        IntStream.range(0, pairs.length)
                .parallel()
                .forEach(i -> patterns[i] = columns.pattern(Blocking.left(pairs[i]), Blocking.right(pairs[i])));
        var draws = new Draws(seed, columns.left(), columns.right());
        var weights = new Estimation(plan, columns.left(), columns.right())
                .estimate(Patterns.of(patterns), Patterns.of(draws.patterns(columns)));
        var by = new Scores(plan, weights);
        var scores = new double[pairs.length];
        IntStream.range(0, pairs.length).parallel().forEach(i -> {
            var row = Blocking.left(pairs[i]);
            scores[i] = by.score(patterns[i], field -> columns.rarity(field, row));
        });
        return linked(pairs, scores, weights);
    }

    private Linked linked(long[] pairs, double[] scores, Weights weights) {
        var choice = Choice.of(pairs, scores, columns.left(), columns.right());
        var best = choice.best();
        return new Linked(
                Arrays.stream(best).map(i -> Blocking.left(pairs[i])).toArray(),
                Arrays.stream(best).map(i -> Blocking.right(pairs[i])).toArray(),
                Arrays.stream(best).mapToDouble(i -> scores[i]).toArray(),
                choice.sure(),
                best.length - choice.sure(),
                pairs.length,
                weights);
    }

    /** Why two rows scored as they did. */
    public Explained explain(Weights weights, int left, int right) {
        return new Scores(plan, weights).explained(columns.pattern(left, right), field -> columns.rarity(field, left));
    }
}
