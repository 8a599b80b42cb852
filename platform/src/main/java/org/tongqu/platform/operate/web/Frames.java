package org.tongqu.platform.operate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.tongqu.design.Csrf;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Site.FootLink;
import org.tongqu.design.Texts;
import org.tongqu.design.TextsBundle;
import org.tongqu.design.Visitor;
import org.tongqu.design.Whereabouts;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.design.nav.Breadcrumbs;

/**
 * Builds what every page hands to its shell: the visitor's language, name, menu and settings. A controller that takes
 * a {@link PageFrame} as a parameter gets the one of its address: {@code /desk} and below is the desk, all else the
 * portal.
 */
@Component
public class Frames {

    /** Asking the token for its name would already make one. */
    private static final String CSRF_FIELD = "_csrf";

    private final TextsBundle texts;
    private final SiteSettings site;
    private final Supplier<Optional<Visitors>> visitors;
    private final Supplier<List<Places>> places;

    Frames(TextsBundle texts, SiteSettings site, ObjectProvider<Visitors> visitors, ObjectProvider<Places> places) {
        this.texts = texts;
        this.site = site;
        this.visitors = SingletonSupplier.of(() -> Optional.ofNullable(visitors.getIfAvailable()));
        this.places = SingletonSupplier.of(() ->
                places.stream().sorted(Comparator.comparingInt(Places::order)).toList());
    }

    public PageFrame frame(HttpServletRequest request) {
        var path = request.getRequestURI();
        var desk = path.equals("/desk") || path.startsWith("/desk/");
        return frame(request, desk ? Shell.DESK : Shell.PORTAL);
    }

    public PageFrame frame(HttpServletRequest request, Shell shell) {
        var language = Comforts.language(request);
        var spoken = texts.in(language);
        var whose = site.site(shell, language, shell == Shell.PORTAL ? footLinks(spoken) : List.of());
        var where = new Whereabouts(whose, here(request), menu(shell, spoken, request), "", Breadcrumbs.none());
        return new PageFrame(
                spoken, whose.name(), visitor(request, spoken), Comforts.comfort(request), where, List.of());
    }

    private Visitor visitor(HttpServletRequest request, Texts spoken) {
        var csrf = csrf(request);
        var known = visitors.get();
        return known.flatMap(door -> door.person(request, spoken)
                        .map(person -> Visitor.known(person, csrf, door.signOut(), door.account())))
                .orElseGet(() -> Visitor.stranger(
                        csrf, known.map(door -> door.signIn(request)).orElse("/sign-in")));
    }

    private List<Place> menu(Shell shell, Texts spoken, HttpServletRequest request) {
        return places.get().stream()
                .filter(offer -> offer.shell() == shell)
                .flatMap(offer -> offer.places(spoken, request).stream())
                .toList();
    }

    private static List<FootLink> footLinks(Texts spoken) {
        return List.of(
                new FootLink(spoken.say("web.foot.about"), "/about"),
                new FootLink(spoken.say("web.foot.accessibility"), "/accessibility"),
                new FootLink(spoken.say("web.foot.help"), "/help"));
    }

    /** The page itself, to come back to; a page that answers a sent form comes back to the address it was sent to. */
    private static String here(HttpServletRequest request) {
        var query = request.getQueryString();
        var path = request.getRequestURI();
        return query == null || !"GET".equals(request.getMethod()) ? path : path + "?" + query;
    }

    private static Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(CSRF_FIELD, token::getToken)
                : Csrf.NONE;
    }
}
