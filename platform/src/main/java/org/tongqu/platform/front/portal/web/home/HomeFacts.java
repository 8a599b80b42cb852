package org.tongqu.platform.front.portal.web.home;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.platform.front.portal.web.Fresh;
import org.tongqu.platform.matter.decisions.Decisions;
import org.tongqu.platform.matter.decisions.PublicList;
import org.tongqu.platform.matter.decisions.Published;
import org.tongqu.platform.matter.services.ItemSummary;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.supervision.Figure;
import org.tongqu.platform.matter.supervision.Indicator;
import org.tongqu.platform.matter.supervision.Supervision;

/** What the home page says to everybody, at most ten seconds old. */
@Component
class HomeFacts {

    private static final Duration KEEPS = Duration.ofSeconds(10);

    private final Fresh<Facts> facts;

    /** @param onTime of the promised clocks that ended this month */
    record Facts(List<ItemSummary> items, List<Published> latest, Figure onTime) {
        Facts {
            items = List.copyOf(items);
            latest = List.copyOf(latest);
        }
    }

    HomeFacts(ServiceCatalogue catalogue, Decisions decisions, Supervision supervision, Clock clock) {
        this.facts = new Fresh<>(
                () -> new Facts(
                        catalogue.items(),
                        decisions
                                .published(PublicList.Search.EVERYTHING, Optional.empty())
                                .lines(),
                        supervision.openFigure(Indicator.ON_TIME, Openness.thisMonth(clock.instant()))),
                KEEPS,
                clock);
    }

    Facts now() {
        return facts.now();
    }
}
