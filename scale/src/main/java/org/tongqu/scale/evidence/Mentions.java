package org.tongqu.scale.evidence;

import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.tongqu.engines.linkage.LinkageParts;
import org.tongqu.engines.linkage.Side;
import org.tongqu.scale.evidence.Passed.Learned;
import org.tongqu.scale.evidence.Passed.Listed;
import org.tongqu.scale.evidence.Passed.Mentioned;
import org.tongqu.scale.evidence.Passed.Rarity;

/** What rows mention is counted over both lists. */
final class Mentions {

    private Mentions() {}

    /** All that a row mentions. */
    record Of(LinkageParts parts, Side side) implements FlatMapFunction<Listed, Mentioned> {

        @Override
        public void flatMap(Listed row, Collector<Mentioned> out) {
            for (var mention : parts.mentions(List.of(row.values()))) {
                out.collect(new Mentioned(
                        mention.field() + " " + mention.text(),
                        mention.field(),
                        mention.text(),
                        side.ordinal(),
                        row.number()));
            }
        }
    }

    private static long count(List<Mentioned> some, Side side) {
        return some.stream().filter(one -> one.side() == side.ordinal()).count();
    }

    /** What a text comes to. */
    static final class Learning extends Gathered.Of<String, Mentioned, Learned> {

        private final LinkageParts parts;

        Learning(LinkageParts parts) {
            super(Mentioned.class);
            this.parts = parts;
        }

        @Override
        void all(List<Mentioned> some, Collector<Learned> out) {
            var first = some.getFirst();
            var met = (double) count(some, Side.LEFT) * count(some, Side.RIGHT);
            var isCommon = parts.isCommon(first.field(), some.size());
            if (isCommon || parts.hasRarity(first.field()) && met > 0) {
                out.collect(new Learned(first.field(), isCommon ? first.text() : "", met));
            }
        }
    }

    /** Tells each row of the left how many of the right mention the same. */
    static final class Rarities extends Gathered.Of<String, Mentioned, Rarity> {

        private final LinkageParts parts;

        Rarities(LinkageParts parts) {
            super(Mentioned.class);
            this.parts = parts;
        }

        @Override
        void all(List<Mentioned> some, Collector<Rarity> out) {
            if (parts.hasRarity(some.getFirst().field())) {
                var rights = count(some, Side.RIGHT);
                some.stream()
                        .filter(one -> one.side() == Side.LEFT.ordinal())
                        .forEach(one -> out.collect(new Rarity(one.number(), one.field(), rights)));
            }
        }
    }

    /** Adds up what was learned where it is, so that little travels. */
    static final class Summing extends AtEnd<Learned, Learned> {

        private final double[] met;

        Summing(LinkageParts parts) {
            this.met = new double[parts.plan().fields().size()];
        }

        @Override
        void take(Learned learned) {
            met[learned.field()] += learned.met();
            if (!learned.text().isEmpty()) {
                say(new Learned(learned.field(), learned.text(), 0));
            }
        }

        @Override
        void end() {
            for (int field = 0; field < met.length; field++) {
                say(new Learned(field, "", met[field]));
            }
        }
    }
}
