package org.tongqu.platform.data.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A value of a code list, known in the store, in addresses and in tables by its code. */
public interface Coded {

    String name();

    /** E.g. {@code self-describing}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> list, String code) {
        return Arrays.stream(list.getEnumConstants())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }

    /** @throws IllegalArgumentException when the list has no such code */
    static <E extends Enum<E> & Coded> E of(Class<E> list, String code) {
        return find(list, code)
                .orElseThrow(() -> new IllegalArgumentException(list.getSimpleName() + " has no " + code));
    }
}
