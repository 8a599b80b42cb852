package org.tongqu.design;

import java.util.List;
import org.tongqu.design.Comfort.TextSize;
import org.tongqu.design.Comfort.Theme;
import org.tongqu.design.Gallery.Shell;
import org.tongqu.design.Site.FootLink;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;

/** A frame around the gallery, as the platform would make it. */
final class GalleryFrame {

    private GalleryFrame() {}

    static PageFrame of(Texts words, Shell shell, Theme theme) {
        var csrf = new Csrf("_csrf", "example");
        var visitor = shell == Shell.DESK
                ? Visitor.known(
                        new Visitor.Person(words.say("gallery.li"), words.say("gallery.office.name")),
                        csrf,
                        "/out",
                        "/me")
                : Visitor.stranger(csrf, "/sign-in");
        var comfort = new Comfort(theme, TextSize.NORMAL, "/comfort", "/language");
        var where = new Whereabouts(site(words), "/gallery", places(words), "inbox", crumbs(words));
        return new PageFrame(words, words.say("design.gallery.title"), visitor, comfort, where, List.of());
    }

    private static Site site(Texts words) {
        return new Site(
                words.say("gallery.site"),
                words.say("gallery.sponsor"),
                "12345",
                "/",
                List.of(new FootLink(words.say("gallery.about"), "/about"), new FootLink("9999000001", "")));
    }

    private static List<Place> places(Texts words) {
        return List.of(
                Place.of("home", words.say("gallery.home"), "/", Icon.HOME),
                Place.of("inbox", words.say("gallery.inbox"), "/inbox", Icon.INBOX)
                        .counting("12"),
                Place.of("register", words.say("gallery.register"), "/register", Icon.DATABASE)
                        .under(words.say("gallery.part.view")),
                Place.of("stat", words.say("gallery.stat.ontime"), "/stat", Icon.CHART_BAR)
                        .under(words.say("gallery.part.view")));
    }

    private static Breadcrumbs crumbs(Texts words) {
        return Breadcrumbs.of(
                new Crumb(words.say("gallery.home"), "/"), new Crumb(words.say("design.gallery.title"), ""));
    }
}
