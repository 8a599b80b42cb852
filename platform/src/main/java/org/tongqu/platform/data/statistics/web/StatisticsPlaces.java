package org.tongqu.platform.data.statistics.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.data.statistics.Reporting;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where statistics stand in the menus: for everybody on the portal, on the desk for the office that answers for them. */
@Configuration(proxyBeanMethods = false)
class StatisticsPlaces {

    @Bean
    Places statisticsOnThePortal() {
        return new OnThePortal();
    }

    @Bean
    Places statisticsOnTheDesk(Reporting reporting) {
        return new OnTheDesk(reporting);
    }

    private record OnThePortal() implements Places {

        @Override
        public Shell shell() {
            return Shell.PORTAL;
        }

        @Override
        public int order() {
            return 12;
        }

        @Override
        public List<Place> places(Texts texts, HttpServletRequest request) {
            return List.of(
                    Place.of(OverviewController.PLACE, texts.say("statistics.place"), Words.PUBLIC, Icon.CHART_BAR));
        }
    }

    private record OnTheDesk(Reporting reporting) implements Places {

        @Override
        public Shell shell() {
            return Shell.DESK;
        }

        @Override
        public int order() {
            return 26;
        }

        @Override
        public List<Place> places(Texts texts, HttpServletRequest request) {
            return request.getUserPrincipal() instanceof Authentication known
                            && known.getPrincipal() instanceof SignedIn.Officer officer
                            && reporting.mayReport(officer)
                    ? List.of(Place.of(
                                    ReportingController.PLACE,
                                    texts.say("statistics.desk.place"),
                                    Words.DESK,
                                    Icon.CHART_BAR)
                            .under(texts.say("catalog.place.group")))
                    : List.of();
        }
    }
}
