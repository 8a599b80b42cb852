package org.tongqu.platform.front.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.identity.SignedIn;

/** The places of the desk. Administrators have theirs instead of those of work; what else one may not see, its page says. */
@Component
class DeskPlaces implements Places {

    @Override
    public Shell shell() {
        return Shell.DESK;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public List<Place> places(Texts texts, HttpServletRequest request) {
        return administrator(request)
                .map(kind -> ofAdministrator(texts, kind))
                .orElseGet(() -> List.of(
                        Place.of("inbox", texts.say("desk.place.inbox"), "/desk/inbox", Icon.INBOX)
                                .under(texts.say("desk.group.work")),
                        Place.of("notices", texts.say("desk.place.notices"), "/desk/notices", Icon.BELL)
                                .under(texts.say("desk.group.work")),
                        Place.of("publicity", texts.say("publicity.place"), "/desk/publicity", Icon.GAVEL)
                                .under(texts.say("desk.group.work")),
                        Place.of("items", texts.say("items.place"), "/desk/items", Icon.FILE_TEXT)
                                .under(texts.say("desk.group.work")),
                        Place.of("supervision", texts.say("desk.place.supervision"), "/desk/supervision", Icon.EYE)
                                .under(texts.say("desk.group.watch")),
                        Place.of("clocks", texts.say("desk.place.clocks"), "/desk/supervision/clocks", Icon.CLOCK)
                                .under(texts.say("desk.group.watch")),
                        Place.of(
                                        "findings",
                                        texts.say("supervision.place.findings"),
                                        "/desk/supervision/findings",
                                        Icon.SEARCH)
                                .under(texts.say("desk.group.watch")),
                        Place.of(
                                        "orders",
                                        texts.say("supervision.place.orders"),
                                        "/desk/supervision/orders",
                                        Icon.GAVEL)
                                .under(texts.say("desk.group.watch")),
                        Place.of("ratings", texts.say("ratings.place"), "/desk/ratings", Icon.MESSAGE_CIRCLE)
                                .under(texts.say("desk.group.watch")),
                        Place.of("evaluation", texts.say("evaluation.place"), "/desk/evaluation", Icon.CHART_BAR)
                                .under(texts.say("desk.group.watch")),
                        calendar(texts),
                        packs(texts)));
    }

    private static List<Place> ofAdministrator(Texts texts, Administrator kind) {
        var group = texts.say("desk.group.administration");
        return switch (kind) {
            case SYSTEM ->
                List.of(
                        Place.of("accounts", texts.say("desk.place.accounts"), DeskHome.of(kind), Icon.USERS)
                                .under(group),
                        Place.of(
                                        "organisations",
                                        texts.say("desk.place.organisations"),
                                        "/desk/admin/organisations",
                                        Icon.BUILDING)
                                .under(group),
                        calendar(texts),
                        packs(texts));
            case SECURITY ->
                List.of(Place.of("roles", texts.say("desk.place.roles"), DeskHome.of(kind), Icon.LOCK)
                        .under(group));
            case AUDIT ->
                List.of(Place.of("journal", texts.say("desk.place.journal"), DeskHome.of(kind), Icon.HISTORY)
                        .under(group));
        };
    }

    private static Place calendar(Texts texts) {
        return Place.of("calendar", texts.say("desk.place.calendar"), "/desk/calendar", Icon.CALENDAR)
                .under(texts.say("desk.group.platform"));
    }

    private static Place packs(Texts texts) {
        return Place.of("packs", texts.say("desk.place.packs"), "/desk/packs", Icon.CHECKLIST)
                .under(texts.say("desk.group.platform"));
    }

    private static Optional<Administrator> administrator(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof SignedIn.Officer officer
                ? Administrator.among(officer.roles())
                : Optional.empty();
    }
}
