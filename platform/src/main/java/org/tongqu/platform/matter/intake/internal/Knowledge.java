package org.tongqu.platform.matter.intake.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.tongqu.engines.forms.Form;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.forms.Prefill;
import org.tongqu.engines.forms.Prefill.PrefillSubject;
import org.tongqu.engines.forms.Prefill.Prefilled;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.registers.Registers;
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

    Knowledge(Registers registers, GoldenRegisters golden, Accounts accounts, SubmissionStore submissions) {
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

    /** The materials that need not be handed in, because a register knows what they would prove. */
    Set<String> waived(Citizen who, Form form, Datum.Fields answers) {
        var asked = Forms.askedMaterials(form, answers);
        return asked.stream().allMatch(ask -> ask.waivedBy().isEmpty())
                ? Set.of()
                : Forms.waived(form, answers, known(), subject(who));
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
