package org.tongqu.platform.matter.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.evaluation.Indicator;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.evaluation.internal.Amending;
import org.tongqu.platform.matter.evaluation.internal.AmendmentStore;
import org.tongqu.platform.matter.evaluation.internal.AppealDeeds;
import org.tongqu.platform.matter.evaluation.internal.AppealStore;
import org.tongqu.platform.matter.evaluation.internal.RowStore;
import org.tongqu.platform.matter.supervision.Orders;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;

/**
 * Appeals (申诉) against scores of frozen periods. Whoever leads an organisation names the rows that should not count;
 * supervision answers. What was frozen stays as it is; what an upheld appeal makes of it stands beside it.
 */
@Service
public class Appeals {

    /** How many rows one appeal names at most. */
    public static final int MOST_ROWS = RowStore.PAGE;

    private final Parts parts;
    private final Evaluations evaluations;
    private final Access access;
    private final Clock clock;

    Appeals(Parts parts, Evaluations evaluations, Access access, Clock clock) {
        this.parts = parts;
        this.evaluations = evaluations;
        this.access = access;
        this.clock = clock;
    }

    /** Where everything is kept and done. */
    @Component
    record Parts(AppealStore appeals, AmendmentStore amendments, RowStore rows, Amending amending, AppealDeeds deeds) {}

    /** A score that can be appealed against. @param until the first instant at which it is too late */
    public record Open(PeriodState state, Indicator indicator, String organisation, Optional<Instant> until) {}

