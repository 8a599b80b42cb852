package org.tongqu.platform.data.harvest.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.harvest.Fault;
import org.tongqu.platform.data.harvest.ForeignRecord;
import org.tongqu.platform.data.harvest.HarvestRun;
import org.tongqu.platform.data.harvest.HarvestRun.Counts;
import org.tongqu.platform.data.harvest.RejectedRecord.Raw;
import org.tongqu.platform.data.harvest.internal.Described.Part;
import org.tongqu.platform.data.harvest.internal.RejectedStore.Bad;

/** Keeps what one run reads: each page in one transaction with the place behind it. */
final class Keeping implements Sink {

    private static final int LONGEST_RAW = 1 << 16;
    private static final int LONGEST_RAW_OF_MANY = 1 << 10;
    private static final int MANY = 1000;
    private static final int MOST_NAMES = 100;

    /** How the things are named that something unreadable speaks of, in Turtle and in JSON. */
    private static final Pattern NAMES = Pattern.compile("<([^<>\\s]{1,500})>|\"id\"\\s*:\\s*\"([^\"]{1,200})\"");

    private final Kept kept;
    private final HarvestRun run;
    private final UUID holder;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, Bad> bad = new LinkedHashMap<>();
    private final Set<String> stillThere = new HashSet<>();
    private OptionalLong expected = OptionalLong.empty();
    private long rejected;

    Keeping(Kept kept, HarvestRun run, UUID holder) {
        this.kept = kept;
        this.run = run;
        this.holder = holder;
        this.rejected = run.counts().rejected();
    }

    /** A record to be kept with the page, and how to ask for what came. */
    private record Waiting(Digested digested, Supplier<String> raw) {}

    /** Where it is kept. */
    @Component
    record Kept(
            RunStore runs, EntryStore entries, RejectedStore rejected, TransactionTemplate transaction, Clock clock) {}

    @Override
    public void take(Described said, Supplier<String> raw) {
        switch (RecordRules.check(said)) {
            case Outcome.Done<ForeignRecord, Fault>(var record) -> accept(Digested.of(record), raw);
            case Outcome.Refused<ForeignRecord, Fault>(var fault) ->
                reject(RecordRules.harmless(said.at(Part.IDENTIFIER)).strip(), fault, raw.get());
        }
    }

    private void accept(Digested digested, Supplier<String> raw) {
        var identifier = digested.record().identifier();
        var fresh = new Waiting(digested, raw);
        var other = waiting.putIfAbsent(identifier, fresh);
        if (other != null && !other.digested().digest().equals(digested.digest())) {
            repeated(fresh);
        }
    }

    @Override
    public void refuse(Fault fault, String raw) {
        var names = NAMES.matcher(raw)
                .results()
                .limit(MOST_NAMES)
                .map(found -> RecordRules.harmless(found.group(1) == null ? found.group(2) : found.group(1)))
                .toList();
        var known = names.isEmpty() ? Map.of() : kept.entries().known(run.source(), names);
        var named = names.stream()
                .filter(known::containsKey)
                .findFirst()
                .or(() -> names.stream().findFirst())
                .orElse("");
        if (!named.isEmpty()) {
            stillThere.add(named);
        }
        var mark = Digested.digest(raw.isEmpty() ? fault.toString() : raw);
        bad.put(mark, bad(mark, named, fault, raw));
    }

    private void reject(String identifier, Fault fault, String raw) {
        var isShort = identifier.length() <= RecordRules.LONGEST_IDENTIFIER;
        if (!identifier.isEmpty() && isShort) {
            stillThere.add(identifier);
        }
        var mark = identifier.isEmpty() || !isShort ? Digested.digest(raw) : identifier;
        bad.put(
                mark,
                bad(mark, isShort ? identifier : identifier.substring(0, RecordRules.LONGEST_IDENTIFIER), fault, raw));
    }

    private void repeated(Waiting waiting) {
        var identifier = waiting.digested().record().identifier();
        var mark = identifier + "#" + waiting.digested().digest();
        var fault = new Fault(Fault.Why.REPEATED, "identifier", "");
        bad.put(mark, bad(mark, identifier, fault, waiting.raw().get()));
    }

