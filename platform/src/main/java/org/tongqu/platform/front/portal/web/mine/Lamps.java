package org.tongqu.platform.front.portal.web.mine;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.CaseView;

/** How clocks stand, as people see it. */
public final class Lamps {

    private Lamps() {}

    /** Nothing where nothing is measured. */
    public static Optional<Lamp> of(Texts texts, CaseView view, Instant now) {
        return switch (view.standing().lamp(now)) {
            case GREEN -> Optional.of(Lamp.of(texts, Light.FINE));
            case YELLOW -> Optional.of(Lamp.of(texts, Light.SOON));
            case RED -> Optional.of(Lamp.of(texts, Light.LATE));
            case STOPPED -> Optional.of(Lamp.of(texts, Light.PAUSED));
            case NONE -> Optional.empty();
        };
    }

    static Lamp of(Texts texts, RunningClock clock, Instant now) {
        return switch (clock.status()) {
            case STOPPED -> Lamp.of(texts, Light.PAUSED);
            case ENDED ->
                clock.ended().map(RunningClock.ClockEnd::onTime).orElse(true)
                        ? new Lamp(Light.DONE, texts.say("portal.case.clock.ontime"))
                        : new Lamp(Light.LATE, texts.say("portal.case.clock.late"));
            case RUNNING -> Lamp.of(texts, running(clock, now));
        };
    }

    private static Light running(RunningClock clock, Instant now) {
        if (!clock.dueAt().isAfter(now)) {
            return Light.LATE;
        }
        return clock.warnAt().isAfter(now) ? Light.FINE : Light.SOON;
    }

    /** Due is the first instant that is too late; people are told the last day in time. */
    public static String lastDay(Texts texts, Instant dueAt) {
        return texts.day(dueAt.minusMillis(1).atZone(WorkingCalendar.ZONE).toLocalDate());
    }
}
