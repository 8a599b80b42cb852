package org.tongqu.platform.front.drafting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.matter.processes.Drafts;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where processes stand in the menu of those who draw or approve them. */
@Component
class DraftingPlaces implements Places {

    static final String PLACE = "processes";

    @Override
    public Shell shell() {
        return Shell.DESK;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Place> places(Texts texts, HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof SignedIn.Officer officer
                        && (officer.has(Drafts.DRAFTER) || officer.has(Drafts.APPROVER))
                ? List.of(Place.of(PLACE, texts.say("drafting.place"), ProcessesController.LIST, Icon.EDIT)
                        .under(texts.say("drafting.group")))
                : List.of();
    }
}
