package org.tongqu.scale.evidence;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.tongqu.scale.evidence.Passed.Drawn;
import org.tongqu.scale.evidence.Passed.Listed;
import org.tongqu.scale.evidence.Passed.Paired;

/** Pairs drawn at random find their rows. */
final class Chance {

    private Chance() {}

    /** One share of the pairs. */
    record Draw(Lore lore, long seed, int shares) implements FlatMapFunction<Long, Drawn> {

        @Override
        public void flatMap(Long share, Collector<Drawn> out) {
            lore.parts().draw(seed, (number, left, right) -> {
                if (number % shares == share) {
                    out.collect(new Drawn(left, right, new String[0]));
                }
            });
        }
    }

    /** What the row of the left says. */
    static final class Lefts extends Gathered.OfBoth<Integer, Drawn, Listed, Drawn> {

        Lefts() {
            super(Drawn.class, Listed.class);
        }

        @Override
        void all(List<Drawn> drawn, List<Listed> rows, Collector<Drawn> out) {
            drawn.forEach(pair -> out.collect(
                    new Drawn(pair.left(), pair.right(), rows.getFirst().values())));
        }
    }

    /** How far they agree. */
    static final class Rights extends Gathered.OfBoth<Integer, Drawn, Listed, Paired> {

        private final Lore lore;

        Rights(Lore lore) {
            super(Drawn.class, Listed.class);
            this.lore = lore;
        }

        @Override
        void all(List<Drawn> drawn, List<Listed> rows, Collector<Paired> out) {
            if (drawn.isEmpty()) {
                return;
            }
            List<String[]> lefts = new ArrayList<>();
            drawn.forEach(pair -> lefts.add(pair.values()));
            var columns = lore.columns(
                    new Some(lefts), new Some(List.<String[]>of(rows.getFirst().values())));
            for (int i = 0; i < drawn.size(); i++) {
                out.collect(new Paired(drawn.get(i).left(), drawn.get(i).right(), columns.pattern(i, 0)));
            }
        }
    }
}
