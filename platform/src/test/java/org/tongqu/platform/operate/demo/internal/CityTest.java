package org.tongqu.platform.operate.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.trust.directory.Division;

/** FEATURE: a city that nobody lives in, the same on every machine, whole or not there at all. */
class CityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Words words = new Words();
    private final Places places = Places.of(words);
    private final MadeResidents residents = new MadeResidents(words, places);
    private final MadeFirms firms = new MadeFirms(words, places, residents, Registers::organisationCode, TODAY);

    @Test
    void noTwoResidentsHaveTheSameNumberAndAllAreFictional() {
        var numbers = new HashSet<String>();
        for (int i = 0; i < residents.count(); i++) {
            var number = residents.at(i).number().value();
            assertThat(numbers.add(number) && number.startsWith("9999"))
                    .as("resident %d", i)
                    .isTrue();
        }
    }

    @Test
    void noTwoFirmsHaveTheSameNameOrCodeAndEachHasARepresentativeOfItsOwn() {
        var names = new HashSet<String>();
        var codes = new HashSet<String>();
        var representatives = new HashSet<Integer>();
        for (int i = 0; i < firms.count(); i++) {
            var firm = firms.at(i);
            assertThat(names.add(firm.name())).as(firm.name()).isTrue();
            assertThat(codes.add(firm.code().value())).as("code of firm %d", i).isTrue();
            assertThat(representatives.add(firm.representative().index()))
                    .as("representative of firm %d", i)
                    .isTrue();
            assertThat(firm.representative().number().ageOn(TODAY)).isBetween(18, 75);
        }
    }

    @Test
    void everyAddressNamesOnePlace() {
        for (int i = 0; i < residents.count(); i += 97) {
            var resident = residents.at(i);
            var district = district(resident.community());
            assertThat(resident.address())
                    .startsWith("云州市" + district.name())
                    .contains(street(resident.community()).name())
                    .matches("(?s).*[路道街]\\d+号\\d+室");
            assertThat(districtsNamedIn(resident.address())).isEqualTo(1);
            assertThat(residents.doorIn(resident.community(), i)).isEqualTo(resident.door());
        }
        for (int i = 0; i < firms.count(); i += 7) {
            var firm = firms.at(i);
            assertThat(firm.address())
                    .startsWith("云州市" + district(firm.division()).name());
            assertThat(districtsNamedIn(firm.address())).isEqualTo(1);
        }
    }

    @Test
    void aCommunityLiesOnAFewRoads() {
        var roads = new HashSet<String>();
        for (int i = 0; i < 2_000; i++) {
            roads.add(
                    residents.doorIn(places.communities().getFirst().code(), i).replaceAll("\\d.*", ""));
        }

        assertThat(roads).hasSize(3);
    }

    private Division district(DivisionCode code) {
        return places.districts().stream()
                .filter(district -> code.isWithin(district.code()))
                .findFirst()
                .orElseThrow();
    }

    private Division street(DivisionCode code) {
        return places.streets().stream()
                .filter(street -> code.isWithin(street.code()))
                .findFirst()
                .orElseThrow();
    }

    private long districtsNamedIn(String address) {
        return places.districts().stream()
                .filter(district -> address.contains(district.name()))
                .count();
    }

    @Test
    void theSameIndexIsTheSamePersonEveryTime() {
        var again = new MadeResidents(new Words(), Places.of(new Words()));

        assertThat(again.at(123_456)).isEqualTo(residents.at(123_456));
        assertThat(again.applicant(77)).isEqualTo(residents.applicant(77));
    }

    @Test
    void theCityHasAsManyDistrictsStreetsAndCommunitiesAsACityHas() {
        assertThat(places.districts()).hasSize(8);
        assertThat(places.streets()).hasSize(64).doesNotHaveDuplicates();
        assertThat(places.communities()).hasSizeBetween(380, 460).doesNotHaveDuplicates();
    }
}
