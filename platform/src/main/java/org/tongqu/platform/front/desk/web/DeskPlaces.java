package org.tongqu.platform.front.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;

/** The places of the desk. What an officer may not see there, its own page says. */
@Component
class DeskPlaces implements Places {

    @Override
    public Shell shell() {
        return Shell.DESK;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public List<Place> places(Texts texts, HttpServletRequest request) {
        return List.of(
                Place.of("inbox", texts.say("desk.place.inbox"), "/desk/inbox", Icon.INBOX)
                        .under(texts.say("desk.group.work")),
                Place.of("supervision", texts.say("desk.place.supervision"), "/desk/supervision", Icon.EYE)
                        .under(texts.say("desk.group.watch")),
                Place.of("clocks", texts.say("desk.place.clocks"), "/desk/supervision/clocks", Icon.CLOCK)
                        .under(texts.say("desk.group.watch")),
                Place.of("packs", texts.say("desk.place.packs"), "/desk/packs", Icon.CHECKLIST)
                        .under(texts.say("desk.group.platform")));
    }
}