    /** Where very many are bad, of each less is kept. */
    private Bad bad(String mark, String identifier, Fault fault, String raw) {
        var longest = rejected++ < MANY ? LONGEST_RAW : LONGEST_RAW_OF_MANY;
        var isWhole = raw.length() <= longest && fault.why() != Fault.Why.TOO_LARGE;
        var text = RecordRules.harmless(raw.length() <= longest ? raw : raw.substring(0, longest));
        var detail = RecordRules.harmless(fault.detail());
        var said = new Fault(fault.why(), fault.field(), detail.substring(0, Math.min(500, detail.length())));
        return new Bad(mark, identifier, said, new Raw(text, isWhole));
    }

    @Override
    public void expects(long count) {
        expected = OptionalLong.of(count);
    }

    @Override
    public boolean hasSeen(Collection<String> identifiers) {
        return kept.entries().hasSeen(run.source(), run.id(), identifiers);
    }

    @Override
    public void page(String cursor) {
        kept.transaction().executeWithoutResult(status -> {
            kept.runs().lock(run.id(), holder);
            var now = kept.clock().instant();
            var counts = records();
            if (!bad.isEmpty()) {
                var met = kept.rejected().met(run.source(), run.id(), bad.keySet());
                kept.rejected().put(run.source(), run.id(), bad.values(), now);
                counts = counts.plus(rejected(bad.size() - met.size()));
            }
            kept.entries().touch(run.source(), run.id(), stillThere);
            kept.runs().page(run.id(), cursor, expected, counts, now.plus(RunStore.LEASE));
        });
        waiting.clear();
        bad.clear();
        stillThere.clear();
    }

    private static Counts rejected(int more) {
        return new Counts(more, 0, 0, 0, more, 0);
    }

    /** What came before in this run and says the same does not count again. */
    private Counts records() {
        if (waiting.isEmpty()) {
            return Counts.NOTHING;
        }
        var known = kept.entries().known(run.source(), waiting.keySet());
        var put = new ArrayList<Digested>();
        var same = new ArrayList<String>();
        long fresh = 0;
        long changed = 0;
        long unchanged = 0;
        for (var came : waiting.values()) {
            var one = came.digested();
            var before = known.get(one.record().identifier());
            if (before == null) {
                fresh++;
                put.add(one);
            } else if (before.digest().equals(one.digest())) {
                unchanged += before.run() == run.id() ? 0 : 1;
                same.add(before.identifier());
            } else if (before.run() != run.id()) {
                changed++;
                put.add(one);
            } else if (isNewer(one, before)) {
                put.add(one);
            } else {
                repeated(came);
            }
        }
        var now = kept.clock().instant();
        kept.entries().put(run.source(), run.id(), put, now);
        kept.entries().touch(run.source(), run.id(), same);
        kept.rejected().close(run.source(), waiting.keySet(), now);
        return new Counts(fresh + changed + unchanged, fresh, changed, unchanged, 0, 0);
    }

    /** It was changed over there while it was read. */
    private static boolean isNewer(Digested one, EntryStore.Known before) {
        return one.record().modified().isPresent()
                && before.modified().isPresent()
                && one.record().modified().get().isAfter(before.modified().get());
    }

    /** All was read: what did not come is gone, unless the source has more than it gave or gave what nobody can name. */
    void end() {
        kept.transaction().executeWithoutResult(status -> {
            kept.runs().lock(run.id(), holder);
            var now = kept.clock().instant();
            var read = kept.runs().find(run.id()).orElseThrow();
            var seen = read.counts().read();
            var gone = 0L;
            if (read.expected().isPresent() && seen < read.expected().getAsLong()) {
                kept.runs().say(run.id(), "fewer", seen + "/" + read.expected().getAsLong());
            } else if (kept.rejected().hasUnnamed(run.source(), run.id())) {
                kept.runs().say(run.id(), "unnamed", "");
            } else if (kept.entries().hasAny(run.source(), run.id())) {
                gone = kept.entries().markGone(run.source(), run.id(), now);
            } else {
                kept.runs().say(run.id(), "empty", "");
            }
            kept.rejected().closeUnseen(run.source(), run.id(), now);
            kept.runs().end(run.id(), HarvestRun.State.DONE, gone, now);
        });
    }
}
