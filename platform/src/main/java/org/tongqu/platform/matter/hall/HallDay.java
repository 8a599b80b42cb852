package org.tongqu.platform.matter.hall;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.internal.DayStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;

/** How a day in a hall went, for whoever is responsible for it or watches over it. */
@Service
public class HallDay {

    private final DayStore days;
    private final Access access;

    HallDay(DayStore days, Access access) {
        this.days = days;
        this.access = access;
    }

    /**
     * The day in numbers; each from the same tickets, so they add up.
     *
     * @param drawn all numbers of the day: waiting, here, served, missed and given back
     * @param here called or being served
     * @param waitMinutes from drawing to being called, on average over all who were called; none before anybody was
     */
    public record Sum(
            int drawn,
            int waiting,
            int here,
            int served,
            int missed,
            int left,
            int booked,
            Optional<Double> waitMinutes,
            Optional<Double> serviceMinutes) {}

    /** @param serviceMinutes from beginning to end, on average over those served there */
    public record AtWindow(int window, int served, Optional<Double> waitMinutes, Optional<Double> serviceMinutes) {}

    /** So many came in this hour. */
    public record InHour(int hour, int drawn) {}

    /** A whole day. */
    public record Day(Sum sum, List<AtWindow> windows, List<InHour> hours) {
        public Day {
            windows = List.copyOf(windows);
            hours = List.copyOf(hours);
        }
    }

    /** The day, unless the officer may not look at the hall. */
    @Transactional(readOnly = true)
    public Optional<Day> of(SignedIn.Officer officer, HallPlan plan, LocalDate day) {
        if (!(access.maySee(officer, plan.hall().seat().organisation()) instanceof Outcome.Done)) {
            return Optional.empty();
        }
        var hall = plan.hall().code();
        return Optional.of(new Day(days.sum(hall, day), days.windows(hall, day), days.hours(hall, day)));
    }
}
