package org.tongqu.platform.matter.hall.web.declaring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where halls are declared, on the desk of whoever is responsible for one. */
@Component
class DeclaringPlaces implements Places {

    @Override
    public Shell shell() {
        return Shell.DESK;
    }

    @Override
    public int order() {
        return 11;
    }

    @Override
    public List<Place> places(Texts texts, HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof SignedIn.Officer officer
                        && officer.has(Halls.MANAGER)
                ? List.of(Place.of("declared-halls", texts.say("hall.declare"), DeclaredController.LIST, Icon.MAP_PIN)
                        .under(texts.say("hall.place.group")))
                : List.of();
    }
}
