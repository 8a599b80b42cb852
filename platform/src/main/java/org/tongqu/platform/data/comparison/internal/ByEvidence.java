package org.tongqu.platform.data.comparison.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Trait;
import org.tongqu.engines.linkage.Explained;
import org.tongqu.engines.linkage.Linkage;
import org.tongqu.exchange.cluster.ClusterAnswer;
import org.tongqu.exchange.crosscheck.Checked;
import org.tongqu.exchange.crosscheck.Found;
import org.tongqu.exchange.crosscheck.RowLists;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.comparison.Doubt;
import org.tongqu.platform.data.comparison.Doubt.Piece;
import org.tongqu.platform.data.comparison.Finding.Said;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.comparison.internal.FindingStore.Finder;
import org.tongqu.platform.data.exchange.DeliveredTables;
import org.tongqu.platform.data.exchange.DeliveredTables.Barred;

/**
 * Finds by evidence: what is sure is found, what is doubtful waits for somebody to look at it, and what people have said
 * stands, whatever the machine reckons.
 */
@Component
class ByEvidence {

    /** The same rows are linked in the same way each time. */
    private static final long SEED = 20_261_123L;

    private static final int AT_ONCE = 1000;

    private final DeliveredTables tables;
    private final PairStore pairs;

    ByEvidence(DeliveredTables tables, PairStore pairs) {
        this.tables = tables;
        this.pairs = pairs;
    }

    /**
     * What was linked, the best first.
     *
     * @param left rows of the list it is about
     * @param right rows of the other
     * @param sure so many of the first are taken to be one
     * @param reasons by place
     */
    private record Evident(RowLists lists, int[] left, int[] right, int sure, IntFunction<Explained> reasons) {}

    Outcome<Checked, Barred> compare(PlannedJob planned, Finder finder, Consumer<Found> found) {
        var evident = tables.isOnCluster()
                ? tables.onCluster(planned.asked(), SEED)
                        .map(answer -> evident(answer.links().orElseThrow()))
                : tables.lists(planned.asked()).map(lists -> evident(planned.job(), lists));
        return evident.map(links -> kept(planned.job(), links, finder, found));
    }

    private static Evident evident(ComparisonJob job, RowLists lists) {
        var traits = job.traits();
        var linkage = new Linkage(
                job.plan(),
                lists.about().read(traits.stream().map(Trait::about).toList()),
                lists.against().read(traits.stream().map(Trait::against).toList()));
        var linked = linkage.link(SEED);
        return new Evident(
                lists,
                linked.left(),
                linked.right(),
                linked.sure(),
                at -> linkage.explain(linked.weights(), linked.left()[at], linked.right()[at]));
    }

    /** Of a cluster come the rows that are linked, in the order of the links. */
    private static Evident evident(ClusterAnswer.Links links) {
        var places = IntStream.range(0, links.reasons().size()).toArray();
        return new Evident(
                links.lists(),
                places,
                places,
                links.sure(),
                at -> links.reasons().get(at));
    }

    private Checked kept(ComparisonJob job, Evident evident, Finder finder, Consumer<Found> found) {
        var lists = evident.lists();
        var decided = pairs.decisions(finder.job());
        List<PairStore.Doubtful> doubtful = new ArrayList<>();
        long count = 0;
        for (int i = 0; i < evident.left().length; i++) {
            var left = evident.left()[i];
            var right = evident.right()[i];
            if (isKnown(lists, left, right)) {
                continue;
            }
            var pair = found(lists, left, right);
            var state = decided.get(pairs.key(finder.job(), pair.key()));
            if (state == Doubt.State.SAME || state == null && i < evident.sure()) {
                found.accept(pair);
                count++;
            } else if (state == null) {
                doubtful.add(doubtful(job, evident.reasons().apply(i), pair));
            }
        }
        for (int from = 0; from < doubtful.size(); from += AT_ONCE) {
            pairs.put(finder, doubtful.subList(from, Math.min(from + AT_ONCE, doubtful.size())));
        }
        pairs.retire(finder);
        return new Checked(lists.moment(), count, OptionalLong.empty());
    }

    /** What the identifier says is no question of evidence: it is there to estimate by. */
    private static boolean isKnown(RowLists lists, int left, int right) {
        return lists.about().key(left).equals(lists.against().key(right));
    }

    private static Found found(RowLists lists, int left, int right) {
        var key = Stream.of(lists.about().key(left), lists.against().key(right))
                .flatMap(List::stream)
                .toList();
        var own = lists.about();
        var other = lists.against();
        return new Found(key, own.rowKey(left), own.fields(left, own.names()), other.fields(right, other.names()));
    }

    private static PairStore.Doubtful doubtful(ComparisonJob job, Explained explained, Found pair) {
        var pieces = IntStream.range(0, explained.pieces().size())
                .mapToObj(field -> {
                    var piece = explained.pieces().get(field);
                    var trait = job.traits().get(field);
                    return new Piece(trait.about(), trait.against(), piece.level(), piece.weight());
                })
                .toList();
        return new PairStore.Doubtful(
                new Said(pair.key(), pair.row(), pair.about(), pair.against()), pieces, explained.probability());
    }
}
