package org.tongqu.platform.front.desk.web.admin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Trail;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.trust.journal.Search;

/**
 * The address of a search in the journal. Whatever it does not understand counts as not asked.
 *
 * @param before the entry before which the rows begin
 */
record JournalQuery(
        @Nullable String who,
        @Nullable String verb,
        @Nullable String subject,
        @Nullable String since,
        @Nullable String until,
        @Nullable String before) {

    static final String PAGE = "/desk/admin/journal";

    /** Where no period was asked for. */
    private static final int USUAL_DAYS = 30;

    Search search(LocalDate today) {
        return new Search(
                ListAddress.asked(who),
                ListAddress.asked(verb),
                ListAddress.asked(subject),
                first(today).atStartOfDay(Texts.ZONE).toInstant(),
                last(today).plusDays(1).atStartOfDay(Texts.ZONE).toInstant());
    }

    LocalDate first(LocalDate today) {
        return day(since).orElseGet(() -> last(today).minusDays(USUAL_DAYS));
    }

    LocalDate last(LocalDate today) {
        return day(until).orElse(today);
    }

    long start() {
        return trail().number().orElse(Long.MAX_VALUE);
    }

    Trail trail() {
        return Trail.of(before);
    }

    String before(String trail) {
        var first = address();
        return trail.isEmpty() ? first : first + (first.contains("?") ? "&" : "?") + "before=" + trail;
    }

    /** The first page. */
    String address() {
        return ListAddress.of(PAGE)
                .with("who", who)
                .with("verb", verb)
                .with("subject", subject)
                .with("since", since)
                .with("until", until)
                .toString();
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return ListAddress.asked(text).map(LocalDate::parse);
        } catch (DateTimeParseException notUnderstood) {
            return Optional.empty();
        }
    }
}
