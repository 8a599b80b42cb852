package org.tongqu.engines.linkage;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tongqu.engines.linkage.LinkagePlan.Block;

/** All fields of both lists, or of some rows of them. */
public final class Columns {

    private final List<Column> list;
    private final int left;
    private final int right;

    private Columns(List<Column> list, int left, int right) {
        this.list = List.copyOf(list);
        this.left = left;
        this.right = right;
    }

    /** Of all rows. */
    static Columns of(LinkagePlan plan, Rows left, Rows right) {
        return new Columns(
                IntStream.range(0, plan.fields().size())
                        .mapToObj(field -> Column.of(plan.fields().get(field).evidence(), left, right, field))
                        .toList(),
                left.size(),
                right.size());
    }

    /** Of some rows. @param common by field, what too many of all rows have */
    static Columns of(LinkagePlan plan, Rows left, Rows right, List<Set<String>> common) {
        return new Columns(
                IntStream.range(0, plan.fields().size())
                        .mapToObj(field -> plan.fields().get(field).evidence() == Evidence.ADDRESS
                                ? new AddressColumn(left, right, field, common.get(field))
                                : Column.of(plan.fields().get(field).evidence(), left, right, field))
                        .toList(),
                left.size(),
                right.size());
    }

    int left() {
        return left;
    }

    int right() {
        return right;
    }

    double rarity(int field, int row) {
        return list.get(field).rarity(row);
    }

    /** {@link Level#ordinal} of a row of the left with one of the right. */
    public int level(int field, int one, int other) {
        return list.get(field).level(one, other);
    }

    /** The levels of all fields as one number. */
    public int pattern(int one, int other) {
        var pattern = 0;
        for (int field = list.size() - 1; field >= 0; field--) {
            pattern = pattern * Column.LEVELS + level(field, one, other);
        }
        return pattern;
    }

    /** By what a row meets others in a block; 0 when it meets nobody. */
    public long key(Side side, int row, Block block) {
        var key = 1L;
        for (var part : block.parts()) {
            var piece = list.get(part.field()).key(side, row, part.piece());
            if (piece == 0) {
                return 0;
            }
            key = Column.mixed(key + piece);
        }
        return key;
    }
}
