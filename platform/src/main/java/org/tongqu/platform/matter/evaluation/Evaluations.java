package org.tongqu.platform.matter.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.Ranking;
import org.tongqu.engines.evaluation.Scheme;
import org.tongqu.engines.evaluation.Sheet;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.evaluation.internal.AmendmentStore;
import org.tongqu.platform.matter.evaluation.internal.Figures;
import org.tongqu.platform.matter.evaluation.internal.ResultStore;
import org.tongqu.platform.matter.evaluation.internal.RowStore;
import org.tongqu.platform.matter.evaluation.internal.SchemeBook;
import org.tongqu.platform.matter.evaluation.internal.SubjectNames;
import org.tongqu.platform.matter.evaluation.internal.TallyStore;
import org.tongqu.platform.matter.supervision.Orders;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.Scope;
import org.tongqu.platform.trust.identity.SignedIn;

/** Rankings, sheets and the rows behind them. Places are known to all who lead or watch; the rest to those in reach. */
@Service
public class Evaluations {

    private final TallyStore tallies;
    private final ResultStore results;
    private final RowStore rows;
    private final AmendmentStore amendments;
    private final SchemeBook schemes;
    private final Figures figures;
    private final SubjectNames names;
    private final Access access;
    private final Clock clock;

    Evaluations(Stores stores, SchemeBook schemes, Figures figures, SubjectNames names, Access access, Clock clock) {
        this.tallies = stores.tallies();
        this.results = stores.results();
        this.rows = stores.rows();
        this.amendments = stores.amendments();
        this.schemes = schemes;
        this.figures = figures;
        this.names = names;
        this.access = access;
        this.clock = clock;
    }

    /** Where everything is kept. */
    @Component
    record Stores(TallyStore tallies, ResultStore results, RowStore rows, AmendmentStore amendments) {}

    /** Whether somebody leads or watches, and so may know who stands where. */
    public static boolean isConcerned(SignedIn.Officer officer) {
        return officer.has(Orders.CHIEF) || officer.has(Orders.SUPERVISOR);
    }

    /** The scheme by which is scored now. */
    public Scheme scheme() {
        return schemes.current().scheme();
    }

    /** All there are, the provisional ones first, then the latest first. */
    @Transactional(readOnly = true)
    public List<PeriodState> periods() {
        var states = new ArrayList<PeriodState>();
        var frozen = results.frozen();
        var known = frozen.stream().map(ResultStore.Kept::period).collect(Collectors.toSet());
        var today = today();
        tallies.draft().ifPresent(open -> {
            for (var kind : Period.Kind.values()) {
                for (var period = Period.of(kind, open.from()); !period.from().isAfter(today); period = period.next()) {
                    if (!known.contains(period)) {
                        states.add(provisional(period, open));
                    }
                }
            }
        });
        frozen.forEach(kept -> states.add(state(kept)));
        return states;
    }

    /** The one its id says; nothing where nothing was counted in it. */
    @Transactional(readOnly = true)
    public Optional<PeriodState> period(String id) {
        return Period.parse(id)
                .flatMap(asked -> results.frozen(asked)
                        .map(this::state)
                        .or(() -> tallies.draft()
                                .filter(open -> asked.until().isAfter(open.from())
                                        && !asked.from().isAfter(today()))
                                .map(open -> provisional(asked, open))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }

    private PeriodState provisional(Period period, TallyStore.Draft open) {
        var current = schemes.current();
        return new PeriodState(period, current.id(), current.scheme(), Optional.empty(), Optional.of(open.countedAt()));
    }

    private PeriodState state(ResultStore.Kept kept) {
        return new PeriodState(
                kept.period(),
                kept.edition(),
                schemes.find(kept.edition()),
                Optional.of(kept.frozen()),
                Optional.of(kept.frozen().at()));
    }

    /** Who stands where, the first first. */
    @Transactional(readOnly = true)
    public List<Standing> ranking(PeriodState state, SubjectKind kind) {
        return standings(state, kind).ranked();
    }

    /** Who stands where, and who has too few indicators to be ranked. */
    @Transactional(readOnly = true)
    public Standings standings(PeriodState state, SubjectKind kind) {
        var now = places(state, kind);
        var before = results.places(state.period().previous(), kind).bySubject();
        var named = names.of(kind);
        var amended = amended(state, kind, now.ranked());
        return new Standings(
                now.ranked().stream()
                        .map(place -> new Standing(
                                place,
                                named.getOrDefault(place.subject(), Label.same(place.subject())),
                                Optional.ofNullable(before.get(place.subject())),
                                Optional.ofNullable(amended.get(place.subject()))))
                        .toList(),
                now.unranked().stream()
                        .map(one -> one.named(named.getOrDefault(one.subject(), one.name())))
                        .toList());
    }

    /** Of those whose scores were amended, where the amended totals would put them. */
    private Map<String, Standing.Amended> amended(PeriodState state, SubjectKind kind, List<Ranking.Place> frozen) {
        var made = state.frozen().isPresent() ? amendments.of(state.period(), kind) : List.<Amendment>of();
        return Standings.amended(frozen, made);
    }

    private Standings.Places places(PeriodState state, SubjectKind kind) {
        return state.frozen().isPresent()
                ? results.places(state.period(), kind)
                : Standings.Places.of(state.scheme(), kind, figures.provisional(state, kind));
    }

    /** Whether somebody may see more of the subject than its place. */
    public boolean sees(SignedIn.Officer who, Subject subject) {
        return sees(access.scope(who), subject);
    }

    private static boolean sees(Scope scope, Subject subject) {
        return subject.organisation().map(scope::sees).orElseGet(scope::isEverything);
    }

    /** The scores of one; nothing where it is not in reach or was not counted. */
    @Transactional(readOnly = true)
    public Optional<SubjectSheet> sheet(SignedIn.Officer who, PeriodState state, Subject subject) {
        if (!sees(who, subject)) {
            return Optional.empty();
        }
        var amounts = tallies.amounts(state.period(), names.organisations(subject), subject.post());
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        var standings = standings(state, subject.kind());
        var sheet = state.frozen().isPresent()
                ? new Sheet(results.scores(state.scheme(), state.period(), subject), standings.total(subject.id()))
                : Sheet.of(state.scheme().of(subject.kind()), amounts);
        var amended = state.frozen().isPresent() ? amendments.of(state.period(), subject) : List.<Amendment>of();
        return Optional.of(new SubjectSheet(
                state,
                subject,
                names.of(subject),
                sheet,
                new SubjectSheet.Counted(amounts, amended),
                standings.find(subject.id())));
    }

    /** The rows that were counted; nothing where they are not in reach. */
    @Transactional(readOnly = true)
    public Optional<RowPage> rows(
            SignedIn.Officer who, PeriodState state, Subject subject, RowPage.Asked asked, Optional<String> after) {
        if (!sees(who, subject)) {
            return Optional.empty();
        }
        var open = state.frozen().isPresent() ? Optional.<TallyStore.Draft>empty() : tallies.draft();
        var place = new RowStore.Place(state.period(), names.organisations(subject), subject.post(), open);
        return Optional.of(rows.page(place, asked, after));
    }

    /** How all subjects of these kinds are called. */
    public Map<SubjectKind, Map<String, Label>> names(List<SubjectKind> kinds) {
        return kinds.stream().distinct().collect(Collectors.toMap(kind -> kind, names::of));
    }

    /** How the subject is called. */
    public Label name(Subject subject) {
        return names.of(subject);
    }
}
