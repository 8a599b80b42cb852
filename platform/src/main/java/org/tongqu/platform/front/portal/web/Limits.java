package org.tongqu.platform.front.portal.web;

import java.util.Optional;
import org.tongqu.design.Texts;
import org.tongqu.engines.cases.ClockRule;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.time.Limit;

/** Limits as people say them. */
public final class Limits {

    /** The names every pack gives to the two limits of the whole that a guide must state. */
    private static final String PROMISED = "promised";

    private static final String STATUTORY = "statutory";

    private Limits() {}

    public static String say(Texts texts, Limit limit) {
        return switch (limit.unit()) {
            case WORKING_DAYS -> texts.say("portal.limit.working", limit.amount());
            case NATURAL_DAYS -> texts.say("portal.limit.days", limit.amount());
            case HOURS -> texts.say("portal.limit.hours", limit.amount());
        };
    }

    public static Optional<ClockRule> statutory(Pack pack) {
        return pack.clocks().find(STATUTORY);
    }

    /** What the authority promised; where it promised nothing shorter, what the law says. */
    public static Optional<ClockRule> promisedRule(Pack pack) {
        return pack.clocks().find(PROMISED).or(() -> statutory(pack));
    }

    public static String promised(Texts texts, Pack pack) {
        return promisedRule(pack).map(rule -> say(texts, rule.limit())).orElseGet(() -> texts.say("portal.limit.none"));
    }
}
