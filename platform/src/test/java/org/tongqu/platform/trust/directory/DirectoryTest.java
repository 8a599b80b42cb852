package org.tongqu.platform.trust.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.YearWithoutData;
import org.tongqu.platform._support.StartedPlatform;

/** FEATURE: the country's divisions, the government's organisations and the days on which it works. */
class DirectoryTest {

    private static final DivisionCode CITY = new DivisionCode("998800");
    private static final DivisionCode DISTRICT = new DivisionCode("998801");

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Directory directory = platform.bean(Directory.class);

    @Test
    void theNationalTableIsThereAfterTheFirstStart() {
        assertThat(directory.provinces()).hasSizeGreaterThanOrEqualTo(31);
        assertThat(directory.division(new DivisionCode("110105")).name()).isEqualTo("朝阳区");
        assertThat(directory.children(new DivisionCode("110105")))
                .hasSizeGreaterThan(40)
                .allSatisfy(street -> assertThat(street.code().isWithin(new DivisionCode("110105")))
                        .isTrue());
    }

    @Test
    void aStreetOfACityWithoutCountiesLiesInTheCity() {
        assertThat(directory.path(new DivisionCode("441900003")))
                .extracting(Division::name)
                .containsExactly("广东省", "东莞市", "东城街道");
    }

    @Test
    void theShippedCalendarKnows2026AndSaysThatItDoesNotKnow2027() {
        var calendar = directory.calendar();

        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 14))).isEqualTo(Outcome.done(true));
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 1))).isEqualTo(Outcome.done(false));
        assertThat(calendar.isWorkingDay(LocalDate.of(2029, 1, 4)))
                .isEqualTo(Outcome.refused(new YearWithoutData(2029)));
    }

    @Test
    void anImportedYearCountsAtOnceAndTheYearsBeforeItStay() {
        var imported = directory.importCalendar("""
                #edition 试 2028
                #years 2028
                date,kind,name
                2028-01-03,holiday,元旦
                """, "test", "tester");

        assertThat(imported).isInstanceOf(Outcome.Done.class);
        assertThat(directory.calendar().edition()).isEqualTo("试 2028");
        assertThat(directory.calendar().isWorkingDay(LocalDate.of(2028, 1, 3))).isEqualTo(Outcome.done(false));
        assertThat(directory.calendar().isWorkingDay(LocalDate.of(2026, 2, 14))).isEqualTo(Outcome.done(true));
        assertThat(directory.importCalendar("#edition 试 2028\n#years 2028\n", "test", "tester"))
                .isEqualTo(Outcome.refused(new CalendarRefusal.EditionExists("试 2028")));
    }

    @Test
    void aBrokenTableIsRefusedWithItsLines() {
        assertThat(directory.importCalendar("#edition x\n#years 2030\n2030-13-01,holiday,y\n", "test", "tester"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isInstanceOfSatisfying(
                                        CalendarRefusal.Unreadable.class,
                                        unreadable -> assertThat(unreadable.problems())
                                                .singleElement()
                                                .satisfies(problem -> assertThat(problem.line())
                                                        .isEqualTo(3))));
    }

    @Test
    void theOrganisationNearestToAPlaceIsResponsible() {
        platform.database().asOwner().sql("""
                INSERT INTO directory.division (code, parent, level, name) VALUES
                  ('980000', NULL, 1, '试省'), ('998800', '980000', 2, '试市'), ('998801', '998800', 3, '试区')
                ON CONFLICT DO NOTHING
                """).update();
        directory.put(organisation("11998800MB0A000018", CITY, Optional.empty()));
        directory.put(organisation("11998801MB0A000018", DISTRICT, Optional.of("11998800MB0A000018")));

        assertThat(directory.findResponsible("test-kind", new DivisionCode("998801003")))
                .map(Organisation::division)
                .contains(DISTRICT);
        assertThat(directory.findResponsible("test-kind", new DivisionCode("998802")))
                .map(Organisation::division)
                .contains(CITY);
        assertThat(directory.findResponsible("test-kind", new DivisionCode("110105")))
                .isEmpty();
        assertThat(directory.withSubordinates("11998800MB0A000018")).hasSize(2);
    }

    @Test
    void somebodyWhoChangesPostKeepsTheirIdAndLosesOldRoles() {
        theOrganisationNearestToAPlaceIsResponsible();
        directory.put(new Post("11998801MB0A000018", "clerk", Label.same("受理员")));
        directory.put(new Staff("998801-0001", "钱进", "11998801MB0A000018", "clerk", Set.of("acceptor", "reviewer")));
        directory.put(new Staff("998801-0001", "钱进", "11998801MB0A000018", "clerk", Set.of("decider")));

        assertThat(directory.staff("998801-0001").roles()).containsExactly("decider");
        assertThat(directory.holders("11998801MB0A000018", "decider")).hasSize(1);
        assertThat(directory.holders("11998801MB0A000018", "acceptor")).isEmpty();
    }

    private static Organisation organisation(String code, DivisionCode division, Optional<String> parent) {
        return new Organisation(code, "test-kind", Label.same("试"), division, parent, new Organisation.Contact("", ""));
    }
}
