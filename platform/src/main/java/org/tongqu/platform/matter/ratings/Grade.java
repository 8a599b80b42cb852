package org.tongqu.platform.matter.ratings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The five grades of GB/T 39046 in its order; the last two are bad ratings (差评). */
public enum Grade {
    VERY_SATISFIED(1),
    SATISFIED(2),
    FAIRLY_SATISFIED(3),
    DISSATISFIED(4),
    VERY_DISSATISFIED(5);

    private final int number;

    Grade(int number) {
        this.number = number;
    }

    /** As the standard counts: 1 to 5. */
    public int number() {
        return number;
    }

    public boolean isBad() {
        return this == DISSATISFIED || this == VERY_DISSATISFIED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Grade of(int number) {
        return values()[number - 1];
    }

    public static Optional<Grade> find(String code) {
        return Stream.of(values()).filter(grade -> grade.code().equals(code)).findFirst();
    }
}
