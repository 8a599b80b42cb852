package org.tongqu.platform.data.harvest.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.harvest.Fault;
import org.tongqu.platform.data.harvest.ForeignRecord;
import org.tongqu.platform.data.harvest.HarvestRun;
import org.tongqu.platform.data.harvest.HarvestRun.State;
import org.tongqu.platform.data.harvest.RejectedRecord;
import org.tongqu.platform.data.harvest.Source;
import org.tongqu.platform.data.harvest.internal.Keeping.Kept;

/**
 * Reads sources. Any number of programs may do so on one store: a run is read by one of them, which says every so often
 * that it is still there; when it is killed, another goes on behind the last page.
 */
@Component
public class Harvester {

    private static final Logger LOG = LoggerFactory.getLogger(Harvester.class);
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Map<Source.Kind, SourceReader> readers = new EnumMap<>(Source.Kind.class);
    private final SourceStore sources;
    private final Kept kept;
    private final Clock clock;
    private final UUID holder = UUID.randomUUID();
    private final Set<Long> reading = ConcurrentHashMap.newKeySet();

    Harvester(List<SourceReader> readers, SourceStore sources, Kept kept, Clock clock) {
        readers.forEach(reader -> reader.kinds().forEach(kind -> this.readers.put(kind, reader)));
        this.sources = sources;
        var fresh = new TransactionTemplate(
                Objects.requireNonNull(kept.transaction().getTransactionManager()), kept.transaction());
        fresh.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.kept = new Kept(kept.runs(), kept.entries(), kept.rejected(), fresh, kept.clock());
        this.clock = clock;
    }

    private SourceReader reader(Source source) {
        return Objects.requireNonNull(readers.get(source.said().kind()));
    }

    /** A run of the source is to be read: the one that broke off, or a new one. @return its id; nothing when one is */
    public Optional<Long> begin(long source, String by) {
        var now = clock.instant();
        return kept.runs().reopen(source, now).or(() -> kept.runs().begin(source, by, now));
    }

    /** Begins the runs of sources whose hour has come. */
    void beginDue() {
        kept.transaction()
                .executeWithoutResult(
                        status -> sources.takeDue(clock.instant()).forEach(source -> begin(source, "system")));
    }

    /** Runs that this program reads stay its own. */
    void hold() {
        if (!reading.isEmpty()) {
            kept.runs().hold(holder, reading, clock.instant());
        }
    }

    /**
     * Reads on with a run that nobody reads for, as far as it goes.
     *
     * @param id of one run; 0 for the one that waits longest
     * @return how it stands now; nothing when there is none to read
     */
    public Optional<HarvestRun> carryOn(long id) {
        var taken = kept.transaction().execute(status -> kept.runs().take(id, holder, clock.instant()));
        if (taken == null || taken.isEmpty()) {
            return Optional.empty();
        }
        var run = taken.get();
        var source = sources.find(run.source()).orElseThrow();
        reading.add(run.id());
        try {
            read(source, run);
        } finally {
            reading.remove(run.id());
        }
        return kept.runs().find(run.id());
    }

    private void read(Source source, HarvestRun run) {
        var keeping = new Keeping(kept, run, holder);
        try {
            reader(source).read(source.said(), run.cursor(), keeping);
            keeping.end();
        } catch (Broken broken) {
            LOG.info("The harvest {} of {} stops: {} {}", run.id(), source.id(), broken.why(), broken.detail());
            halt(run.id(), broken);
        } catch (Lost lost) {
            LOG.info("The harvest {} is read by another program", run.id(), lost);
        } catch (DataAccessException | IllegalStateException | java.io.UncheckedIOException fault) {
            LOG.warn("The harvest {} of {} broke off", run.id(), source.id(), fault);
            halt(run.id(), new Broken(Broken.Why.FAILED, String.valueOf(fault.getMessage())));
        }
    }

    private void halt(long id, Broken broken) {
        kept.transaction().executeWithoutResult(status -> {
            kept.runs().lock(id, holder);
            var attempts = kept.runs().find(id).orElseThrow().halt().attempts() + 1;
            var now = clock.instant();
            kept.runs().pause(id, broken, now.plus(rest(broken, attempts)));
            if (!broken.why().passes() || attempts >= ATTEMPTS) {
                kept.runs().end(id, State.BROKEN, 0, now);
            }
        });
    }

    /** As long as was asked for, else longer each time. */
    private static Duration rest(Broken broken, int attempts) {
        var asked = broken.pause().orElseGet(() -> FIRST_WAIT.multipliedBy((long) attempts * attempts));
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked.isNegative() ? Duration.ZERO : asked;
    }

    /** What the present rules say of a record that was rejected. */
    public Outcome<ForeignRecord, Fault> judge(Source source, String raw) {
        return reader(source).again(source.said(), raw).then(RecordRules::check);
    }

    /** A record that was rejected is taken over, as seen by the run that rejected it. */
    public void takeOver(RejectedRecord rejected, ForeignRecord record) {
        var now = clock.instant();
        kept.entries().put(rejected.source(), rejected.run(), List.of(Digested.of(record)), now);
        kept.rejected().settle(rejected.id(), now);
    }
}