    /** Whether an appeal against the score would be taken now, and why not. */
    @Transactional(readOnly = true)
    public Outcome<Open, AppealRefusal> open(SignedIn.Officer who, Appeal.About about) {
        var state = evaluations.period(about.period().id());
        var organisation = about.subject().organisation();
        var indicator = state.flatMap(known -> known.scheme().find(about.indicator()))
                .filter(known -> known.of().contains(about.subject().kind()));
        if (state.isEmpty() || organisation.isEmpty() || indicator.isEmpty()) {
            return Outcome.refused(new AppealRefusal.Gone());
        }
        if (access.mayAct(who, organisation.get(), Set.of(Orders.CHIEF))
                instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)) {
            return Outcome.refused(new AppealRefusal.MayNot(why));
        }
        if (state.get().frozen().isEmpty()) {
            return Outcome.refused(new AppealRefusal.NotFrozen());
        }
        var until = parts.deeds().appealUntil(state.get().frozen().get().at());
        if (until.isPresent() && !clock.instant().isBefore(until.get())) {
            return Outcome.refused(new AppealRefusal.TooLate(until.get()));
        }
        return parts.appeals().against(about.period(), about.subject()).stream()
                .filter(appeal -> appeal.about().indicator().equals(about.indicator()))
                .findFirst()
                .<Outcome<Open, AppealRefusal>>map(there -> Outcome.refused(new AppealRefusal.Already(there.id())))
                .orElseGet(() -> Outcome.done(new Open(state.get(), indicator.get(), organisation.get(), until)));
    }

    /** Appeals against a score: these rows should not count. */
    @Transactional
    public Outcome<Appeal, AppealRefusal> raise(SignedIn.Officer who, Appeal.About about, Appeal.Wish wish) {
        return open(who, about).then(open -> named(about, open, wish).then(rows -> keep(who, about, open, wish, rows)));
    }

    private Outcome<List<Appeal.Named>, AppealRefusal> named(Appeal.About about, Open open, Appeal.Wish wish) {
        if (wish.rows().isEmpty()) {
            return Outcome.refused(new AppealRefusal.RowsMissing());
        }
        if (wish.rows().size() > MOST_ROWS) {
            return Outcome.refused(new AppealRefusal.TooManyRows(MOST_ROWS));
        }
        if (wish.reason().isBlank()) {
            return Outcome.refused(new AppealRefusal.WordsMissing());
        }
        var counted = counted(about, open, wish);
        var named = new ArrayList<Appeal.Named>();
        for (var pick : wish.rows()) {
            var row = Optional.ofNullable(counted.get(pick));
            if (row.isEmpty()) {
                return Outcome.refused(new AppealRefusal.NotCounted(pick.row()));
            }
            var one = new Appeal.Named(
                    pick.measure().rows(),
                    pick.row(),
                    row.get().number(),
                    row.get().title());
            if (!named.contains(one)) {
                named.add(one);
            }
        }
        return Outcome.done(named);
    }

    /** What of the rows was counted for the score. */
    private Map<Appeal.Pick, RowPage.Row> counted(Appeal.About about, Open open, Appeal.Wish wish) {
        var place = new RowStore.Place(
                about.period(), List.of(open.organisation()), about.subject().post(), Optional.empty());
        var counted = new LinkedHashMap<Appeal.Pick, RowPage.Row>();
        wish.rows().stream()
                .filter(pick ->
                        open.indicator().measures().contains(pick.measure().code()))
                .collect(Collectors.groupingBy(Appeal.Pick::measure, LinkedHashMap::new, Collectors.toList()))
                .forEach((measure, picks) -> parts.rows()
                        .named(
                                place,
                                measure,
                                picks.stream().map(Appeal.Pick::row).toList())
                        .forEach(row -> counted.put(new Appeal.Pick(measure, row.key()), row)));
        return counted;
    }

    private Outcome<Appeal, AppealRefusal> keep(
            SignedIn.Officer who, Appeal.About about, Open open, Appeal.Wish wish, List<Appeal.Named> rows) {
        var now = clock.instant();
        var appeal = new Appeal(
                parts.appeals().nextId(now),
                about,
                new Appeal.Raised(
                        who.actor(),
                        who.name(),
                        open.organisation(),
                        now,
                        wish.reason().strip()),
                parts.deeds().answerUntil(now),
                Optional.empty());
        if (!parts.appeals().add(appeal, rows)) {
            return Outcome.refused(new AppealRefusal.Already(""));
        }
        parts.deeds().raised(appeal, open.indicator(), rows.size());
        return Outcome.done(appeal);
    }

    /** Those of organisations in reach, the latest first. @param before as the page before named it */
    @Transactional(readOnly = true)
    public Appeal.Listed list(SignedIn.Officer who, Optional<String> before) {
        return parts.appeals().page(access.scope(who), before);
    }

    /** One of an organisation in reach. */
    @Transactional(readOnly = true)
    public Optional<Appeal.File> file(SignedIn.Officer who, String id) {
        return find(who, id)
                .map(appeal -> new Appeal.File(
                        appeal,
                        parts.appeals().rows(id),
                        parts.amendments().by(id),
                        appeal.answer().isEmpty() && refusal(who, appeal).isEmpty()));
    }

    /** Appeals against scores of a sheet, and against which an appeal would still be taken. */
    public record Against(List<Appeal> raised, Set<String> open) {
        public Against {
            raised = List.copyOf(raised);
            open = Set.copyOf(open);
        }
    }

    /** What of a sheet was appealed against; {@link #open(SignedIn.Officer, Appeal.About)} decides again. */
    @Transactional(readOnly = true)
    public Against open(SignedIn.Officer who, SubjectSheet sheet) {
        var frozen = sheet.state().frozen();
        if (frozen.isEmpty()) {
            return new Against(List.of(), Set.of());
        }
        var raised = parts.appeals().against(sheet.state().period(), sheet.subject());
        var inTime = parts.deeds()
                .appealUntil(frozen.get().at())
                .filter(until -> !clock.instant().isBefore(until))
                .isEmpty();
        var leads = sheet.subject()
                .organisation()
                .filter(office -> access.mayAct(who, office, Set.of(Orders.CHIEF)) instanceof Outcome.Done)
                .isPresent();
        var known = raised.stream().map(appeal -> appeal.about().indicator()).collect(Collectors.toSet());
        var open = sheet.sheet().scores().stream()
                .filter(score -> inTime && leads && score.points().isPresent())
                .map(score -> score.indicator().name())
                .filter(name -> !known.contains(name))
                .collect(Collectors.toSet());
        return new Against(raised, open);
    }

    private Optional<Appeal> find(SignedIn.Officer who, String id) {
        return parts.appeals()
                .find(id)
                .filter(appeal -> access.scope(who).sees(appeal.raised().organisation()));
    }

    private static Optional<AppealRefusal> refusal(SignedIn.Officer who, Appeal appeal) {
        if (!who.has(Orders.SUPERVISOR)) {
            return Optional.of(new AppealRefusal.MayNot(new AccessRefusal.RoleMissing(Set.of(Orders.SUPERVISOR))));
        }
        return who.organisation().equals(appeal.raised().organisation())
                ? Optional.of(new AppealRefusal.OwnOrganisation())
                : Optional.empty();
    }

    /** Supervision answers, once. What it upholds amends the score at once. */
    @Transactional
    public Outcome<Appeal, AppealRefusal> answer(
            SignedIn.Officer who, String id, Appeal.Verdict verdict, String words) {
        var found = find(who, id);
        if (found.isEmpty()) {
            return Outcome.refused(new AppealRefusal.Gone());
        }
        var refusal = refusal(who, found.get());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (words.isBlank()) {
            return Outcome.refused(new AppealRefusal.WordsMissing());
        }
        parts.amending().hold();
        var appeal = parts.appeals().find(id).orElseThrow();
        if (appeal.answer().isPresent()) {
            return Outcome.refused(
                    new AppealRefusal.Answered(appeal.answer().get().verdict()));
        }
        var now = clock.instant();
        var answer = new Appeal.Answer(verdict, who.actor(), who.name(), now, words.strip());
        parts.appeals().answer(id, answer);
        parts.deeds().answered(appeal, answer);
        if (verdict == Appeal.Verdict.UPHELD) {
            parts.amending().uphold(appeal, now);
        }
        return Outcome.done(new Appeal(id, appeal.about(), appeal.raised(), appeal.dueAt(), Optional.of(answer)));
    }
}
