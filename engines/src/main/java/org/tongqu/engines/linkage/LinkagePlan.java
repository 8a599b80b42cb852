package org.tongqu.engines.linkage;

import java.util.List;

/**
 * What is compared, and which pairs at all.
 *
 * @param blocks a pair is looked at when all parts of one of these agree
 */
public record LinkagePlan(List<Field> fields, List<Block> blocks) {

    public LinkagePlan {
        fields = List.copyOf(fields);
        blocks = List.copyOf(blocks);
    }

    public record Field(String name, Evidence evidence) {}

    public record Block(List<Part> parts) {
        public Block {
            parts = List.copyOf(parts);
        }

        public static Block of(Part... parts) {
            return new Block(List.of(parts));
        }
    }

    /** @param field number of the field in the plan */
    public record Part(int field, Piece piece) {}

    /** What of a value has to agree. */
    public enum Piece {
        /** All of it, after folding. */
        WHOLE,
        /** The first sign, of a name the surname. */
        FIRST,
        LAST,
        YEAR,
        /** Month and day in whichever order. */
        MONTH_AND_DAY
    }
}
