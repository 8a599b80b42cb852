package org.tongqu.platform.matter.studio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Cases of a rehearsal that are looked at together. One may be in two: with another result, and later. */
public enum View {
    /** With another result. */
    OTHERWISE,
    /** Ended, by whatever way, some working days later. */
    LATER,
    SOONER,
    /** Ended on the same day with the same result, and yet not the same. */
    OTHER,
    /** Ended, and nobody can tell. */
    UNKNOWN,
    /** Open, and touched. */
    OPEN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<View> find(String code) {
        return Arrays.stream(values()).filter(view -> view.code().equals(code)).findFirst();
    }
}
