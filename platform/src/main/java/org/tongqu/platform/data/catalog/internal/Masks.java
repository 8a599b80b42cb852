package org.tongqu.platform.data.catalog.internal;

import org.tongqu.platform.data.catalog.Item.Sensitivity;

/** What is left of a value for those who only want to know what it looks like. */
public final class Masks {

    private static final String STARS = "****";

    /** From this length on both ends may be seen, below only the first sign. */
    private static final int LONG = 8;

    private Masks() {}

    public static String of(Sensitivity sensitivity, String value) {
        return switch (sensitivity) {
            case PUBLIC, INTERNAL -> value;
            case PERSONAL -> ends(value);
            case SENSITIVE -> value.isEmpty() ? "" : STARS;
        };
    }

    private static String ends(String value) {
        var signs = value.codePoints().toArray();
        if (signs.length == 0) {
            return "";
        }
        return signs.length < LONG
                ? Character.toString(signs[0]) + STARS
                : new String(signs, 0, 3) + STARS + new String(signs, signs.length - 2, 2);
    }
}
