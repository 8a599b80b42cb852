package org.tongqu.platform.data.statistics.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.statistics.Due;
import org.tongqu.platform.data.statistics.ReleaseMoved;
import org.tongqu.platform.data.statistics.Statistics;
import org.tongqu.platform.data.statistics.internal.FigureStore.Acting;

/**
 * Says which releases are awaited, some days before they are due, and that they came. Of an indicator of which nothing was ever
 * released nothing is awaited.
 */
@Component
public class Releases {

    /** So many days before its day a release is awaited. */
    private static final int AHEAD = 10;
    /** What should have come longer ago is no news. */
    private static final int BACK = 100;

    private final Statistics statistics;
    private final FigureStore figures;
    private final PlanStore plans;
    private final Deriving deriving;
    private final Shelf shelf;
    private final ApplicationEventPublisher events;

    Releases(
            Statistics statistics,
            FigureStore figures,
            PlanStore plans,
            Deriving deriving,
            Shelf shelf,
            ApplicationEventPublisher events) {
        this.statistics = statistics;
        this.figures = figures;
        this.plans = plans;
        this.deriving = deriving;
        this.shelf = shelf;
        this.events = events;
    }

    /** Looks now and then what is to come. */
    @Component
    record Rounds(Releases releases, Clock clock) {

        @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
        void round() {
            releases.look(clock.instant());
        }
    }

    /** Tells of what is awaited from now on. @return how many that are */
    @Transactional
    public int look(Instant now) {
        figures.lock();
        var today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        var begun = plans.begun();
        var dues = statistics.calendar(today.minusDays(BACK), today.plusDays(AHEAD)).stream()
                .filter(due -> due.released().isEmpty())
                .filter(due -> Optional.ofNullable(begun.get(due.indicator().code()))
                        .filter(first -> first.isBefore(due.period().from()))
                        .isPresent())
                .toList();
        var found = plans.await(dues);
        dues.stream().filter(due -> found.contains(PlanStore.Key.of(due))).forEach(due -> tell(due, now));
        return found.size();
    }

    /** The period was released, with all that follows from it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void released(Indicator indicator, Period period, Collection<String> regions, Acting acting) {
        deriving.follow(indicator, period, List.copyOf(regions), acting);
        plans.came(new PlanStore.Key(indicator.code(), period.from()))
                .ifPresent(day -> tell(new Due(indicator, period, day, Optional.of(acting.now())), acting.now()));
    }

    /** It is to be released on another day. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void planned(Indicator indicator, Period period, LocalDate day, Acting acting) {
        var key = new PlanStore.Key(indicator.code(), period.from());
        plans.plan(key, day, acting);
        if (plans.awaitsBy(key, day)) {
            tell(new Due(indicator, period, day, Optional.empty()), acting.now());
        }
    }

    private void tell(Due due, Instant at) {
        shelf.office(due.indicator().keeping().office())
                .ifPresent(office -> events.publishEvent(new ReleaseMoved(due, office.code(), at)));
    }
}
