package org.tongqu.platform.matter.ratings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where somebody met the office in a matter; each is rated once. */
public enum Point {
    GUIDE,
    SUBMISSION,
    CORRECTION,
    RESULT;

    /** As it stands in addresses and texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Point> find(String code) {
        return Stream.of(values()).filter(point -> point.code().equals(code)).findFirst();
    }
}
