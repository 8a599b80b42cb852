package org.tongqu.platform.front.desk.web.inbox;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.nav.Trail;
import org.tongqu.platform.matter.casework.InboxFilter;
import org.tongqu.platform.matter.casework.Lamp;

/**
 * The inbox's address in words. Whatever it does not understand counts as not asked, so that a mistyped address shows
 * more and never an error.
 *
 * @param open the case beside the list
 */
record InboxQuery(
        @Nullable String state,
        @Nullable String item,
        @Nullable String lamp,
        @Nullable String due,
        @Nullable String q,
        @Nullable String after,
        @Nullable String open) {

    InboxFilter filter() {
        return new InboxFilter(
                chosenState(),
                text(item),
                one(lamp, code -> Lamp.valueOf(code.toUpperCase(Locale.ROOT))),
                one(due, LocalDate::parse),
                text(q).orElse(""));
    }

    InboxFilter.State chosenState() {
        return one(state, code -> InboxFilter.State.valueOf(code.toUpperCase(Locale.ROOT)))
                .orElse(text(q).isPresent() ? InboxFilter.State.OPEN : InboxFilter.State.TO_CLAIM);
    }

    static String code(InboxFilter.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String code(Lamp lamp) {
        return lamp.name().toLowerCase(Locale.ROOT);
    }

    InboxQuery in(InboxFilter.State other) {
        return new InboxQuery(code(other), item, lamp, due, q, null, null);
    }

    InboxQuery lit(Lamp other) {
        return new InboxQuery(code(chosenState()), item, code(other), due, q, null, null);
    }

    Trail trail() {
        return Trail.of(after);
    }

    InboxQuery after(String trail) {
        return new InboxQuery(state, item, lamp, due, q, trail, null);
    }

    InboxQuery opening(@Nullable String caseId) {
        return new InboxQuery(state, item, lamp, due, q, after, caseId);
    }

    /** The address that asks the same again. */
    String address() {
        var parts = new ArrayList<String>();
        add(parts, "state", state);
        add(parts, "item", item);
        add(parts, "lamp", lamp);
        add(parts, "due", due);
        add(parts, "q", q);
        add(parts, "after", after);
        add(parts, "open", open);
        return parts.isEmpty() ? "/desk/inbox" : "/desk/inbox?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        text(value).ifPresent(said -> parts.add(name + "=" + UriUtils.encode(said, "UTF-8")));
    }

    static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(said -> !said.isEmpty());
    }

    private static <T> Optional<T> one(@Nullable String value, Function<String, T> read) {
        try {
            return text(value).map(read);
        } catch (IllegalArgumentException | DateTimeParseException notUnderstood) {
            return Optional.empty();
        }
    }
}
