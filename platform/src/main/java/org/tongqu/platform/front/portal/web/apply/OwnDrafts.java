package org.tongqu.platform.front.portal.web.apply;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Finds drafts for their owners. */
@Component
class OwnDrafts {

    /** What our own buttons send beside the answers. */
    private static final Set<String> BUTTONS = Set.of("then", "remove");

    private final Intake intake;
    private final ServiceCatalogue catalogue;

    OwnDrafts(Intake intake, ServiceCatalogue catalogue) {
        this.intake = intake;
        this.catalogue = catalogue;
    }

    DraftAt find(Citizen who, String id) {
        return intake.findDraft(who, id)
                .map(draft ->
                        new DraftAt(draft, catalogue.packByHash(draft.pack().contentHash())))
                .orElseThrow(Gone::notFound);
    }

    /** The answers among what a browser posted. */
    static Map<String, String[]> answers(Map<String, String[]> posted) {
        var answers = new LinkedHashMap<>(posted);
        answers.keySet().removeAll(BUTTONS);
        return answers;
    }
}
