package org.tongqu.platform.front.portal.web.ratings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongqu.platform.matter.ratings.Channel;
import org.tongqu.platform.matter.ratings.Given;
import org.tongqu.platform.matter.ratings.Grade;
import org.tongqu.platform.matter.ratings.Point;

/** What was filled in to rate, as it came. Several parts may be missing or wrong. */
record RateForm(
        @Nullable String point,
        @Nullable String grade,
        @Nullable List<String> reasons,
        @Nullable String words,
        @Nullable String phone,
        @Nullable String from) {

    static final RateForm EMPTY = new RateForm(null, null, null, null, null, null);

    private static final int LONGEST = 500;
    private static final String PHONE = "[0-9+() -]{7,20}";

    Optional<Point> chosenPoint() {
        return Optional.ofNullable(point).flatMap(Point::find);
    }

    Optional<Grade> chosenGrade() {
        return Optional.ofNullable(grade).flatMap(Grade::find);
    }

    Set<String> ticked() {
        return reasons == null ? Set.of() : reasons.stream().collect(Collectors.toUnmodifiableSet());
    }

    String said() {
        return words == null ? "" : words.strip();
    }

    String number() {
        return phone == null ? "" : phone.strip();
    }

    boolean isTooLong() {
        return said().length() > LONGEST;
    }

    boolean isPhoneWrong() {
        return !number().isEmpty() && !number().matches(PHONE);
    }

    boolean isAtWindow() {
        return "window".equals(from);
    }

    /** The rating, if all that is needed was said. */
    Optional<Given> given() {
        if (isTooLong() || isPhoneWrong()) {
            return Optional.empty();
        }
        return chosenPoint()
                .flatMap(at -> chosenGrade()
                        .map(chosen -> new Given(
                                at, isAtWindow() ? Channel.WINDOW : Channel.WEB, chosen, ticked(), said(), number())));
    }
}
