package org.tongqu.bench.comparison;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.tongqu.engines.linkage.Evidence;
import org.tongqu.engines.linkage.Linkage;
import org.tongqu.engines.linkage.LinkagePlan;
import org.tongqu.engines.linkage.LinkagePlan.Block;
import org.tongqu.engines.linkage.LinkagePlan.Field;
import org.tongqu.engines.linkage.LinkagePlan.Part;
import org.tongqu.engines.linkage.LinkagePlan.Piece;
import org.tongqu.engines.linkage.Linked;
import org.tongqu.engines.linkage.Rows;

/** Links two lists of planted people, and counts what was found of them and what was made up. */
record LinkageMeasurement(long seed, int count) {

    private static final int NAME = 0;
    private static final int BIRTH = 1;
    private static final int PHONE = 3;
    private static final int ADDRESS = 4;

    static LinkagePlan plan() {
        return new LinkagePlan(
                List.of(
                        new Field("name", Evidence.NAME),
                        new Field("birth", Evidence.DATE),
                        new Field("sex", Evidence.CODE),
                        new Field("phone", Evidence.PHONE),
                        new Field("address", Evidence.ADDRESS)),
                List.of(
                        Block.of(new Part(BIRTH, Piece.WHOLE), new Part(NAME, Piece.FIRST)),
                        Block.of(new Part(BIRTH, Piece.WHOLE), new Part(NAME, Piece.LAST)),
                        Block.of(new Part(NAME, Piece.WHOLE), new Part(BIRTH, Piece.YEAR)),
                        Block.of(new Part(NAME, Piece.WHOLE), new Part(BIRTH, Piece.MONTH_AND_DAY)),
                        Block.of(new Part(NAME, Piece.WHOLE), new Part(ADDRESS, Piece.WHOLE)),
                        Block.of(new Part(PHONE, Piece.WHOLE))));
    }

    private record Side(int size, IntFunction<Person> rows) implements Rows {

        @Override
        public String value(int row, int field) {
            return rows.apply(row).field(field);
        }
    }

    /** What came of it. */
    record Measured(double seconds, double recall, double precision) {}

    Measured measure(Consumer<String> say) {
        var people = PlantedPeople.of(seed, count);
        var begun = System.nanoTime();
        var linked = new Linkage(plan(), new Side(count, people::left), new Side(count, people::right)).link(seed);
        var seconds = (System.nanoTime() - begun) / 1e9;
        var right = right(people, linked);
        var recall = (double) right / people.matches();
        var precision = (double) right / linked.sure();
        say.accept(String.format(
                "seed %d: %.1f s, %,d candidates, %,d links and %,d to look at, recall %.4f, precision %.4f",
                seed, seconds, linked.compared(), linked.sure(), linked.doubtful(), recall, precision));
        return new Measured(seconds, recall, precision);
    }

    private static long right(PlantedPeople people, Linked linked) {
        var right = 0L;
        for (int i = 0; i < linked.sure(); i++) {
            right += people.truth(linked.left()[i]) == linked.right()[i] ? 1 : 0;
        }
        return right;
    }
}
