package org.tongqu.design;

import java.util.List;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.NoticeBanner;

/**
 * What every page hands to its shell.
 *
 * @param title   what the reader can do here; becomes the document title, not the {@code h1}
 * @param notices what just happened, shown once above the page
 */
public record PageFrame(
        Texts texts, String title, Visitor visitor, Comfort comfort, Whereabouts where, List<NoticeBanner> notices) {

    public PageFrame {
        notices = List.copyOf(notices);
    }

    public PageFrame titled(String newTitle) {
        return new PageFrame(texts, newTitle, visitor, comfort, where, notices);
    }

    public PageFrame noticing(List<NoticeBanner> newNotices) {
        return new PageFrame(texts, title, visitor, comfort, where, newNotices);
    }

    /** The same frame with another place of the menu marked as current. */
    public PageFrame at(String place, Breadcrumbs crumbs) {
        return new PageFrame(texts, title, visitor, comfort, where.at(place, crumbs), notices);
    }

    public Csrf csrf() {
        return visitor.csrf();
    }

    /** For the {@code title} element: the page first, because tabs are narrow. */
    public String documentTitle() {
        var site = where.site().name();
        return title.isEmpty() || title.equals(site) ? site : title + " · " + site;
    }
}
