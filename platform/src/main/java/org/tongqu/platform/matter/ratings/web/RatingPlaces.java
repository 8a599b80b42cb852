package org.tongqu.platform.matter.ratings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where ratings stand in the menu of the desk: for everybody who may be rated. */
@Component
class RatingPlaces implements Places {

    @Override
    public Shell shell() {
        return Shell.DESK;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public List<Place> places(Texts texts, HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof SignedIn.Officer officer
                        && Administrator.among(officer.roles()).isEmpty()
                ? List.of(Place.of("ratings", texts.say("ratings.place"), "/desk/ratings", Icon.MESSAGE_CIRCLE)
                        .under(texts.say("desk.group.watch")))
                : List.of();
    }
}
