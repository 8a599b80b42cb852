package org.tongqu.platform.front.desk.web.watch;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.design.nav.Trail;
import org.tongqu.engines.supervision.Level;
import org.tongqu.platform.matter.supervision.FindingFilter;
import org.tongqu.platform.operate.web.ListAddress;

/** Which findings a supervisor asks for, as it stands in the address. What is not understood counts as not asked. */
record FindingQuery(
        @Nullable String organisation,
        @Nullable String rule,
        @Nullable String level,
        @Nullable String since,
        @Nullable String until,
        @Nullable String after) {

    static FindingQuery like(WatchQuery query) {
        return new FindingQuery(query.organisation(), null, null, query.since(), query.until(), null);
    }

    FindingFilter filter(LocalDate today) {
        var days = days();
        return new FindingFilter(
                days.first(today),
                days.last(today).plusDays(1),
                ListAddress.asked(organisation),
                ListAddress.asked(rule),
                chosenLevel());
    }

    WatchQuery days() {
        return new WatchQuery(null, null, null, null, since, until, null);
    }

    Optional<Level> chosenLevel() {
        return WatchQuery.one(level, code -> Level.valueOf(code.toUpperCase(Locale.ROOT)));
    }

    FindingQuery lit(Level other) {
        return new FindingQuery(organisation, rule, other.name().toLowerCase(Locale.ROOT), since, until, null);
    }

    FindingQuery by(String name) {
        return new FindingQuery(organisation, name, level, since, until, null);
    }

    Trail trail() {
        return Trail.of(after);
    }

    FindingQuery after(String trail) {
        return new FindingQuery(organisation, rule, level, since, until, trail);
    }

    String rows() {
        return ListAddress.of("/desk/supervision/findings")
                .with("organisation", organisation)
                .with("rule", rule)
                .with("level", level)
                .with("since", since)
                .with("until", until)
                .with("after", after)
                .toString();
    }
}
