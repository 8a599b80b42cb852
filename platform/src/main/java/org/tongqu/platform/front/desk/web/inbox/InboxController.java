package org.tongqu.platform.front.desk.web.inbox;

import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.platform.front.desk.web.DeskBanners;
import org.tongqu.platform.front.desk.web.DeskHome;
import org.tongqu.platform.front.desk.web.matter.CasePane;
import org.tongqu.platform.front.desk.web.matter.CasePanes;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.trust.identity.SignedIn;

/** What waits for an officer. */
@Controller
class InboxController {

    private final Casework casework;
    private final ServiceCatalogue catalogue;
    private final CasePanes panes;
    private final DeskBanners banners;

    InboxController(Casework casework, ServiceCatalogue catalogue, CasePanes panes, DeskBanners banners) {
        this.casework = casework;
        this.catalogue = catalogue;
        this.panes = panes;
        this.banners = banners;
    }

    @GetMapping("/desk")
    String desk(@AuthenticationPrincipal SignedIn.Officer officer) {
        return "redirect:" + DeskHome.of(officer);
    }

    @GetMapping("/desk/inbox")
    Html inbox(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, InboxQuery query) {
        var inbox = casework.inbox(officer, query.filter(), query.trail().start());
        var listing = new Listings(frame.texts(), query, catalogue.items()).of(inbox);
        var titled = banners.on(frame, officer)
                .titled(frame.texts().say("desk.inbox.title"))
                .at("inbox", Breadcrumbs.none());
        return Html.page(
                "front/desk/InboxPage",
                new InboxPage(titled, query.filter().words(), listing, opened(frame, officer, query)));
    }

    /** A receipt number leads to its case in whatever state; other words to what is open. */
    @GetMapping("/desk/search")
    String search(@AuthenticationPrincipal SignedIn.Officer officer, @RequestParam(defaultValue = "") String q) {
        return ReceiptNumber.parse(q.strip())
                .flatMap(receipt -> casework.findCase(officer, receipt))
                .map(found -> "redirect:/desk/cases/" + found.head().caseId())
                .orElseGet(() -> "redirect:/desk/inbox?state=open&q=" + UriUtils.encode(q.strip(), "UTF-8"));
    }

    private Optional<CasePane> opened(PageFrame frame, SignedIn.Officer officer, InboxQuery query) {
        return ListAddress.asked(query.open())
                .flatMap(caseId ->
                        panes.find(frame, officer, caseId, query.opening(null).address()));
    }
}
