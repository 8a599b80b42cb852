package org.tongqu.platform.matter.studio.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.matter.studio.Rehearsals;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where the studio stands in the menu of those who change packs and those who watch. */
@Component
class StudioPlaces implements Places {

    @Override
    public Shell shell() {
        return Shell.DESK;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public List<Place> places(Texts texts, HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof SignedIn.Officer officer
                        && Rehearsals.isConcerned(officer)
                ? List.of(Place.of(Words.PLACE, texts.say("studio.place"), Words.STUDIO, Icon.TOOLS)
                        .under(texts.say("desk.group.platform")))
                : List.of();
    }
}
