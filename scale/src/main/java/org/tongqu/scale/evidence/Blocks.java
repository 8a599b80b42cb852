package org.tongqu.scale.evidence;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.tongqu.engines.linkage.LinkageParts;
import org.tongqu.engines.linkage.Side;
import org.tongqu.scale.evidence.Passed.Blocked;
import org.tongqu.scale.evidence.Passed.Listed;
import org.tongqu.scale.evidence.Passed.Paired;

/** Rows meet by the keys of blocks. */
final class Blocks {

    /** Tells keys of different blocks apart. */
    private static final long APART = 0x9E3779B97F4A7C15L;

    private Blocks() {}

    /** A row to all its keys. */
    record Of(Lore lore, Side side) implements FlatMapFunction<Listed, Blocked> {

        @Override
        public void flatMap(Listed row, Collector<Blocked> out) {
            var self = new Some(List.<String[]>of(row.values()));
            var columns = side == Side.LEFT ? lore.columns(self, Some.NOBODY) : lore.columns(Some.NOBODY, self);
            var blocks = lore.parts().plan().blocks();
            for (int block = 0; block < blocks.size(); block++) {
                var key = columns.key(side, 0, blocks.get(block));
                if (key != 0) {
                    out.collect(new Blocked(key + block * APART, side.ordinal(), row.number(), row.values()));
                }
            }
        }
    }

    /** The pairs of a key. */
    static final class Pairs extends Gathered.Of<Long, Blocked, Paired> {

        private final Lore lore;

        Pairs(Lore lore) {
            super(Blocked.class);
            this.lore = lore;
        }

        @Override
        void all(List<Blocked> some, Collector<Paired> out) {
            var lefts = side(some, Side.LEFT);
            var rights = side(some, Side.RIGHT);
            if (lefts.isEmpty() || rights.isEmpty() || !LinkageParts.isTelling(rights.size())) {
                return;
            }
            var columns = lore.columns(values(lefts), values(rights));
            for (int i = 0; i < lefts.size(); i++) {
                for (int j = 0; j < rights.size(); j++) {
                    out.collect(new Paired(lefts.get(i).number(), rights.get(j).number(), columns.pattern(i, j)));
                }
            }
        }

        private static List<Blocked> side(List<Blocked> some, Side side) {
            return some.stream().filter(row -> row.side() == side.ordinal()).toList();
        }

        private static Some values(List<Blocked> rows) {
            List<String[]> values = new ArrayList<>();
            rows.forEach(row -> values.add(row.values()));
            return new Some(values);
        }
    }
}
