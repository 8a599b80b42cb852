package org.tongqu.engines.linkage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is compared, and which pairs at all.
 *
 * @param blocks a pair is looked at when all parts of one of these agree
 */
public record LinkagePlan(List<Field> fields, List<Block> blocks) implements Serializable {

    public LinkagePlan {
        fields = List.copyOf(fields);
        blocks = List.copyOf(blocks);
    }

    /**
     * The blocks that find most pairs worth comparing: names with days, days with the ends of names, names with addresses,
     * telephone numbers, and where there is no day names alone.
     */
    public static LinkagePlan usual(List<Field> fields) {
        List<Block> blocks = new ArrayList<>();
        for (var name : places(fields, Evidence.NAME)) {
            for (var day : places(fields, Evidence.DATE)) {
                blocks.add(Block.of(new Part(day, Piece.WHOLE), new Part(name, Piece.FIRST)));
                blocks.add(Block.of(new Part(day, Piece.WHOLE), new Part(name, Piece.LAST)));
                blocks.add(Block.of(new Part(name, Piece.WHOLE), new Part(day, Piece.YEAR)));
                blocks.add(Block.of(new Part(name, Piece.WHOLE), new Part(day, Piece.MONTH_AND_DAY)));
            }
            for (var address : places(fields, Evidence.ADDRESS)) {
                blocks.add(Block.of(new Part(name, Piece.WHOLE), new Part(address, Piece.WHOLE)));
            }
            if (places(fields, Evidence.DATE).isEmpty()) {
                blocks.add(Block.of(new Part(name, Piece.WHOLE)));
            }
        }
        for (var phone : places(fields, Evidence.PHONE)) {
            blocks.add(Block.of(new Part(phone, Piece.WHOLE)));
        }
        return new LinkagePlan(fields, blocks);
    }

    private static List<Integer> places(List<Field> fields, Evidence evidence) {
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).evidence() == evidence)
                .boxed()
                .toList();
    }

    public record Field(String name, Evidence evidence) implements Serializable {}

    public record Block(List<Part> parts) implements Serializable {
        public Block {
            parts = List.copyOf(parts);
        }

        public static Block of(Part... parts) {
            return new Block(List.of(parts));
        }
    }

    /** @param field number of the field in the plan */
    public record Part(int field, Piece piece) implements Serializable {}

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
