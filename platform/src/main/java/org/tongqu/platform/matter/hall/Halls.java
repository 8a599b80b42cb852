package org.tongqu.platform.matter.hall;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.kernel.time.YearWithoutData;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;
import org.tongqu.platform.matter.hall.internal.HallStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** What halls there are and when they are open. Answered from memory; a change is seen after at most a minute. */
@Service
public class Halls {

    public static final String CLERK = "window-clerk";
    public static final String MANAGER = "hall-manager";

    private static final Set<String> WORKING_THERE = Set.of(CLERK, MANAGER);

    private final HallStore store;
    private final Directory directory;
    private final Access access;
    private final Clock clock;

    Halls(HallStore store, Directory directory, Access access, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /** All, the city's first, then by code. */
    public List<HallPlan> all() {
        return store.all();
    }

    public Optional<HallPlan> find(String code) {
        return store.find(code);
    }

    /** Whether a place can be booked in any hall for what organisations of this kind handle. */
    public boolean isBookable(String organisationKind) {
        return all().stream()
                .filter(plan -> !plan.hall().isClosedOn(today()))
                .anyMatch(plan -> takes(plan, organisationKind));
    }

    private static boolean takes(HallPlan plan, String organisationKind) {
        return plan.findLineOf(organisationKind)
                .filter(line ->
                        plan.slots().stream().anyMatch(slot -> slot.line().equals(line.code())))
                .isPresent();
    }

    /** Halls that take bookings for something of the line on that day, the nearest kin of the hall first. */
    public List<HallPlan> instead(HallPlan plan, String line, LocalDate day) {
        var hall = plan.hall();
        var kinds = plan.findLine(line).map(HallPlan.Line::kinds).orElse(Set.of());
        return all().stream()
                .filter(other -> !other.hall().code().equals(hall.code())
                        && !other.hall().isClosedOn(day)
                        && (kinds.isEmpty()
                                ? !other.slots().isEmpty()
                                : kinds.stream().anyMatch(kind -> takes(other, kind))))
                .sorted(Comparator.comparing(other -> distance(hall, other.hall())))
                .toList();
    }

    /** The hall above it first, then those beside and below it. */
    private static int distance(Hall from, Hall to) {
        if (from.seat().parent().filter(to.code()::equals).isPresent()) {
            return 0;
        }
        return to.seat().parent().filter(from.code()::equals).isPresent()
                        || from.seat().parent().isPresent()
                                && from.seat().parent().equals(to.seat().parent())
                ? 1
                : 2;
    }

    /** @throws NoSuchElementException when there is none */
    public HallPlan hall(String code) {
        return find(code).orElseThrow();
    }

    /** Declares the hall, or declares it anew. Slots that people booked already stay as they are. */
    @Transactional
    public void put(HallPlan plan) {
        store.put(plan, Optional.empty());
    }

    /** Halls the officer may work in: those run by an organisation in reach. */
    public List<HallPlan> of(SignedIn.Officer officer) {
        return all().stream()
                .filter(plan -> access.mayAct(officer, plan.hall().seat().organisation(), WORKING_THERE)
                        instanceof Outcome.Done)
                .toList();
    }

    /** Halls whose figures the officer may see. */
    public List<HallPlan> seenBy(SignedIn.Officer officer) {
        return all().stream()
                .filter(plan -> access.maySee(officer, plan.hall().seat().organisation()) instanceof Outcome.Done)
                .toList();
    }

    /** What kind of day it is; nothing on a public holiday, or in a year the calendar does not know yet. */
    public Optional<DayKind> kindOf(LocalDate day) {
        var calendar = directory.calendar();
        return switch (calendar.isWorkingDay(day)) {
            case Outcome.Done<Boolean, YearWithoutData>(var working) when working -> Optional.of(DayKind.WORKING);
            case Outcome.Done<Boolean, YearWithoutData> rest ->
                calendar.findDay(day).isPresent() ? Optional.empty() : Optional.of(DayKind.WEEKEND);
            case Outcome.Refused<Boolean, YearWithoutData> unknown -> Optional.empty();
        };
    }

    /** The hours of this day, none when the hall stays closed. */
    public List<HallPlan.Hours> hoursOn(HallPlan plan, LocalDate day) {
        return plan.hall().isClosedOn(day)
                ? List.of()
                : kindOf(day).map(plan::hoursOn).orElseGet(List::of);
    }

    public boolean isOpen(HallPlan plan, Instant at) {
        var local = at.atZone(WorkingCalendar.ZONE);
        LocalTime time = local.toLocalTime();
        return hoursOn(plan, local.toLocalDate()).stream().anyMatch(hours -> hours.include(time));
    }

    /** Today, where the halls are. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
