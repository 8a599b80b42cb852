package org.tongqu.scale.evidence;

import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.tongqu.engines.linkage.LinkageParts;
import org.tongqu.engines.linkage.Side;
import org.tongqu.scale.evidence.Passed.Blocked;
import org.tongqu.scale.evidence.Passed.Drawn;
import org.tongqu.scale.evidence.Passed.Learned;
import org.tongqu.scale.evidence.Passed.Linking;
import org.tongqu.scale.evidence.Passed.Listed;
import org.tongqu.scale.evidence.Passed.Mentioned;
import org.tongqu.scale.evidence.Passed.Paired;
import org.tongqu.scale.evidence.Passed.Rarity;

/** The two jobs of a linkage. */
public record LinkingJobs(DataStream<Listed> left, DataStream<Listed> right) {

    /** What has to be known of all rows; the first job. */
    public DataStream<Learned> learned(LinkageParts parts) {
        return new Mentions.Summing(parts)
                .of(mentioned(parts).keyBy(Mentioned::key).process(new Mentions.Learning(parts)), Learned.class);
    }

    private DataStream<Mentioned> mentioned(LinkageParts parts) {
        return left.flatMap(new Mentions.Of(parts, Side.LEFT)).union(right.flatMap(new Mentions.Of(parts, Side.RIGHT)));
    }

    /** The links; the second job. @param learned in the first */
    public DataStream<Linking> links(LinkageParts parts, List<Learned> learned, long seed) {
        var lore = Lore.of(parts, learned);
        var pairs = left.flatMap(new Blocks.Of(lore, Side.LEFT))
                .union(right.flatMap(new Blocks.Of(lore, Side.RIGHT)))
                .keyBy(Blocked::key)
                .process(new Blocks.Pairs(lore))
                .keyBy(Paired::both)
                .reduce((one, same) -> one);
        var counts = new Counting(Weighing.CANDIDATES)
                .of(pairs, Passed.Counted.class)
                .union(new Counting(Weighing.DRAWN).of(drawn(lore, seed), Passed.Counted.class));
        var weights = new Weighing(parts).ofAll(counts, org.tongqu.engines.linkage.Weights.class);
        var scored = pairs.keyBy(Paired::left)
                .connect(mentioned(parts)
                        .keyBy(Mentioned::key)
                        .process(new Mentions.Rarities(parts))
                        .keyBy(Rarity::left))
                .process(new Scoring.Rating(lore))
                .rebalance()
                .connect(weights.broadcast(Scoring.WEIGHTS))
                .process(new Scoring.ByWeights(parts));
        return told(new Choosing(parts).ofAll(scored, Linking.class));
    }

    private DataStream<Paired> drawn(Lore lore, long seed) {
        var environment = left.getExecutionEnvironment();
        var shares = environment.getParallelism();
        return environment
                .fromSequence(0, shares - 1L)
                .flatMap(new Chance.Draw(lore, seed, shares))
                .keyBy(Drawn::left)
                .connect(left.keyBy(Listed::number))
                .process(new Chance.Lefts())
                .keyBy(Drawn::right)
                .connect(right.keyBy(Listed::number))
                .process(new Chance.Rights(lore));
    }

    /** With what the rows say. */
    private DataStream<Linking> told(DataStream<Linking> links) {
        return links.keyBy(link -> link.pair().left())
                .connect(left.keyBy(Listed::number))
                .process(new Telling(Side.LEFT))
                .keyBy(link -> link.pair().right())
                .connect(right.keyBy(Listed::number))
                .process(new Telling(Side.RIGHT));
    }

    /** Puts rows beside the link that names them. */
    private static final class Telling extends Gathered.OfBoth<Integer, Linking, Listed, Linking> {

        private final Side side;

        Telling(Side side) {
            super(Linking.class, Listed.class);
            this.side = side;
        }

        @Override
        void all(List<Linking> links, List<Listed> rows, Collector<Linking> out) {
            for (var link : links) {
                var texts = rows.getFirst().texts();
                out.collect(new Linking(
                        link.place(),
                        link.sure(),
                        link.pair(),
                        side == Side.LEFT ? texts : link.about(),
                        side == Side.LEFT ? link.against() : texts));
            }
        }
    }
}
