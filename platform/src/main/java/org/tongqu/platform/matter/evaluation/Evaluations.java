package org.tongqu.platform.matter.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.Ranking;
import org.tongqu.engines.evaluation.Scheme;
import org.tongqu.engines.evaluation.Sheet;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.WorkingCalendar;
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
    private final SchemeBook schemes;
    private final Figures figures;
    private final SubjectNames names;
    private final Access access;
    private final Clock clock;

    Evaluations(Stores stores, SchemeBook schemes, Figures figures, SubjectNames names, Access access, Clock clock) {
        this.tallies = stores.tallies();
        this.results = stores.results();
        this.rows = stores.rows();
        this.schemes = schemes;
        this.figures = figures;
        this.names = names;
        this.access = access;
        this.clock = clock;
    }

    /** Where everything is kept. */
    @org.springframework.stereotype.Component
    record Stores(TallyStore tallies, ResultStore results, RowStore rows) {}

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
        var draft = tallies.draft();
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var frozen = results.frozen();
        draft.ifPresent(open -> {
            for (var kind : Period.Kind.values()) {
                for (var period = Period.of(kind, open.from()); !period.from().isAfter(today); period = period.next()) {
                    states.add(new PeriodState(
                            period,
                            schemes.current().id(),
                            schemes.current().scheme(),
                            Optional.empty(),
                            Optional.of(open.countedAt())));
                }
            }
        });
        frozen.forEach(kept -> states.add(new PeriodState(
                kept.period(),
                kept.edition(),
                schemes.find(kept.edition()),
                Optional.of(kept.frozen()),
                Optional.of(kept.frozen().at()))));
        return states.stream()
                .filter(state -> state.frozen().isPresent()
                        || frozen.stream().noneMatch(kept -> kept.period().equals(state.period())))
                .toList();
    }

    /** Who stands where, the first first. */
    @Transactional(readOnly = true)
    public List<Standing> ranking(PeriodState state, SubjectKind kind) {
        var now = places(state, kind);
        var before = results.places(state.period().previous(), kind);
        var named = names.of(kind);
        return now.values().stream()
                .map(place -> new Standing(
                        place,
                        named.getOrDefault(place.subject(), Label.same(place.subject())),
                        Optional.ofNullable(before.get(place.subject()))))
                .toList();
    }

    private Map<String, Ranking.Place> places(PeriodState state, SubjectKind kind) {
        if (state.frozen().isPresent()) {
            return results.places(state.period(), kind);
        }
        var totals = new LinkedHashMap<String, BigDecimal>();
        figures.provisional(state, kind)
                .forEach((subject, sheet) -> sheet.total().ifPresent(total -> totals.put(subject, total)));
        var places = new LinkedHashMap<String, Ranking.Place>();
        Ranking.of(totals).places().forEach(place -> places.put(place.subject(), place));
        return places;
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
        var standing = ranking(state, subject.kind()).stream()
                .filter(known -> known.place().subject().equals(subject.id()))
                .findFirst();
        var amounts = tallies.amounts(state.period(), names.organisations(subject), subject.post());
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        var sheet = state.frozen().isPresent()
                ? frozen(state, subject, standing)
                : Sheet.of(state.scheme().of(subject.kind()), amounts);
        return Optional.of(new SubjectSheet(state, subject, names.of(subject), sheet, amounts, standing));
    }

    private Sheet frozen(PeriodState state, Subject subject, Optional<Standing> standing) {
        var kept = results.scores(state.period(), subject.kind(), subject.id());
        var scores = state.scheme().of(subject.kind()).stream()
                .map(indicator -> {
                    var points = Optional.ofNullable(kept.get(indicator.name()));
                    return new Sheet.Score(
                            indicator,
                            points.flatMap(ResultStore.Points::value),
                            points.flatMap(ResultStore.Points::points));
                })
                .toList();
        return new Sheet(scores, standing.map(known -> known.place().total()));
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

    /** How the subject is called. */
    public Label name(Subject subject) {
        return names.of(subject);
    }
}
