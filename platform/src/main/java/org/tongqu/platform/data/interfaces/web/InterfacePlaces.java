package org.tongqu.platform.data.interfaces.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where interfaces stand in the menu of those who work with shared data. */
@Component
class InterfacePlaces implements Places {

    @Override
    public Shell shell() {
        return Shell.DESK;
    }

    @Override
    public int order() {
        return 23;
    }

    @Override
    public List<Place> places(Texts texts, HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof SignedIn.Officer officer
                        && isConcerned(officer)
                ? List.of(Place.of("interfaces", texts.say("interfaces.place"), Words.LIST, Icon.EXTERNAL_LINK)
                        .under(texts.say("catalog.place.group")))
                : List.of();
    }

    static boolean isConcerned(SignedIn.Officer officer) {
        return isKeeper(officer) || officer.has(Compiling.AUTHORITY) || officer.has("supervisor");
    }

    /** Declares interfaces of their department and makes its keys. */
    static boolean isKeeper(SignedIn.Officer officer) {
        return officer.has(Compiling.OFFICER) || officer.has(Compiling.CHIEF);
    }
}
