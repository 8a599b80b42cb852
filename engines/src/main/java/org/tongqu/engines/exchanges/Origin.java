package org.tongqu.engines.exchanges;

import java.util.List;

/** What a column of the target is made of. */
public sealed interface Origin {

    /** The columns of the source it needs. */
    List<String> fields();

    /** One column of the source. */
    record Field(String name) implements Origin {
        @Override
        public List<String> fields() {
            return List.of(name);
        }
    }

    /** Several columns, those that are not empty, with a text between them. */
    record Joined(List<String> fields, String with) implements Origin {
        public Joined {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A part of one column.
     *
     * @param by the text that stands between the parts
     * @param number counted from 1; a part that is not there is nothing
     */
    record Part(String name, String by, int number) implements Origin {
        @Override
        public List<String> fields() {
            return List.of(name);
        }
    }

    /** The same in every row. */
    record Always(String value) implements Origin {
        @Override
        public List<String> fields() {
            return List.of();
        }
    }
}
