package org.tongqu.platform.matter.intake.internal;

import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.Dispatch;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.DivisionCode.Level;
import org.tongqu.platform.matter.intake.SubmitRefusal;
import org.tongqu.platform.matter.intake.Submitted.Place;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;

/** Finds who handles a matter: the organisation of the pack's kind that answers for the place named in the answers. */
@Component
class Dispatching {

    private final Directory directory;

    Dispatching(Directory directory) {
        this.directory = directory;
    }

    Outcome<Place, SubmitRefusal> organisation(Dispatch dispatch, Datum.Fields answers) {
        var written = answers.text(dispatch.divisionField()).orElse("");
        var refusal = new SubmitRefusal.NobodyHandles(dispatch.organisationKind(), written);
        return DivisionCode.parse(written)
                .<SubmitRefusal>mapRefusal(broken -> refusal)
                .then(code -> directory
                        .findResponsible(dispatch.organisationKind(), lifted(code, dispatch.level()))
                        .<Outcome<Place, SubmitRefusal>>map(found -> Outcome.done(
                                new Place(found.code(), found.division().sixDigits())))
                        .orElseGet(() -> Outcome.refused(refusal)));
    }

    /** The same while the form is not filled in: where nobody can say yet, whoever does such things first of all. */
    String likely(Dispatch dispatch, Datum.Fields answers) {
        return switch (organisation(dispatch, answers)) {
            case Outcome.Done<Place, SubmitRefusal>(var place) -> place.code();
            case Outcome.Refused<Place, SubmitRefusal> unknown ->
                directory.organisations().stream()
                        .filter(organisation -> organisation.kind().equals(dispatch.organisationKind()))
                        .map(Organisation::code)
                        .findFirst()
                        .orElse("");
        };
    }

    private static DivisionCode lifted(DivisionCode code, Dispatch.Level to) {
        var level = switch (to) {
            case CITY -> Level.PREFECTURE;
            case COUNTY -> Level.COUNTY;
            case STREET -> Level.STREET;
        };
        var lifted = code;
        while (lifted.level().compareTo(level) > 0 && lifted.parent().isPresent()) {
            lifted = lifted.parent().get();
        }
        return lifted;
    }
}
