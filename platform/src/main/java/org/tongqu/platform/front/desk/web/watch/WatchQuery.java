package org.tongqu.platform.front.desk.web.watch;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongqu.design.nav.Trail;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.matter.supervision.Indicator;
import org.tongqu.platform.matter.supervision.LampFilter;
import org.tongqu.platform.matter.supervision.Question;
import org.tongqu.platform.operate.web.ListAddress;

/**
 * What a supervisor asks, as it stands in the address. Whatever is not understood counts as not asked.
 *
 * @param figure the indicator whose rows are asked for; the lamps of open clocks where there is none
 */
record WatchQuery(
        @Nullable String organisation,
        @Nullable String lamp,
        @Nullable String clock,
        @Nullable String figure,
        @Nullable String since,
        @Nullable String until,
        @Nullable String after) {

    /** A month and the day itself, where no period was asked for. */
    private static final int USUAL_DAYS = 30;

    static final WatchQuery EVERYTHING = new WatchQuery(null, null, null, null, null, null, null);

    LampFilter filter() {
        return new LampFilter(
                ListAddress.asked(organisation), chosenLamp(), ListAddress.asked(clock), Optional.empty());
    }

    Optional<Lamp> chosenLamp() {
        return one(lamp, code -> Lamp.valueOf(code.toUpperCase(Locale.ROOT)));
    }

    Optional<Indicator> indicator() {
        return one(
                figure, code -> Indicator.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    Question question(LocalDate today) {
        return new Question(
                first(today), last(today).plusDays(1), ListAddress.asked(organisation), ListAddress.asked(clock));
    }

    LocalDate first(LocalDate today) {
        return one(since, LocalDate::parse).orElse(last(today).minusDays(USUAL_DAYS));
    }

    LocalDate last(LocalDate today) {
        return one(until, LocalDate::parse).orElse(today);
    }

    WatchQuery of(String otherOrganisation) {
        return new WatchQuery(otherOrganisation, lamp, clock, figure, since, until, null);
    }

    WatchQuery lit(Lamp other) {
        return new WatchQuery(organisation, other.name().toLowerCase(Locale.ROOT), clock, null, since, until, null);
    }

    WatchQuery about(Indicator other) {
        return new WatchQuery(organisation, null, clock, other.key(), since, until, null);
    }

    Trail trail() {
        return Trail.of(after);
    }

    WatchQuery after(String trail) {
        return new WatchQuery(organisation, lamp, clock, figure, since, until, trail);
    }

    /** The address of the rows. */
    String rows() {
        return ListAddress.of("/desk/supervision/clocks")
                .with("organisation", organisation)
                .with("lamp", lamp)
                .with("clock", clock)
                .with("figure", figure)
                .with("since", since)
                .with("until", until)
                .with("after", after)
                .toString();
    }

    static <T> Optional<T> one(@Nullable String value, Function<String, T> read) {
        try {
            return ListAddress.asked(value).map(read);
        } catch (IllegalArgumentException | DateTimeParseException notUnderstood) {
            return Optional.empty();
        }
    }
}
