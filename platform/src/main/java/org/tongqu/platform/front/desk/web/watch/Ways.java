package org.tongqu.platform.front.desk.web.watch;

import java.util.ArrayList;
import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.platform.matter.supervision.Duty;
import org.tongqu.platform.matter.supervision.Orders;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where one goes on from an evidence page. */
final class Ways {

    private Ways() {}

    /**
     * @param here the address of the page
     * @param order what an order about it is asked for by
     */
    record Place(String here, String order, String caseId) {}

    static List<ButtonLink> from(Texts texts, SignedIn.Officer officer, Place place) {
        var ways = new ArrayList<ButtonLink>();
        if (officer.has(Orders.SUPERVISOR)) {
            ways.add(ButtonLink.main(
                    texts.say("supervision.order.open"), "/desk/supervision/orders/new?" + place.order()));
        }
        ways.add(ButtonLink.plain(texts.say("supervision.evidence.export"), place.here() + "/evidence.pdf"));
        ways.add(ButtonLink.quiet(texts.say("supervision.check"), "/evidence/check"));
        ways.add(ButtonLink.plain(texts.say("desk.evidence.to-case"), "/desk/cases/" + place.caseId()));
        return ways;
    }

    /** From the evidence of what an office owes beside its cases. */
    static List<ButtonLink> from(Texts texts, SignedIn.Officer officer, String order, Duty duty) {
        var ways = new ArrayList<ButtonLink>();
        if (officer.has(Orders.SUPERVISOR)) {
            ways.add(ButtonLink.main(texts.say("supervision.order.open"), "/desk/supervision/orders/new?" + order));
        }
        ways.add(ButtonLink.plain(texts.say("supervision.duty.open"), duty.href()));
        return ways;
    }
}
