package org.tongqu.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.identity.IdentifierRefusal.ForbiddenCharacter;
import org.tongqu.kernel.identity.IdentifierRefusal.ImpossibleDate;
import org.tongqu.kernel.identity.IdentifierRefusal.WrongCheck;
import org.tongqu.kernel.identity.IdentifierRefusal.WrongLength;

class CitizenNumberTest {

    /** The first two are the samples printed in GB 11643-1999; the others are of divisions that do not exist. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            11010519491231002X, 1949-12-31, FEMALE
            440524188001010014, 1880-01-01, MALE
            999999200001010011, 2000-01-01, MALE
            000000200001010013, 2000-01-01, MALE
            999901199001010010, 1990-01-01, MALE
            999901199001010029, 1990-01-01, FEMALE
            999901198512310176, 1985-12-31, MALE
            999901200002290048, 2000-02-29, FEMALE
            """)
    void tellsBirthAndSex(String number, LocalDate birth, CitizenNumber.Sex sex) {
        var citizen = CitizenNumber.parse(number).orElseThrow();

        assertThat(citizen.birth()).isEqualTo(birth);
        assertThat(citizen.sex()).isEqualTo(sex);
        assertThat(citizen.firstDivision()).isEqualTo(number.substring(0, 6));
    }

    @Test
    void aRightCheckDoesNotMakeADateOfTheTwentyNinthOfFebruary() {
        assertThat(CitizenNumber.parse("999902200102290033"))
                .isEqualTo(Outcome.refused(new ImpossibleDate("20010229")));
        assertThat(CitizenNumber.parse("999902100102280033"))
                .isEqualTo(Outcome.refused(new ImpossibleDate("10010228")));
    }

    @Test
    void aRefusalNamesThePlaceAndWhatWouldBeRight() {
        assertThat(CitizenNumber.parse("999901199001010011")).isEqualTo(Outcome.refused(new WrongCheck('0', '1')));
        assertThat(CitizenNumber.parse("99990119900101001")).isEqualTo(Outcome.refused(new WrongLength("18", 17)));
        assertThat(CitizenNumber.parse("99990119900101O010"))
                .isEqualTo(Outcome.refused(new ForbiddenCharacter(15, "O")));
        assertThat(CitizenNumber.parse("9999011990010100X0"))
                .isEqualTo(Outcome.refused(new ForbiddenCharacter(17, "X")));
        assertThat(CitizenNumber.parse("")).isEqualTo(Outcome.refused(new WrongLength("18", 0)));
    }

    @Test
    void isReadAsPeopleTypeIt() {
        var expected = CitizenNumber.parse("11010519491231002X");

        assertThat(CitizenNumber.parse(" 110105 19491231 002x ")).isEqualTo(expected);
        assertThat(CitizenNumber.parse("１１０１０５１９４９１２３１００２Ｘ")).isEqualTo(expected);
    }

    @Test
    void neverPrintsItselfInFull() {
        var citizen = CitizenNumber.parse("999901199001010010").orElseThrow();

        assertThat(citizen.masked()).isEqualTo("999***********0010");
        assertThat(citizen).hasToString("999***********0010");
        assertThatThrownBy(() -> new CitizenNumber("999901199001010011")).hasMessageNotContaining("9999");
    }

    @Test
    void ageTurnsOnTheBirthday() {
        var leapling = CitizenNumber.parse("999901200002290048").orElseThrow();

        assertThat(leapling.ageOn(LocalDate.of(2018, 2, 28))).isEqualTo(17);
        assertThat(leapling.ageOn(LocalDate.of(2018, 3, 1))).isEqualTo(18);
    }

    @Test
    void oneWrongDigitOrASwapOfNeighboursIsAlwaysNoticed() {
        Property.holds(500, random -> {
            var number = new StringBuilder("99990119900101" + random.nextInt(100, 1000));
            number.append(Mod112.check(number));
            var place = random.nextInt(17);
            var old = number.charAt(place);
            if (random.nextBoolean()) {
                number.setCharAt(place, (char) ('0' + (old - '0' + 1 + random.nextInt(9)) % 10));
            } else if (place < 16 && old != number.charAt(place + 1)) {
                number.setCharAt(place, number.charAt(place + 1));
                number.setCharAt(place + 1, old);
            } else {
                return;
            }

            assertThat(CitizenNumber.parse(number.toString())).isInstanceOf(Outcome.Refused.class);
        });
    }
}
