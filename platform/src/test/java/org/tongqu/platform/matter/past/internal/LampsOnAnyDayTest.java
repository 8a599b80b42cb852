package org.tongqu.platform.matter.past.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.engines.packs.Demo;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.matter.casework.CaseLoad;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.Firm;
import org.tongqu.platform.operate.demo.Firms;
import org.tongqu.platform.operate.demo.Resident;
import org.tongqu.platform.operate.demo.Residents;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Division;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Staff;

/** FEATURE: whatever day the city is loaded on, some lamps burn yellow and some red. */
class LampsOnAnyDayTest {

    private static final DivisionCode DISTRICT = new DivisionCode("999901");
    private static final DivisionCode COMMUNITY = new DivisionCode("999901001001");

    private final StartedPlatform platform = StartedPlatform.shared();
    private final List<Pack> packs = platform.bean(ServiceCatalogue.class).items().stream()
            .map(item -> platform.bean(ServiceCatalogue.class).pack(item.packId()))
            .filter(pack -> !pack.demo().equals(Demo.NONE))
            .filter(pack -> pack.process().organisationKinds().isEmpty())
            .toList();

    // Monday to Sunday; before, in and after long holidays; days made up for.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-16",
                "2026-11-18",
                "2026-11-20",
                "2026-11-21",
                "2026-11-22",
                "2026-02-14",
                "2026-02-18",
                "2026-02-23",
                "2026-02-24",
                "2026-02-28",
                "2026-10-08"
            })
    void someLampsAreYellowAndSomeRed(LocalDate today) {
        var lamps = lamps(today);

        assertThat(lamps.getOrDefault(Lamp.YELLOW, 0)).as("%s", lamps).isGreaterThanOrEqualTo(5);
        assertThat(lamps.getOrDefault(Lamp.RED, 0)).as("%s", lamps).isGreaterThanOrEqualTo(5);
    }

    @Test
    void theSameDayGivesTheSameLamps() {
        var today = LocalDate.of(2026, 11, 22);

        assertThat(lamps(today)).isEqualTo(lamps(today));
    }

    /** The last three weeks before the day, as busy as those of the whole city. */
    private Map<Lamp, Integer> lamps(LocalDate today) {
        var counts = new EnumMap<Lamp, Integer>(Lamp.class);
        var calendar = platform.bean(NextYear.class)
                .included(platform.bean(Directory.class).calendar(), today);
        var rhythm = new Rhythm(calendar);
        var end = today.atStartOfDay(WorkingCalendar.ZONE).toInstant();
        for (var pack : packs) {
            var city = city(pack, today);
            var period = new Plan.Period(today.minusDays(21), today, 1_400 / packs.size());
            var service = new Plan.Offered(pack, city.organisations());
            var plan = Plan.of(List.of(service), period, rhythm, new SplittableRandom(7));
            var stage = platform.bean(PastMatters.class).stage(city, rhythm, service, new PastMatters.Ends(end, 1));
            for (var planned : plan.matters()) {
                var left = Play.of(stage, planned).past().state();
                counts.merge(platform.bean(CaseLoad.class).lamp(left, end.plusSeconds(3600)), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static DemoCity city(Pack pack, LocalDate today) {
        var office = new Organisation(
                "11999901MB0A00018J",
                pack.dispatch().organisationKind(),
                new Label("测试局", "Test Office"),
                DISTRICT,
                Optional.empty(),
                new Organisation.Contact("", ""));
        var staff = new ArrayList<Staff>();
        for (var role : pack.roles()) {
            for (int i = 0; i < 3; i++) {
                staff.add(new Staff(role.code() + i, "周敏", office.code(), "clerk", Set.of(role.code())));
            }
        }
        return new DemoCity(
                today,
                new DivisionCode("999900"),
                List.of(new Division(DISTRICT, "测试区")),
                List.of(new Division(COMMUNITY, "测试社区")),
                List.of(office),
                staff,
                new OnePerson(),
                new NoFirms(),
                List.of());
    }

    private static final class OnePerson implements Residents {

        @Override
        public int count() {
            return 1;
        }

        @Override
        public Resident at(int index) {
            return new Resident(
                    0,
                    "c-test",
                    new PersonName("林晓燕"),
                    new CitizenNumber("11010519491231002X"),
                    new MobileNumber("19900000000"),
                    COMMUNITY,
                    "测试市测试区测试社区",
                    "云江路1号");
        }

        @Override
        public String doorIn(DivisionCode community, int index) {
            return "云江路1号";
        }

        @Override
        public int applicants() {
            return 1;
        }

        @Override
        public Resident applicant(int number) {
            return at(number);
        }
    }

    private static final class NoFirms implements Firms {

        @Override
        public int count() {
            return 0;
        }

        @Override
        public Firm at(int index) {
            throw new IndexOutOfBoundsException(index);
        }
    }
}
