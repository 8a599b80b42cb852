package org.tongqu.platform.data.comparison.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.engines.comparisons.ComparisonJob.Pair;
import org.tongqu.engines.comparisons.RegisterSide;
import org.tongqu.engines.registers.Register;
import org.tongqu.exchange.crosscheck.Checked;
import org.tongqu.exchange.crosscheck.Found;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.comparison.Finding.Origin;
import org.tongqu.platform.data.comparison.Finding.Said;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.exchange.DeliveredTables;
import org.tongqu.platform.data.exchange.DeliveredTables.Barred;
import org.tongqu.platform.data.exchange.DeliveredTables.Reach;
import org.tongqu.platform.data.exchange.DeliveredTables.Read;
import org.tongqu.platform.data.golden.Position;
import org.tongqu.platform.data.golden.RecordsBeside;
import org.tongqu.platform.data.golden.RecordsBeside.Beside;
import org.tongqu.platform.data.golden.StoredRecords;
import org.tongqu.platform.data.golden.StoredRecords.Stored;

/**
 * Lays a delivery beside golden records, a thousand rows with one statement of the registers' store. What the register says
 * nothing about does not disagree. Sealed values are compared as they are kept; those of a finding alone are opened.
 */
@Component
class ByRegister {

    private static final int AT_ONCE = 1000;
    /** Of more records than that all rows are looked at. */
    private static final int MOST_CHANGED = 50_000;

    private final DeliveredTables tables;
    private final RecordsBeside records;
    private final StoredRecords stored;

    ByRegister(DeliveredTables tables, RecordsBeside records, StoredRecords stored) {
        this.tables = tables;
        this.records = records;
        this.stored = stored;
    }

    /** What came of it; the moment is one of the delivery's database and one of the register. */
    Outcome<Read, Barred> compare(
            PlannedJob planned, String moment, Collection<List<String>> open, Consumer<Said> found) {
        var register = planned.register().orElseThrow();
        var upTo = records.end();
        var lot = laying(planned.job(), register, found);
        var reach = Moment.parse(moment)
                .flatMap(since -> records.changed(register, since.records(), upTo, MOST_CHANGED)
                        .map(changed -> reach(since, changed, open)))
                .orElseGet(Reach.Everything::new);
        return tables.read(planned.asked(), reach, lot::take).map(read -> {
            lot.lay();
            var checked = read.checked();
            var next = new Moment(checked.moment(), upTo);
            return new Read(new Checked(next.text(), lot.count, checked.touched()), read.rows());
        });
    }

    /** Takes rows of the delivery and tells those that disagree. */
    Lot laying(ComparisonJob job, Register register, Consumer<Said> found) {
        return new Lot(job, register, found);
    }

    private static Reach reach(Moment since, Set<String> changed, Collection<List<String>> open) {
        Set<List<String>> keys = new HashSet<>(open);
        changed.forEach(identifier -> keys.add(List.of(identifier)));
        return new Reach.Changed(since.delivery(), keys);
    }

    /** Where a comparison stopped on both sides. */
    private record Moment(String delivery, Position records) {

        String text() {
            return delivery + " " + records.text();
        }

        static Optional<Moment> parse(String text) {
            var at = text.indexOf(' ');
            return at < 0
                    ? Optional.empty()
                    : Position.parse(text.substring(at + 1)).map(records -> new Moment(text.substring(0, at), records));
        }
    }

    /** Rows that wait until there are enough of them to ask for their records. */
    final class Lot {

        private final ComparisonJob job;
        private final Register register;
        private final RegisterSide side;
        private final Consumer<Said> found;
        private final List<Found> waiting = new ArrayList<>();
        private long count;

        Lot(ComparisonJob job, Register register, Consumer<Said> found) {
            this.job = job;
            this.register = register;
            this.side = job.register().orElseThrow();
            this.found = found;
        }

        void take(Found row) {
            waiting.add(row);
            if (waiting.size() == AT_ONCE) {
                lay();
            }
        }

        void lay() {
            var known = records.find(
                    register, waiting.stream().map(row -> row.key().getFirst()).collect(Collectors.toSet()));
            Map<Found, Optional<Beside>> disagreeing = new LinkedHashMap<>();
            for (var row : waiting) {
                var beside =
                        Optional.ofNullable(known.get(row.key().getFirst())).filter(one -> fulfils(one.stored()));
                if (disagrees(row, beside)) {
                    disagreeing.put(row, beside);
                }
            }
            waiting.clear();
            tell(disagreeing);
        }

        private boolean fulfils(Stored record) {
            return side.where().stream().allMatch(condition -> condition.holds(value(record, condition.column())));
        }

        private boolean disagrees(Found row, Optional<Beside> beside) {
            if (job.finds() == Finds.ONLY) {
                return beside.isEmpty();
            }
            return beside.isPresent()
                    && (job.finds() == Finds.BOTH
                            || job.pairs().stream()
                                    .anyMatch(pair ->
                                            differs(row, pair, beside.get().stored())));
        }

        /** What the register says nothing about is no disagreement. */
        private boolean differs(Found row, Pair pair, Stored record) {
            return register.findAttribute(pair.against())
                    .flatMap(attribute ->
                            stored.says(record, attribute, row.about().getOrDefault(pair.about(), "")))
                    .filter(isSame -> !isSame)
                    .isPresent();
        }

        private void tell(Map<Found, Optional<Beside>> disagreeing) {
            var origins = records.origins(disagreeing.values().stream()
                    .flatMap(Optional::stream)
                    .map(Beside::entity)
                    .toList());
            disagreeing.forEach((row, beside) -> {
                count++;
                found.accept(new Said(
                        row.key(),
                        row.row(),
                        row.about(),
                        beside.map(one -> values(one.stored())).orElse(Map.of()),
                        beside.map(one -> told(one.entity(), origins)).orElse(Map.of())));
            });
        }

        private Map<String, String> values(Stored record) {
            Map<String, String> values = new LinkedHashMap<>();
            side.told(job).forEach(name -> values.put(name, value(record, name)));
            return values;
        }

        private String value(Stored record, String name) {
            return register.findAttribute(name)
                    .flatMap(attribute -> stored.value(record, attribute))
                    .orElse("");
        }

        private Map<String, Origin> told(UUID entity, Map<UUID, Map<String, RecordsBeside.Told>> origins) {
            Map<String, Origin> told = new LinkedHashMap<>();
            var all = origins.getOrDefault(entity, Map.of());
            for (var name : side.told(job)) {
                var one = all.get(name);
                if (one != null) {
                    told.put(name, new Origin(one.source(), one.since().toString()));
                }
            }
            return told;
        }
    }
}
