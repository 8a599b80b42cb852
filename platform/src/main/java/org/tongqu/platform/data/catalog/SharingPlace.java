package org.tongqu.platform.data.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.identity.SignedIn;

/**
 * An entry in the menu of those who work with shared data.
 *
 * @param id by which pages say that they stand there; its text is {@code ID.place}
 * @param address where it leads
 */
public record SharingPlace(int order, String id, String address, Icon icon) implements Places {

    /** Who compiles, answers for or oversees shared data. */
    public static boolean isConcerned(SignedIn.Officer officer) {
        return officer.has(Compiling.OFFICER)
                || officer.has(Compiling.CHIEF)
                || officer.has(Compiling.AUTHORITY)
                || officer.has("supervisor");
    }

    @Override
    public Shell shell() {
        return Shell.DESK;
    }

    @Override
    public List<Place> places(Texts texts, HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof SignedIn.Officer officer
                        && isConcerned(officer)
                ? List.of(Place.of(id, texts.say(id + ".place"), address, icon).under(texts.say("catalog.place.group")))
                : List.of();
    }
}
