package org.tongqu.scale.evidence;

import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.tongqu.engines.linkage.Explained.Piece;
import org.tongqu.engines.linkage.LinkageParts;
import org.tongqu.engines.linkage.Weights;
import org.tongqu.scale.evidence.Passed.Paired;
import org.tongqu.scale.evidence.Passed.Rarity;
import org.tongqu.scale.evidence.Passed.Rated;
import org.tongqu.scale.evidence.Passed.Scored;

/** Candidates get their scores. */
final class Scoring {

    static final MapStateDescriptor<Integer, Weights> WEIGHTS =
            new MapStateDescriptor<>("weights", Integer.class, Weights.class);

    private Scoring() {}

    /** How rare what the row of the left says is. */
    static final class Rating extends Gathered.OfBoth<Integer, Paired, Rarity, Rated> {

        private final Lore lore;

        Rating(Lore lore) {
            super(Paired.class, Rarity.class);
            this.lore = lore;
        }

        @Override
        void all(List<Paired> pairs, List<Rarity> known, Collector<Rated> out) {
            var rarities = lore.rarities();
            known.forEach(one -> rarities[one.field()] = lore.rarity(one.field(), one.count()));
            pairs.forEach(pair -> out.collect(new Rated(pair.left(), pair.right(), pair.pattern(), rarities)));
        }
    }

    /** By the weights, which come first. */
    static final class ByWeights extends BroadcastProcessFunction<Rated, Weights, Scored> {

        private final LinkageParts parts;

        ByWeights(LinkageParts parts) {
            this.parts = parts;
        }

        @Override
        public void processBroadcastElement(Weights weights, Context context, Collector<Scored> out) throws Exception {
            context.getBroadcastState(WEIGHTS).put(0, weights);
        }

        @Override
        public void processElement(Rated pair, ReadOnlyContext context, Collector<Scored> out) throws Exception {
            var weights = context.getBroadcastState(WEIGHTS).get(0);
            if (weights == null) {
                throw new IllegalStateException("The weights are to come before the pairs");
            }
            var score = parts.score(weights, pair.pattern(), pair.rarities());
            if (LinkageParts.isWorth(score)) {
                var explained = parts.explained(weights, pair.pattern(), pair.rarities());
                var pieces =
                        explained.pieces().stream().mapToDouble(Piece::weight).toArray();
                out.collect(new Scored(pair.left(), pair.right(), score, pair.pattern(), explained.start(), pieces));
            }
        }
    }
}
