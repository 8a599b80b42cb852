package org.tongqu.kernel.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One node of the data tree in which forms, records and messages are carried. Immutable throughout; two trees are equal
 * when they say the same, whatever the order of their fields.
 *
 * <p>A path names a place by dots, items by their number from 0: {@code applicant.name}, {@code partners.0.share}. A
 * place that is not there reads as {@link Nothing}, never as null.
 */
public sealed interface Datum {

    /** Known to be empty, or not there at all. */
    record Nothing() implements Datum {}

    record Text(String value) implements Datum {}

    /** A number by its value: 1.50 and 1.5 are the same datum. */
    record Number(BigDecimal value) implements Datum {
        public Number {
            value = value.stripTrailingZeros();
        }
    }

    record Truth(boolean value) implements Datum {}

    record Items(List<Datum> values) implements Datum {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** Named data in the order in which they were put, so that a form reads back as it was written. */
    record Fields(Map<String, Datum> values) implements Datum {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    static Datum nothing() {
        return new Nothing();
    }

    static Datum of(String text) {
        return new Text(text);
    }

    static Datum of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    static Datum of(BigDecimal number) {
        return new Number(number);
    }

    /** The date as the text the tree carries it in, e.g. {@code 2026-11-22}. */
    static Datum of(LocalDate date) {
        return new Text(date.toString());
    }

    static Datum of(List<Datum> items) {
        return new Items(items);
    }

    /** No fields yet: where building a tree with {@link #with} begins. */
    static Datum empty() {
        return new Fields(Map.of());
    }

    /** What is at the path, or {@link Nothing}. The empty path is this datum itself. */
    default Datum at(String path) {
        return DatumPath.of(path).read(this);
    }

    /**
     * The same tree with another datum at the path. Missing fields on the way are made; an item may be replaced, or
     * added directly after the last one.
     *
     * @throws IllegalArgumentException when the path leads through a text, number or truth, or past the end of items
     */
    default Datum with(String path, Datum datum) {
        return DatumPath.of(path).write(this, datum);
    }

    default boolean isNothing() {
        return this instanceof Nothing;
    }

    default Optional<String> text(String path) {
        return at(path) instanceof Text(var value) ? Optional.of(value) : Optional.empty();
    }

    default Optional<BigDecimal> number(String path) {
        return at(path) instanceof Number(var value) ? Optional.of(value) : Optional.empty();
    }

    default Optional<Boolean> truth(String path) {
        return at(path) instanceof Truth(var value) ? Optional.of(value) : Optional.empty();
    }

    /** The date at the path, if there is a text that is one: {@code 2026-02-30} is not. */
    default Optional<LocalDate> date(String path) {
        return text(path).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException notADate) {
                return Optional.empty();
            }
        });
    }

    /** The items at the path; empty when there are none. */
    default List<Datum> items(String path) {
        return at(path) instanceof Items(var values) ? values : List.of();
    }

    /** The fields at the path in their order; empty when there are none. */
    default Map<String, Datum> fields(String path) {
        return at(path) instanceof Fields(var values) ? values : Map.of();
    }

    /**
     * The one JSON text of this datum: field names in order of their UTF-16 units, no spaces, numbers in full without
     * trailing zeros, control characters and unpaired surrogates escaped. Equal data have equal texts and different
     * data have different ones, so its bytes may be hashed and signed.
     *
     * <p>As RFC 8785 but for numbers, which are decimals here and not doubles.
     */
    default String canonical() {
        var out = new StringBuilder();
        CanonicalText.write(this, out);
        return out.toString();
    }
}
