package org.tongqu.platform.front.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;

/** The menu of the portal, the same for everybody. */
@Component
class PortalPlaces implements Places {

    @Override
    public Shell shell() {
        return Shell.PORTAL;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public List<Place> places(Texts texts, HttpServletRequest request) {
        return List.of(
                Place.of("services", texts.say("portal.place.services"), "/services", Icon.CHECKLIST),
                Place.of("my", texts.say("portal.place.my"), "/my", Icon.USER),
                Place.of("results", texts.say("portal.place.results"), "/results", Icon.GAVEL),
                Place.of("progress", texts.say("portal.place.progress"), "/progress", Icon.HISTORY),
                Place.of("check", texts.say("portal.place.check"), "/licences/check", Icon.QRCODE),
                Place.of("help", texts.say("portal.place.help"), "/help", Icon.HELP));
    }
}
