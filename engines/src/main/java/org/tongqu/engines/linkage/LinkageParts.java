package org.tongqu.engines.linkage;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A linkage in steps, for those who have many machines carry it out: what is counted of all rows, the keys of blocks, the
 * patterns of pairs, the weights, scores and choice. Each step is that of {@link Linkage}, so that the links are the same
 * however rows and pairs are spread.
 *
 * @param left how many rows the left list has
 * @param right how many the right has
 */
public record LinkageParts(LinkagePlan plan, int left, int right) implements Serializable {

    /** What of a value is counted in both lists. */
    public record Mention(int field, String text) {}

    /** What is counted of one row. @param values by field, empty when it is not known */
    public List<Mention> mentions(List<String> values) {
        return IntStream.range(0, values.size())
                .boxed()
                .flatMap(field -> texts(field, values.get(field)).stream().map(text -> new Mention(field, text)))
                .toList();
    }

    private List<String> texts(int field, String value) {
        var texts = switch (plan.fields().get(field).evidence()) {
            case NAME -> List.of(NameColumn.fold(value));
            case ADDRESS -> AddressColumn.parts(value);
            case CODE, DATE, PHONE -> List.<String>of();
        };
        return texts.stream().filter(text -> !text.isEmpty()).toList();
    }

    /** Whether rarity is asked of the field. */
    public boolean hasRarity(int field) {
        return plan.fields().get(field).evidence() == Evidence.NAME;
    }

    /** Whether what so many mention says nothing. */
    public boolean isCommon(int field, long count) {
        return plan.fields().get(field).evidence() == Evidence.ADDRESS && AddressColumn.isCommon(count, left, right);
    }

    /** @param met how many pairs of all mention the same in the field */
    public double mean(double met) {
        return NameColumn.mean(met, left, right);
    }

    /** @param count how many rows of the right mention what the row of the left does */
    public double rarity(long count, double mean) {
        return NameColumn.rarity(count, right, mean);
    }

    /** Some rows. @param common by field, what {@link #isCommon} */
    public Columns columns(Rows some, Rows others, List<Set<String>> common) {
        return Columns.of(plan, some, others, common);
    }

    /** Whether pairs are made of a key that so many rows of the right have. */
    public static boolean isTelling(int rights) {
        return rights <= Blocking.MOST;
    }

    /** Takes a pair drawn at random. */
    public interface Taker {
        void take(int number, int left, int right);
    }

    /** Draws pairs at random, all of them each time. */
    public void draw(long seed, Taker taker) {
        new Draws(seed, left, right).each(taker::take);
    }

    /** @param candidates how often a pattern is met among them @param drawn and among those drawn at random */
    public Weights weights(Map<Integer, Long> candidates, Map<Integer, Long> drawn) {
        return new Estimation(plan, left, right).estimate(Patterns.of(candidates), Patterns.of(drawn));
    }

    /** @param rarities by field, of the row of the left */
    public double score(Weights weights, int pattern, double[] rarities) {
        return new Scores(plan, weights).score(pattern, field -> rarities[field]);
    }

    public Explained explained(Weights weights, int pattern, double[] rarities) {
        return new Scores(plan, weights).explained(pattern, field -> rarities[field]);
    }

    /** How far a field agrees in a pattern. */
    public static Level level(int pattern, int field) {
        return Level.values()[Patterns.levelOf(pattern, field)];
    }

    /** Whether a pair may come to anything. */
    public static boolean isWorth(double score) {
        return Choice.isWorth(score);
    }

    /** Pairs that are taken, the best first, by their place. @param sure so many of them are taken to be one */
    public record Taken(int[] places, int sure) {}

    /** @param pairs in their order, the row of the left in the upper half and that of the right in the lower */
    public Taken taken(long[] pairs, double[] scores) {
        var choice = Choice.of(pairs, scores, left, right);
        return new Taken(choice.best(), choice.sure());
    }
}
