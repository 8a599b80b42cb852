package org.tongqu.engines.forms;

import java.util.Optional;
import org.tongqu.engines.forms.Field.Known;
import org.tongqu.engines.forms.Field.Otherwise;
import org.tongqu.engines.forms.Forms.Filled;
import org.tongqu.engines.forms.Prefill.PrefillSubject;
import org.tongqu.engines.forms.Prefill.Prefilled;
import org.tongqu.engines.forms.Provenance.FieldProvenance;
import org.tongqu.kernel.data.Datum;

/** Fills a page from the registers, and keeps what they say beside what the applicant says. */
final class Prefilling {

    private final Prefill prefill;
    private final PrefillSubject signedIn;

    Prefilling(Prefill prefill, PrefillSubject signedIn) {
        this.prefill = prefill;
        this.signedIn = signedIn;
    }

    /** What becomes of questions that are not answered. */
    enum Blanks {
        FILLED,
        /** Whoever was there before left them so. */
        LEFT
    }

    Filled fill(FormPage page, Filled before, Blanks blanks) {
        var filled = before;
        if (page.group().isEmpty()) {
            for (var field : Forms.visibleFields(page, before.answers(), before.answers())) {
                if (field.known().isPresent()) {
                    filled = fill(field, field.known().get(), filled, blanks);
                }
            }
        }
        return filled;
    }

    private Filled fill(Field field, Known known, Filled before, Blanks blanks) {
        var about = known.by().flatMap(before.answers()::text);
        var said = before.provenance().find(field.name());
        var ofAnother = said.filter(entry -> !entry.about().equals(about));
        var left = ofAnother.map(entry -> without(before, entry)).orElse(before);
        var answer = left.answers().at(field.name());
        var asks = answer.isNothing()
                ? blanks == Blanks.FILLED || (known.by().isPresent() && field.isRequired())
                : known.otherwise() == Otherwise.OBJECTION
                        && left.provenance().find(field.name()).isEmpty();
        return asks
                ? find(known, about)
                        .map(value -> with(left, field, known, value, about))
                        .orElse(left)
                : left;
    }

    /** What a register said of another firm than the one that is named now is no answer any more. */
    private static Filled without(Filled before, FieldProvenance entry) {
        var stands = entry.value().equals(before.answers().at(entry.path()));
        return new Filled(
                stands ? (Datum.Fields) before.answers().with(entry.path(), Datum.nothing()) : before.answers(),
                before.provenance().without(entry.path()));
    }

    private static Filled with(Filled before, Field field, Known known, Prefilled found, Optional<String> about) {
        var path = field.name();
        var answers = before.answers();
        return new Filled(
                answers.at(path).isNothing() ? (Datum.Fields) answers.with(path, found.value()) : answers,
                before.provenance()
                        .with(new FieldProvenance(
                                path,
                                found.value(),
                                found.source(),
                                found.asOf(),
                                found.teller(),
                                about,
                                known.otherwise())));
    }

    private Optional<Prefilled> find(Known known, Optional<String> about) {
        var whom = known.by().isEmpty()
                ? Optional.of(signedIn)
                : about.map(code -> new PrefillSubject(PrefillSubject.Kind.ORGANISATION, code));
        return whom.flatMap(subject -> prefill.find(known.source(), subject));
    }
}
