package org.tongqu.platform.matter.intake.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.engines.forms.Form;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.forms.Prefill.PrefillSubject;
import org.tongqu.engines.forms.Provenance;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.matter.intake.Draft.Filled;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** What the registers know of the person who asks, so that nobody is asked twice. */
@Component
class Knowledge {

    private final Registers registers;
    private final Accounts accounts;

    Knowledge(Registers registers, Accounts accounts) {
        this.registers = registers;
        this.accounts = accounts;
    }

    /** Fills the empty questions of all pages that were not saved yet. */
    Filled fill(Citizen who, Form form, Filled before, Set<String> savedPages) {
        var subject = subject(who);
        var prefill = registers.prefill();
        var answers = before.answers();
        var provenance = new java.util.ArrayList<>(before.provenance().fields());
        for (var page : Forms.visiblePages(form, answers)) {
            if (!savedPages.contains(page.id())) {
                var filled = Forms.prefill(page, answers, prefill, subject);
                answers = filled.answers();
                provenance.addAll(filled.provenance().fields());
            }
        }
        return new Filled(answers, new Provenance(provenance).stillTrueOf(answers));
    }

    /** The materials that need not be handed in, because a register knows what they would prove. */
    Set<String> waived(Citizen who, Form form, Datum.Fields answers) {
        var asked = Forms.askedMaterials(form, answers);
        if (asked.stream().allMatch(ask -> ask.waivedBy().isEmpty())) {
            return Set.of();
        }
        var subject = subject(who);
        var prefill = registers.prefill();
        return asked.stream()
                .filter(ask -> ask.waivedBy()
                        .flatMap(source -> prefill.find(source, subject))
                        .isPresent())
                .map(ask -> ask.id())
                .collect(Collectors.toSet());
    }

    private PrefillSubject subject(Citizen who) {
        return new PrefillSubject(
                PrefillSubject.Kind.CITIZEN, accounts.citizenNumber(who).value());
    }
}
