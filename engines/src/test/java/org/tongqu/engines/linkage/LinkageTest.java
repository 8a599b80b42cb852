package org.tongqu.engines.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.engines.linkage.LinkagePlan.Block;
import org.tongqu.engines.linkage.LinkagePlan.Field;
import org.tongqu.engines.linkage.LinkagePlan.Part;
import org.tongqu.engines.linkage.LinkagePlan.Piece;

/** FEATURE: two lists are linked by evidence, each piece weighed by what the lists themselves tell of it. */
class LinkageTest {

    private static final LinkagePlan PLAN = new LinkagePlan(
            List.of(
                    new Field("name", Evidence.NAME),
                    new Field("birth", Evidence.DATE),
                    new Field("phone", Evidence.PHONE),
                    new Field("address", Evidence.ADDRESS)),
            List.of(
                    Block.of(new Part(1, Piece.WHOLE)),
                    Block.of(new Part(0, Piece.WHOLE)),
                    Block.of(new Part(2, Piece.WHOLE))));

    private record Texts(List<String[]> list) implements Rows {

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public String value(int row, int field) {
            return list.get(row)[field];
        }
    }

    @ParameterizedTest(name = "{0}: {1} and {2} are {3}")
    @CsvSource({
        "NAME, 张国华, 張國華, VARIANT",
        "NAME, 张国华, 张國华, VARIANT",
        "NAME, 张国华, 张 国华, EQUAL",
        "NAME, 张国华, 张国花, SIMILAR",
        "NAME, 张国华, 张华国, SIMILAR",
        "NAME, 张国华, 张国, SIMILAR",
        "NAME, 张国华, 李国芳, DIFFERENT",
        "NAME, 张华, 张国, DIFFERENT",
        "NAME, 张𡈼华, 张?华, SIMILAR",
        "NAME, 张𡈼华, 张𣲗华, SIMILAR",
        "NAME, 张国华, '', MISSING",
        "DATE, 1990-03-12, 19900312, EQUAL",
        "DATE, 1990-03-12, 1990-12-03, SIMILAR",
        "DATE, 1990-03-12, 1990-03-13, SIMILAR",
        "DATE, 1990-03-12, 1991-03-13, DIFFERENT",
        "DATE, 1990-03-12, 不详, MISSING",
        "PHONE, 19912345678, 199-1234-5678, EQUAL",
        "PHONE, 19912345678, 19912345687, SIMILAR",
        "PHONE, 19912345678, 19912345679, SIMILAR",
        "PHONE, 19912345678, 19912343679, DIFFERENT",
        "CODE, 01, 02, DIFFERENT",
        "ADDRESS, 云州市云山区人民路12号3栋501室, 云山区人民路12号3栋501, EQUAL",
        "ADDRESS, 云州市云山区人民路12号3栋501室, 云山区人民路12号4栋602室, SIMILAR",
        "ADDRESS, 云州市云山区人民路12号3栋501室, 西关区和平路7号1栋202室, DIFFERENT"
    })
    void valuesAgreeAsFarAsPeopleWriteThemAlike(Evidence evidence, String one, String other, Level level) {
        var column = Column.of(
                evidence,
                new Texts(List.<String[]>of(new String[] {one})),
                new Texts(List.<String[]>of(new String[] {other})),
                0);

        assertThat(Level.values()[column.level(0, 0)]).isEqualTo(level);
    }

    /** Many people, some of whom the other list has with a slip. */
    private static final class Town {
        private static final String SIGNS = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲芬燕";

        private final List<String[]> left = new ArrayList<>();
        private final List<String[]> right = new ArrayList<>();
        private final SplittableRandom random;

        Town(long seed) {
            random = new SplittableRandom(seed);
            for (int i = 0; i < 1500; i++) {
                left.add(anybody());
                right.add(i % 3 == 0 ? anybody() : slipped(left.getLast().clone()));
            }
        }

        private String sign() {
            return Character.toString(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }

        private String[] anybody() {
            return new String[] {
                sign() + sign() + sign(),
                String.format(
                        "%d-%02d-%02d", 1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                "199" + (10_000_000 + random.nextInt(80_000_000)),
                "人民路" + random.nextInt(300) + "号" + random.nextInt(30) + "栋" + random.nextInt(900) + "室"
            };
        }

        private String[] slipped(String[] person) {
            switch (random.nextInt(6)) {
                case 0 -> person[0] = person[0].substring(0, 2) + sign();
                case 1 -> person[1] = person[1].substring(0, 5) + person[1].substring(8) + person[1].substring(4, 7);
                case 2 -> person[2] = "";
                case 3 -> person[3] = anybody()[3];
                default -> {}
            }
            return person;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026})
    void nearlyAllAreFoundAndNearlyNobodyElse(long seed) {
        var town = new Town(seed);
        var linked = new Linkage(PLAN, new Texts(town.left), new Texts(town.right)).link(seed);

        var right = 0;
        Set<Integer> lefts = new HashSet<>();
        Set<Integer> rights = new HashSet<>();
        for (int i = 0; i < linked.sure(); i++) {
            right += linked.left()[i] == linked.right()[i] && linked.left()[i] % 3 != 0 ? 1 : 0;
            assertThat(lefts.add(linked.left()[i]) && rights.add(linked.right()[i]))
                    .isTrue();
        }
        assertThat(right).isGreaterThan(985);
        assertThat(linked.sure() - right).isLessThan(6);
        assertThat(linked.weights().prior() * 1500 * 1500).isBetween(950.0, 1050.0);
    }

    @Test
    void aScoreIsTheSumOfWhatEachFieldSays() {
        var town = new Town(3);
        var linkage = new Linkage(PLAN, new Texts(town.left), new Texts(town.right));
        var linked = linkage.link(3);

        var best = linkage.explain(linked.weights(), linked.left()[0], linked.right()[0]);
        assertThat(best.score()).isEqualTo(linked.scores()[0], org.assertj.core.data.Offset.offset(1e-9));
        assertThat(best.start()).isNegative();
        assertThat(best.pieces())
                .extracting(Explained.Piece::field)
                .containsExactly("name", "birth", "phone", "address");
        assertThat(best.probability()).isGreaterThan(0.999);
        var strangers = linkage.explain(linked.weights(), 0, 1499);
        assertThat(strangers.score()).isNegative();
        assertThat(linked.weights().weight(1, Level.EQUAL))
                .isGreaterThan(linked.weights().weight(1, Level.SIMILAR));
    }
}
