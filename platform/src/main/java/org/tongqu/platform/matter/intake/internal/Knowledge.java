package org.tongqu.platform.matter.intake.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.engines.forms.Form;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.forms.Prefill;
import org.tongqu.engines.forms.Prefill.PrefillSubject;
import org.tongqu.engines.forms.Prefill.Prefilled;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.data.use.DraftUse;
import org.tongqu.platform.data.use.FormUse;
import org.tongqu.platform.data.use.FormUse.Fact;
import org.tongqu.platform.data.use.Traces;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.intake.Draft.Filled;
import org.tongqu.platform.matter.intake.Submission;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** What the registers know, and what the person who asks handed in before, so that nobody is asked twice. */
@Component
class Knowledge {

    /** A source that is none of the registers: the same answer in an earlier matter of the same person. */
    private static final String MATTERS = "matters.";

    private final Registers registers;
    private final GoldenRegisters golden;
    private final Accounts accounts;
    private final SubmissionStore submissions;
    private final Traces uses;
    private final Clock clock;

    Knowledge(
            Registers registers,
            GoldenRegisters golden,
            Accounts accounts,
            SubmissionStore submissions,
            Traces uses,
            Clock clock) {
        this.uses = uses;
        this.clock = clock;
        this.registers = registers;
        this.golden = golden;
        this.accounts = accounts;
        this.submissions = submissions;
    }

    /** Fills the empty questions of all pages that were not saved yet. */
    Filled fill(Citizen who, Form form, Filled before, Set<String> savedPages) {
        return fill(who, form, before, savedPages, page -> true);
    }

    /** The same of some pages, where the others are not open. */
    Filled fill(Citizen who, Form form, Filled before, Set<String> savedPages, Predicate<FormPage> open) {
        var subject = subject(who);
        var prefill = prefill(who);
        var filled = before;
        for (var page : Forms.visiblePages(form, before.answers())) {
            if (open.test(page)) {
                var known = new Forms.Filled(filled.answers(), filled.provenance());
                var next = savedPages.contains(page.id())
                        ? Forms.follow(page, known, prefill, subject)
                        : Forms.prefill(page, known, prefill, subject);
                filled = new Filled(next.answers(), next.provenance());
            }
        }
        return new Filled(filled.answers(), filled.provenance().stillTrueOf(filled.answers()));
    }

    /**
     * What registers confirm.
     *
     * @param materials that need not be handed in, because a register knows what they would prove
     * @param facts that were held against them
     */
    record Waived(Set<String> materials, List<Fact> facts) {}

    Waived waived(Citizen who, Form form, Datum.Fields answers) {
        if (Forms.askedMaterials(form, answers).stream()
                .allMatch(ask -> ask.waivedBy().isEmpty())) {
            return new Waived(Set.of(), List.of());
        }
        List<Fact> facts = new ArrayList<>();
        var known = known();
        Prefill noting = (source, subject) -> {
            var found = known.find(source, subject);
            found.ifPresent(one -> facts.add(fact(source, subject)));
            return found;
        };
        return new Waived(Forms.waived(form, answers, noting, subject(who)), facts);
    }

    /** Whoever else than the applicant registers were asked about sees it, though the form may never be handed in. */
    void filledIn(Citizen who, Pack pack, Draft draft, Waived waived, String organisation) {
        var own =
                new Concerned(Concerned.Kind.PERSON, accounts.citizenNumber(who).value());
        var ofOthers = waived.facts().stream()
                .filter(fact -> !fact.about().equals(own))
                .toList();
        if (!ofOthers.isEmpty()) {
            uses.filledIn(new DraftUse(draft.id(), organisation, pack.title(), who.doer(), clock.instant(), ofOthers));
        }
    }

    /** Whom registers were asked about sees it from now on. */
    void handedIn(Citizen who, Pack pack, Submission submission, Waived waived) {
        uses.handedIn(new FormUse(
                new FormUse.Matter(
                        submission.receipt().value(), submission.organisation().code()),
                pack.title(),
                who.doer(),
                submission.submittedAt(),
                Stream.concat(taken(who, submission.filled()).stream(), waived.facts().stream())
                        .toList()));
    }

    /** What of the answers registers gave, be it that the applicant says otherwise. */
    private List<Fact> taken(Citizen who, Filled filled) {
        return filled.provenance().fields().stream()
                .filter(field -> !field.source().startsWith(MATTERS))
                .map(field ->
                        fact(field.source(), field.about().map(Knowledge::named).orElseGet(() -> subject(who))))
                .toList();
    }

    private static PrefillSubject named(String code) {
        return new PrefillSubject(
                CitizenNumber.parse(code) instanceof Outcome.Done
                        ? PrefillSubject.Kind.CITIZEN
                        : PrefillSubject.Kind.ORGANISATION,
                code);
    }

    private static Fact fact(String source, PrefillSubject subject) {
        var dot = source.indexOf('.');
        var kind = switch (subject.kind()) {
            case CITIZEN -> Concerned.Kind.PERSON;
            case ORGANISATION -> Concerned.Kind.FIRM;
        };
        return new Fact(new Concerned(kind, subject.identifier()), source.substring(0, dot), source.substring(dot + 1));
    }

    private PrefillSubject subject(Citizen who) {
        return new PrefillSubject(
                PrefillSubject.Kind.CITIZEN, accounts.citizenNumber(who).value());
    }

    private Prefill known() {
        return golden.prefill(registers.prefill());
    }

    private Prefill prefill(Citizen who) {
        var known = known();
        var earlier = new Earlier(who);
        return (source, subject) -> source.startsWith(MATTERS)
                ? earlier.find(source.substring(MATTERS.length()), source)
                : known.find(source, subject);
    }

    /** What was handed in before, read when it is first asked for. */
    private final class Earlier {

        private final Citizen who;
        private List<Submission> latest = List.of();
        private boolean read;

        private Earlier(Citizen who) {
            this.who = who;
        }

        private Optional<Prefilled> find(String path, String source) {
            if (!read) {
                latest = submissions.latest(who.account());
                read = true;
            }
            return latest.stream()
                    .filter(submission -> !submission.answers().at(path).isNothing())
                    .findFirst()
                    .map(submission -> new Prefilled(
                            submission.answers().at(path),
                            source,
                            submission
                                    .submittedAt()
                                    .atZone(WorkingCalendar.ZONE)
                                    .toLocalDate()));
        }
    }
}
