package org.tongqu.platform.matter.intake.internal;

import java.util.Optional;
import org.tongqu.engines.forms.Prefill;

/**
 * What the golden records say, and what matters decided here wrote down. A decided matter is believed as long as no source
 * of the golden record speaks of a later day; what nobody decided here is asked of the golden record first.
 */
record Joined(Prefill golden, Prefill decided) implements Prefill {

    @Override
    public Optional<Prefilled> find(String source, PrefillSubject subject) {
        var told = golden.find(source, subject);
        var own = decided.find(source, subject);
        if (told.isEmpty() || own.isEmpty()) {
            return told.or(() -> own);
        }
        var isDecidedHere = own.get().teller().isPresent();
        return isDecidedHere && !own.get().asOf().isBefore(told.get().asOf()) ? own : told;
    }
}
