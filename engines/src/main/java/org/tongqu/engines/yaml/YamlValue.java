package org.tongqu.engines.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value of a YAML file and the line it starts on, counted from 1. */
public sealed interface YamlValue {

    int line();

    /**
     * A single value, as it was written.
     *
     * @param quoted whether it stood in quotes or in a text block, so that {@code "12"} stays a text
     */
    record Scalar(String text, Kind kind, int line) implements YamlValue {

        /** How a scalar was written: a quoted {@code "12"} is a text, a plain {@code 12} a number. */
        public enum Kind {
            PLAIN,
            QUOTED
        }

        public boolean isEmpty() {
            return kind == Kind.PLAIN && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /** Values in order. */
    record Sequence(List<YamlValue> values, int line) implements YamlValue {
        public Sequence {
            values = List.copyOf(values);
        }
    }

    /** Named values in the order of the file; each name has its own line. */
    record Mapping(Map<String, Entry> entries, int line) implements YamlValue {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** A name's value and the line the name stands on. */
    record Entry(YamlValue value, int line) {}
}
