package org.tongqu.platform.front.portal.web.mine;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Receipt;
import org.tongqu.platform.front.portal.web.Limits;
import org.tongqu.platform.front.portal.web.QueryCodes;
import org.tongqu.platform.front.portal.web.apply.ReceiptPage;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;

/** Draws the receipt: the number, what happens next, and by when. */
@Component
class ReceiptScreen {

    private final ServiceCatalogue catalogue;
    private final StoryLines lines;
    private final QueryCodes codes;

    ReceiptScreen(ServiceCatalogue catalogue, StoryLines lines, QueryCodes codes) {
        this.catalogue = catalogue;
        this.lines = lines;
        this.codes = codes;
    }

    ReceiptPage page(PageFrame frame, CaseView view) {
        var texts = frame.texts();
        var head = view.head();
        var office = lines.office(texts, view);
        var pack = catalogue.packByHash(head.pack().contentHash());
        var facts = List.of(
                Fact.of(texts.say("portal.receipt.service"), Said.in(texts, view.item()))
                        .noting(head.title()),
                Fact.of(texts.say("portal.receipt.at"), texts.moment(head.openedAt())),
                Fact.of(texts.say("portal.receipt.office"), office),
                Fact.of(texts.say("portal.receipt.code"), codes.of(head.receipt()))
                        .noting(texts.say("portal.receipt.code.note")));
        var next = view.standing()
                .dueAt()
                .map(due -> texts.say("portal.receipt.next.1", office, Lamps.lastDay(texts, due)))
                .orElseGet(() -> texts.say("portal.receipt.next.1.undated", office));
        var steps = view.standing().isEnded()
                ? List.of(texts.say("portal.receipt.next.4"))
                : List.of(
                        next,
                        texts.say("portal.receipt.next.2"),
                        texts.say("portal.receipt.next.3", Limits.promised(texts, pack)),
                        texts.say("portal.receipt.next.4"));
        var title = texts.say("portal.receipt.title");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("portal.place.my"), "/my"), new Crumb(title, ""));
        return new ReceiptPage(
                frame.titled(title).at("my", crumbs),
                new Receipt(
                        texts,
                        texts.say("portal.receipt.heading"),
                        head.receipt().value(),
                        facts,
                        steps),
                ButtonLink.main(texts.say("portal.receipt.follow"), "/my/cases/" + head.receipt()));
    }
}
