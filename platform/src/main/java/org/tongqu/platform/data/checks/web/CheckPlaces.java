package org.tongqu.platform.data.checks.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.data.checks.Checks;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where checks stand in the menu of those who may use one. */
@Component
class CheckPlaces implements Places {

    private static final int ORDER = 26;

    private final Checks checks;

    CheckPlaces(Checks checks) {
        this.checks = checks;
    }

    @Override
    public Shell shell() {
        return Shell.DESK;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Place> places(Texts texts, HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof SignedIn.Officer officer
                        && !checks.all(officer).isEmpty()
                ? List.of(Place.of("checks", texts.say("checks.place"), ChecksController.LIST, Icon.CHECKLIST)
                        .under(texts.say("catalog.place.group")))
                : List.of();
    }
}
