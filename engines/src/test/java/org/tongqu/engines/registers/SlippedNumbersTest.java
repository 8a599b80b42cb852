package org.tongqu.engines.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.linkage.Rows;

/** FEATURE: two records with different numbers that agree in everything else are a question for somebody. */
class SlippedNumbersTest {

    private static final int PEOPLE = 2_000;
    private static final int SLIPPED = 40;

    private record People(List<String[]> values) implements Rows {

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public String value(int row, int field) {
            return values.get(row)[field];
        }
    }

    private static String[] person(SplittableRandom random, int index) {
        return new String[] {
            "王李陈杨".charAt(random.nextInt(4)) + "" + "文芳伟敏静强".charAt(random.nextInt(6))
                    + "磊洋艳勇".charAt(random.nextInt(4)),
            "19" + (50 + random.nextInt(50)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10),
            "林泉街" + index / 4 + "号",
            random.nextInt(3) == 0 ? "" : "1980000" + (1_000 + index / 2)
        };
    }

    @Test
    void whoeverWasPlantedTwiceIsFoundAndNobodyElse() {
        var random = new SplittableRandom(20_261_126);
        List<String[]> people = new ArrayList<>();
        for (int index = 0; index < PEOPLE; index++) {
            people.add(person(random, index));
        }
        Set<Integer> planted = new HashSet<>();
        for (int slip = 0; slip < SLIPPED; slip++) {
            var again = people.get(slip * 49).clone();
            again[0] = " " + again[0];
            again[3] = slip % 2 == 0 ? "" : again[3];
            people.add(again);
            planted.add(slip * 49);
        }
        for (int slip = 0; slip < SLIPPED; slip++) {
            var other = people.get(1 + slip * 49).clone();
            other[slip % 4] = "another";
            people.add(other);
        }

        var found = SlippedNumbers.find(new People(people), 4);

        assertThat(found).extracting(SlippedNumbers.Pair::left).containsAll(planted);
        assertThat(found)
                .filteredOn(pair -> !planted.contains(pair.left()))
                .as("one piece that differs is enough to leave them alone, unless it is not known of the other")
                .allSatisfy(pair -> assertThat(people.get(pair.left())[3]).isEmpty());
        assertThat(found).filteredOn(pair -> planted.contains(pair.left())).allSatisfy(pair -> {
            assertThat(pair.agreeing()).hasSizeBetween(3, 4);
            assertThat(pair.probability()).isGreaterThan(0.5);
            assertThat(pair.against()).isNegative();
        });
    }

    @Test
    void manyThatAreAllAlikeAreNoSlips() {
        List<String[]> people = new ArrayList<>();
        for (int index = 0; index < 20; index++) {
            people.add(new String[] {"不详", "1900-01-01", "不详", ""});
        }
        assertThat(SlippedNumbers.find(new People(people), 4)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            110105199001011234, 110105199001011234, 0
            110105199001011234, 110105199001011243, 1
            110105199001011234, 110105199001011834, 1
            110105199001011234, 110105199002011235, 2
            110105199001011234, 11010519900101123,  1
            """)
    void aSlipIsToldFromAnotherNumberByThePlacesInWhichTheyDiffer(String one, String other, int places) {
        assertThat(SlippedNumbers.apart(one, other)).isEqualTo(places);
    }
}
