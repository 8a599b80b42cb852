package org.tongqu.platform.front.desk.web.inbox;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongqu.design.nav.Trail;
import org.tongqu.platform.matter.casework.InboxFilter;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.operate.web.ListAddress;

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
                ListAddress.asked(item),
                one(lamp, code -> Lamp.valueOf(code.toUpperCase(Locale.ROOT))),
                one(due, LocalDate::parse),
                ListAddress.asked(q).orElse(""));
    }

    InboxFilter.State chosenState() {
        return one(state, code -> InboxFilter.State.valueOf(code.toUpperCase(Locale.ROOT)))
                .orElse(ListAddress.asked(q).isPresent() ? InboxFilter.State.OPEN : InboxFilter.State.TO_CLAIM);
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
        return ListAddress.of("/desk/inbox")
                .with("state", state)
                .with("item", item)
                .with("lamp", lamp)
                .with("due", due)
                .with("q", q)
                .with("after", after)
                .with("open", open)
                .toString();
    }

    private static <T> Optional<T> one(@Nullable String value, Function<String, T> read) {
        try {
            return ListAddress.asked(value).map(read);
        } catch (IllegalArgumentException | DateTimeParseException notUnderstood) {
            return Optional.empty();
        }
    }
}
