package org.tongqu.engines.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.packs.RealPacks;
import org.tongqu.engines.packs.reading.RegisterPacks;
import org.tongqu.engines.registers.RecordFault.Kind;

/** FEATURE: a record that cannot be true is not taken in, and its reason is said. */
class RecordCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Register POPULATION = register("population");

    private static Register register(String code) {
        return RegisterPacks.readAll(RealPacks.root()).registers().stream()
                .filter(register -> register.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            999901199001010010 | 2020-01-01 | name=林若溪                       | -
            999902200102290033 | 2020-01-01 | name=林若溪                       | citizenNumber IMPOSSIBLE_DATE
            999901199001010011 | 2020-01-01 | name=林若溪                       | citizenNumber CHECK_CHARACTER
            99990119900101001  | 2020-01-01 | name=林若溪                       | citizenNumber FORM
            ''                 | 2020-01-01 | name=林若溪                       | citizenNumber MISSING
            999901199001010010 | 2026-11-24 | name=林若溪                       | citizenNumber FUTURE
            999901199001010010 | 2020-01-01 | sex=1                            | name MISSING
            999901199001010010 | 2020-01-01 | name=林若溪;sex=3                 | sex VALUE
            999901199001010010 | 2020-01-01 | name=林若溪;birthDate=2027-01-01  | birthDate FUTURE
            999901199001010010 | 2020-01-01 | name=林若溪;birthDate=2001-02-29  | birthDate VALUE
            999901199001010010 | 2020-01-01 | name=林若溪;division=99           | division FORM
            999901199001010010 | 2020-01-01 | name=林若溪;phone=1               | phone NOT_ASKED
            999901199001010010 | 2020-01-01 | name=林若溪;shoe=42               | shoe NOT_ASKED
            999901199001010010 | 2020-01-01 | name=林若溪;passport=E12345678    | -
            999901199001010010 | 2020-01-01 | name=林若溪;passport=12345678     | passport FORM
            ''                 | 2020-01-01 | name=林若溪;birthDate=1990-01-01  | -
            E12345678          | 2020-01-01 | name=林若溪                       | -
            999901199001010010 | 2020-01-01 | name=林若溪;formerNumber=999901199001010010 | formerNumber RING
            999901199001010010 | 2020-01-01 | name=林若溪;formerNumber=999902200102290033 | formerNumber IMPOSSIBLE_DATE
            """)
    void eachFaultHasItsReason(String number, LocalDate since, String fields, String fault) {
        Map<String, String> values = java.util.Arrays.stream(fields.split(";"))
                .map(field -> field.split("="))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));

        var faults =
                new RecordCheck(POPULATION, "public-security", TODAY).faults(new Delivered("k", number, since, values));

        assertThat(faults.stream().map(one -> one.field() + " " + one.kind()).collect(Collectors.joining(", ")))
                .isEqualTo(fault == null ? "" : fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            shape     | POINT(112 30)                                           | -
            shape     | POLYGON((112 30,112.1 30,112.1 30.1,112 30.1))          | SHAPE_OPEN
            shape     | POLYGON((112 30,112.1 30.1,112.1 30,112 30.1,112 30))   | SHAPE_CROSSES
            shape     | POINT(30 112)                                           | SHAPE_OUTSIDE
            shape     | here                                                    | SHAPE_UNREADABLE
            longitude | 112.1                                                   | -
            longitude | 30.1                                                    | SHAPE_OUTSIDE
            longitude | far                                                     | VALUE
            latitude  | 112.1                                                   | SHAPE_OUTSIDE
            area      | 112.1                                                   | -
            """)
    void aShapeThatCannotLieOnTheMapIsNotTakenIn(String attribute, String value, String fault) {
        var record = new Delivered("k", "G999901001001", TODAY, Map.of("name", "n", attribute, value));

        var faults = new RecordCheck(register("natural-space"), "natural-resources", TODAY).faults(record);

        assertThat(faults.stream().map(one -> one.kind().name()).collect(Collectors.joining()))
                .isEqualTo(fault == null ? "" : fault);
    }

    @Test
    void onlyTheSourceThatIsBelievedFirstMustSayWhatIsNeeded() {
        var record = new Delivered("k", "999901199001010010", TODAY, Map.of("phone", "19900000001"));

        assertThat(new RecordCheck(POPULATION, "health", TODAY).faults(record)).isEmpty();
        assertThat(new RecordCheck(POPULATION, "public-security", TODAY).faults(record))
                .contains(new RecordFault("name", Kind.MISSING));
    }
}
