package org.tongqu.platform.data.comparison;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.comparison.Finding.State;
import org.tongqu.platform.data.comparison.internal.FindingStore;
import org.tongqu.platform.data.comparison.internal.JobBook;
import org.tongqu.platform.data.comparison.internal.Renewed;
import org.tongqu.platform.data.comparison.internal.RunStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Declared comparisons and their findings, for those who are a side of them and for the data authority. */
@Service
public class Comparisons {

    /** How long somebody who said what for may look at a finding in full. */
    private static final Duration LOOKING = Duration.ofHours(8);

    private static final Set<String> STEERING = Set.of(Compiling.CHIEF, Compiling.AUTHORITY);

    private final JobBook book;
    private final RunStore runs;
    private final FindingStore findings;
    private final Access access;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Comparisons(Kept kept, Access access, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.book = kept.book();
        this.runs = kept.runs();
        this.findings = kept.findings();
        this.access = access;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** What is kept of comparisons. */
    @Component
    record Kept(JobBook book, RunStore runs, FindingStore findings) {}

    /** Takes a job over; nothing when one of its flows is not known here. */
    public Optional<PlannedJob> declare(ComparisonJob job) {
        return book.declare(job);
    }

    /** The jobs of which the officer's organisation is a side, or all for those who see all. */
    @Transactional(readOnly = true)
    public List<JobStanding> standings(SignedIn.Officer who) {
        var scope = access.scope(who);
        return standings(
                book.all().stream().filter(planned -> planned.isSeenBy(scope)).toList());
    }

    @Transactional(readOnly = true)
    public Optional<JobStanding> find(SignedIn.Officer who, String code) {
        var scope = access.scope(who);
        return book.find(code)
                .filter(planned -> planned.isSeenBy(scope))
                .map(planned -> standings(List.of(planned)).getFirst());
    }

    private List<JobStanding> standings(List<PlannedJob> jobs) {
        var codes = jobs.stream().map(PlannedJob::code).toList();
        var counts = findings.counts(codes);
        var last = runs.last(codes);
        return jobs.stream()
                .map(planned -> new JobStanding(
                        planned,
                        counts.getOrDefault(planned.code(), Map.of()),
                        Optional.ofNullable(last.get(planned.code()))))
                .toList();
    }

    /** The newest runs first. */
    @Transactional(readOnly = true)
    public List<ComparisonRun> runs(PlannedJob planned, int limit) {
        return runs.runs(planned.code(), limit);
    }

    /** The newest findings first. @param before the id before which they begin */
    @Transactional(readOnly = true)
    public List<Finding> findings(PlannedJob planned, Optional<State> state, long before, int limit) {
        return findings.list(planned.code(), state, before, limit);
    }

    @Transactional(readOnly = true)
    public Optional<Finding> finding(PlannedJob planned, long id) {
        return findings.find(planned.code(), id);
    }

    /** Whether the officer said what for today, so that personal values are shown in full. */
    @Transactional(readOnly = true)
    public boolean seesAll(SignedIn.Officer who, Finding finding) {
        return findings.hasLooked(finding.id(), who.actor(), clock.instant().minus(LOOKING));
    }

    /** Opens a finding in full, and says so in the journal before anything is shown. */
    @Transactional
    public Outcome<Finding, ComparisonRefusal> look(
            SignedIn.Officer who, PlannedJob planned, Finding finding, Optional<Purpose> purpose, String why) {
        if (!planned.isSeenBy(access.scope(who))) {
            return Outcome.refused(new ComparisonRefusal.MayNot());
        }
        if (purpose.isEmpty()) {
            return Outcome.refused(new ComparisonRefusal.PurposeMissing());
        }
        if (why.isBlank()) {
            return Outcome.refused(new ComparisonRefusal.ReasonMissing());
        }
        var now = clock.instant();
        findings.look(finding.id(), who.actor(), purpose.get().code(), why.strip(), now);
        journal.append(Entry.of(now, who.doer(), "comparison.look", subject(finding))
                .because(why.strip())
                .with(Datum.empty()
                        .with("job", Datum.of(planned.code()))
                        .with("look-purpose", Datum.of(purpose.get().code()))));
        return Outcome.done(finding);
    }

    private static Entry.Subject subject(Finding finding) {
        return new Entry.Subject("comparison-finding", finding.job() + "/" + finding.id());
    }

    /** Whether the officer may have everything compared anew: data leads of either side and the data authority may. */
    public boolean maySteer(SignedIn.Officer who, PlannedJob planned) {
        return planned.sides().stream().anyMatch(side -> access.mayAct(who, side, STEERING) instanceof Outcome.Done);
    }

    /** Everything is looked at again, at once and beside the caller. */
    @Transactional
    public Outcome<PlannedJob, ComparisonRefusal> renew(SignedIn.Officer who, PlannedJob planned) {
        if (!maySteer(who, planned)) {
            return Outcome.refused(new ComparisonRefusal.MayNot());
        }
        runs.forget(planned.code());
        journal.append(Entry.of(
                clock.instant(), who.doer(), "comparison.renew", new Entry.Subject("comparison", planned.code())));
        events.publishEvent(new Renewed(planned, who.actor()));
        return Outcome.done(planned);
    }
}
