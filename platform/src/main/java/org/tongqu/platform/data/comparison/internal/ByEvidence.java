package org.tongqu.platform.data.comparison.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.linkage.Linkage;
import org.tongqu.engines.linkage.Linked;
import org.tongqu.engines.linkage.Rows;
import org.tongqu.exchange.crosscheck.Checked;
import org.tongqu.exchange.crosscheck.Found;
import org.tongqu.exchange.crosscheck.RowList;
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

    /** One side of the lists as the linkage reads it. */
    private record Values(RowList list, List<String> columns) implements Rows {

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public String value(int row, int field) {
            return list.value(row, columns.get(field)).strip();
        }
    }

    Outcome<Checked, Barred> compare(PlannedJob planned, Finder finder, Consumer<Found> found) {
        return tables.lists(planned.asked()).map(lists -> linked(planned.job(), lists, finder, found));
    }

    private Checked linked(ComparisonJob job, RowLists lists, Finder finder, Consumer<Found> found) {
        var own = new Values(
                lists.about(),
                job.traits().stream().map(ComparisonJob.Trait::about).toList());
        var other = new Values(
                lists.against(),
                job.traits().stream().map(ComparisonJob.Trait::against).toList());
        var linkage = new Linkage(job.plan(), own, other);
        var linked = linkage.link(SEED);
        var decided = pairs.decisions(finder.job());
        List<PairStore.Doubtful> doubtful = new ArrayList<>();
        long count = 0;
        for (int i = 0; i < linked.sure() + linked.doubtful(); i++) {
            if (isKnown(lists, linked.left()[i], linked.right()[i])) {
                continue;
            }
            var pair = found(lists, linked.left()[i], linked.right()[i]);
            var state = decided.get(pairs.key(finder.job(), pair.key()));
            if (state == Doubt.State.SAME || state == null && i < linked.sure()) {
                found.accept(pair);
                count++;
            } else if (state == null) {
                doubtful.add(doubtful(linkage, linked, i, own, other, pair));
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

    private static PairStore.Doubtful doubtful(
            Linkage linkage, Linked linked, int i, Values own, Values other, Found pair) {
        var left = linked.left()[i];
        var right = linked.right()[i];
        var explained = linkage.explain(linked.weights(), left, right);
        var pieces = IntStream.range(0, explained.pieces().size())
                .mapToObj(field -> {
                    var piece = explained.pieces().get(field);
                    return new Piece(
                            own.columns().get(field), other.columns().get(field), piece.level(), piece.weight());
                })
                .toList();
        return new PairStore.Doubtful(
                new Said(pair.key(), pair.row(), pair.about(), pair.against()), pieces, explained.probability());
    }
}
