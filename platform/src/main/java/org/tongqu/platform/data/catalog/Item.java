package org.tongqu.platform.data.catalog;

import java.util.Optional;
import java.util.Set;

/**
 * One column of a structured resource.
 *
 * @param name what people call it
 * @param field what machines call it; unique within the resource
 * @param length characters or digits; 0 where the type needs none
 * @param element the standard data element it carries, e.g. {@code person.name}: for each there is one source of truth
 */
public record Item(
        String name,
        String field,
        DataType type,
        int length,
        Set<Mark> marks,
        Sensitivity sensitivity,
        Optional<String> element,
        Authority authority) {

    public Item {
        marks = Set.copyOf(marks);
    }

    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    /** Types of the guide, each with its letter. */
    public enum DataType implements Coded {
        TEXT('C'),
        NUMBER('N'),
        MONEY('Y'),
        DATE('D'),
        MOMENT('T'),
        TRUTH('L'),
        MEMO('M'),
        GENERAL('G'),
        DOUBLE('B'),
        INTEGER('I'),
        FLOAT('F');

        private final char letter;

        DataType(char letter) {
            this.letter = letter;
        }

        public char letter() {
            return letter;
        }

        /** Whether a length says something about it. */
        public boolean isMeasured() {
            return this == TEXT || this == NUMBER;
        }
    }

    public enum Mark implements Coded {
        KEY,
        REQUIRED
    }

    /** Who is harmed when it gets into wrong hands. */
    public enum Sensitivity implements Coded {
        /** Nobody. */
        PUBLIC,
        /** Work of the government. */
        INTERNAL,
        /** About a known person. */
        PERSONAL,
        /** About a known person, and leaking it does harm (个人信息保护法 第二十八条). */
        SENSITIVE
    }

    /** Where the truth about an item is. */
    public enum Authority implements Coded {
        /** Here: others who have it have it from here (一数一源). */
        SOURCE,
        /** Somewhere else. */
        COPY
    }
}
