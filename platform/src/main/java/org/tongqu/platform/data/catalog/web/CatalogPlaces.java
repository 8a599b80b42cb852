package org.tongqu.platform.data.catalog.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where the catalogue stands in the menus: for everybody what is open, for officers all of it. */
@Configuration(proxyBeanMethods = false)
class CatalogPlaces {

    @Bean
    Places openDataOnThePortal() {
        return new Entries(Shell.PORTAL);
    }

    @Bean
    Places catalogOnTheDesk() {
        return new Entries(Shell.DESK);
    }

    private record Entries(Shell shell) implements Places {

        @Override
        public int order() {
            return 20;
        }

        @Override
        public List<Place> places(Texts texts, HttpServletRequest request) {
            return shell == Shell.PORTAL
                    ? List.of(Place.of("open-data", texts.say("catalog.open"), OpenDataController.LIST, Icon.DATABASE))
                    : desk(texts, request);
        }

        private static List<Place> desk(Texts texts, HttpServletRequest request) {
            return request.getUserPrincipal() instanceof Authentication known
                            && known.getPrincipal() instanceof SignedIn.Officer officer
                            && Administrator.among(officer.roles()).isEmpty()
                    ? List.of(Place.of("catalog", texts.say("catalog.place"), Words.LIST, Icon.DATABASE)
                            .under(texts.say("catalog.place.group")))
                    : List.of();
        }
    }
}
