package org.tongqu.platform.matter.hall.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.matter.hall.Hall;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.operate.demo.DemoAccount;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Staff;

/** The halls of the demo city: the last week, today as far as it has come, and who is expected in the next one. */
@Component
class HallDemo implements DemoPart {

    private static final String KIND = "service-hall";
    private static final int DAYS = 5;
    private static final int LOOK = 14;

    private final Halls halls;
    private final HallCopy copy;
    private final JdbcClient jdbc;
    private final Clock clock;

    HallDemo(Halls halls, HallCopy copy, JdbcClient jdbc, Clock clock) {
        this.halls = halls;
        this.copy = copy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "service halls";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void load(DemoCity city, Progress progress) {
        var now = clock.instant();
        var actors = city.accounts().stream().map(DemoAccount::actor).collect(Collectors.toSet());
        int number = 0;
        for (var organisation : city.organisationsOf(KIND)) {
            var plan = plan(city, organisation);
            halls.put(plan);
            var staffed = staff(plan, clerks(city, organisation, actors), now);
            for (var day : days(plan, city.today())) {
                var kind = halls.kindOf(day).orElseThrow();
                var random = city.random("hall " + plan.hall().code() + " " + day);
                var course = new DemoDay(plan, day, kind, staffed, random).course();
                if (plan.windows().size() == 1) {
                    course.getUp(now);
                }
                copy.write(new HallCopy.Day(plan, day, course), visitors(city, random, number++), now);
            }
        }
    }

    private static HallPlan plan(DemoCity city, Organisation organisation) {
        var level = switch (organisation.division().level()) {
            case PROVINCE, PREFECTURE -> Hall.Level.CITY;
            case COUNTY -> Hall.Level.DISTRICT;
            case STREET -> Hall.Level.STREET;
            case COMMUNITY -> Hall.Level.COMMUNITY;
        };
        var parent = organisation.parent().stream()
                .flatMap(code -> city.organisations().stream()
                        .filter(other -> other.code().equals(code)))
                .filter(other -> other.kind().equals(KIND))
                .map(other -> code(other.division()))
                .findFirst();
        return DemoTables.plan(
                level,
                code(organisation.division()),
                organisation.name(),
                new Hall.Seat(
                        organisation.division(),
                        organisation.code(),
                        parent,
                        organisation.contact().address()));
    }

    private static String code(DivisionCode division) {
        return division.value();
    }

    /** Five days on which the hall was open, today if it is, and five more. */
    private List<LocalDate> days(HallPlan plan, LocalDate today) {
        var before = open(plan, IntStream.rangeClosed(1, LOOK).mapToObj(today::minusDays));
        var after = open(plan, IntStream.rangeClosed(1, LOOK).mapToObj(today::plusDays));
        var days = new ArrayList<>(before.reversed());
        days.addAll(open(plan, Stream.of(today)));
        days.addAll(after);
        return days;
    }

    private List<LocalDate> open(HallPlan plan, Stream<LocalDate> days) {
        return days.filter(day -> !halls.hoursOn(plan, day).isEmpty())
                .limit(DAYS)
                .toList();
    }

    private static List<Staff> clerks(DemoCity city, Organisation organisation, Set<String> taken) {
        return city.holders(organisation.code(), Halls.CLERK).stream()
                .filter(person -> !taken.contains(person.id()))
                .toList();
    }

    /** Who sits where; the first window stays free for whoever tries the demo. */
    private Set<Integer> staff(HallPlan plan, List<Staff> clerks, Instant now) {
        var free = plan.windows().stream()
                .map(HallPlan.PlannedWindow::number)
                .filter(number -> number > 1 || plan.windows().size() == 1)
                .limit(Math.max(1, clerks.size()))
                .toList();
        if (halls.isOpen(plan, now)) {
            for (int i = 0;
                    i < free.size() && i < clerks.size() && plan.windows().size() > 1;
                    i++) {
                jdbc.sql("""
                                UPDATE hall.service_window SET state = 'open', clerk = ?, clerk_name = ?, since = ?
                                WHERE hall = ? AND number = ?""")
                        .params(
                                clerks.get(i).id(),
                                clerks.get(i).name(),
                                time(now),
                                plan.hall().code(),
                                free.get(i))
                        .update();
            }
        }
        return new HashSet<>(free);
    }

    /** Residents who have an account, each once a day. */
    private static HallCopy.Visitors visitors(DemoCity city, SplittableRandom random, int number) {
        var all = city.residents().applicants();
        var start = random.nextInt(all);
        return index -> {
            var resident = city.residents().applicant(Math.floorMod(start + number + index * 7L, all));
            return new HallCopy.Visitor(resident.account(), resident.name().value());
        };
    }
}
