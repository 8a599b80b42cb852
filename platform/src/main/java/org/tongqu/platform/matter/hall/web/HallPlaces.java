package org.tongqu.platform.matter.hall.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where the halls stand in the menus: for everybody on the portal, on the desk for those who work in one. */
@Configuration(proxyBeanMethods = false)
class HallPlaces {

    @Bean
    Places hallsOnThePortal() {
        return new Entries(Shell.PORTAL);
    }

    @Bean
    Places hallsOnTheDesk() {
        return new Entries(Shell.DESK);
    }

    private record Entries(Shell shell) implements Places {

        @Override
        public int order() {
            return 10;
        }

        @Override
        public List<Place> places(Texts texts, HttpServletRequest request) {
            return shell == Shell.PORTAL
                    ? List.of(Place.of("halls", texts.say("hall.place"), "/halls", Icon.MAP_PIN))
                    : desk(texts, request);
        }

        private static List<Place> desk(Texts texts, HttpServletRequest request) {
            var places = new ArrayList<Place>();
            if (request.getUserPrincipal() instanceof Authentication known
                    && known.getPrincipal() instanceof SignedIn.Officer officer) {
                if (officer.has(Halls.CLERK)) {
                    places.add(Place.of("hall", texts.say("hall.place.window"), "/desk/hall", Icon.USERS)
                            .under(texts.say("hall.place.group")));
                }
                if (Administrator.among(officer.roles()).isEmpty()) {
                    places.add(Place.of("handovers", texts.say("hall.papers"), "/desk/hall/handovers", Icon.PAPERCLIP)
                            .under(texts.say("hall.place.group")));
                }
                if (officer.has(Halls.MANAGER) || officer.has("supervisor")) {
                    places.add(Place.of("hall-day", texts.say("hall.place.day"), "/desk/hall/day", Icon.CHART_BAR)
                            .under(texts.say("hall.place.group")));
                }
            }
            return places;
        }
    }
}
