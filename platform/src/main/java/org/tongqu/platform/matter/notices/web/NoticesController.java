package org.tongqu.platform.matter.notices.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.matter.notices.GivenNotice;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.operate.web.Shell;
import org.tongqu.platform.trust.identity.SignedIn;

/** The messages of whoever is signed in. */
@Controller
class NoticesController {

    private static final String MINE = "/my/notices";
    private static final String DESK = "/desk/notices";

    private final NoticeBox box;

    NoticesController(NoticeBox box) {
        this.box = box;
    }

    @GetMapping(MINE)
    Html mine(PageFrame frame, @AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String after) {
        var crumbs = Breadcrumbs.of(
                new Crumb(frame.texts().say("notices.my"), "/my"),
                new Crumb(frame.texts().say("notices.title"), ""));
        return page(frame.at("my", crumbs), Shell.PORTAL, who, Trail.of(after));
    }

    @GetMapping(DESK)
    Html desk(PageFrame frame, @AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String after) {
        return page(frame.at("notices", Breadcrumbs.none()), Shell.DESK, who, Trail.of(after));
    }

    /** Says that one was read, or all of them when none is named. */
    @PostMapping({MINE, DESK})
    ResponseEntity<Void> read(@AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String key) {
        if (key.isEmpty()) {
            box.markAllRead(who);
        } else {
            box.markRead(who, key);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", who instanceof SignedIn.Officer ? DESK : MINE)
                .build();
    }

    private Html page(PageFrame frame, Shell shell, SignedIn who, Trail trail) {
        var texts = frame.texts();
        var page = box.page(who, trail.start());
        var address = shell == Shell.DESK ? DESK : MINE;
        return Html.page(
                "matter/notices/NoticesPage",
                new NoticesPage(
                        frame.titled(texts.say("notices.title")),
                        shell,
                        address,
                        page.unread() == 0 ? "" : texts.say("notices.unread", texts.number(page.unread())),
                        page.notices().stream()
                                .map(notice -> line(texts, shell, notice))
                                .toList(),
                        ListAddress.of(address)
                                .pages(
                                        texts,
                                        trail,
                                        page.next(),
                                        texts.say(
                                                "notices.shown", page.notices().size())),
                        EmptyState.of(texts.say("notices.empty"), texts.say("notices.empty.text"))));
    }

    private static NoticesPage.Line line(Texts texts, Shell shell, GivenNotice notice) {
        var told = texts.say("notices.told", texts.moment(notice.toldAt()));
        return new NoticesPage.Line(
                notice.isRead() ? "" : notice.key(),
                Said.in(texts, notice.words().title()),
                Said.in(texts, notice.words().text()),
                notice.readAt()
                        .map(read -> told + " " + texts.say("notices.read", texts.moment(read)))
                        .orElse(told),
                notice.href()
                        .orElseGet(() -> shell == Shell.DESK
                                ? "/desk/cases/" + notice.caseId()
                                : "/my/cases/" + notice.receipt()),
                notice.receipt());
    }
}
