package org.tongqu.platform.front.desk.web.watch;

import java.time.Instant;
import java.util.Locale;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.matter.supervision.Order;
import org.tongqu.platform.matter.supervision.OrderRefusal;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** Orders in words. */
record OrderWords(Texts texts, Directory directory) {

    String state(Order.State state) {
        return texts.say("supervision.order.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /** Red once the answer is overdue. */
    Lamp lamp(Order order, Instant now) {
        if (order.state() == Order.State.CLOSED) {
            return new Lamp(Light.DONE, state(order.state()));
        }
        if (!order.state().waitsForOffice()) {
            return new Lamp(Light.FINE, state(order.state()));
        }
        var late = order.to().level() > 0 || !order.term().dueAt().isAfter(now);
        return new Lamp(
                late ? Light.LATE : Light.SOON, late ? texts.say("supervision.order.late") : state(order.state()));
    }

    String office(String code) {
        return Said.in(texts, directory.findName(code));
    }

    String refusal(OrderRefusal refusal) {
        return switch (refusal) {
            case OrderRefusal.NotASupervisor r -> texts.say("supervision.order.refused.not-a-supervisor");
            case OrderRefusal.NotThere r -> texts.say("supervision.order.refused.not-there");
            case OrderRefusal.NotTheChief r ->
                texts.say("supervision.order.refused.not-the-chief", office(r.organisation()));
            case OrderRefusal.WordsMissing r -> texts.say("supervision.order.refused.words-missing");
            case OrderRefusal.DaysOutOfRange r -> texts.say("supervision.order.refused.days", String.valueOf(r.most()));
            case OrderRefusal.NotItsTurn r -> texts.say("supervision.order.refused.turn", state(r.state()));
            case OrderRefusal.OrderedBefore r -> texts.say("supervision.order.refused.before", r.number());
            case OrderRefusal.NobodyAnswers r ->
                texts.say("supervision.order.refused.nobody", office(r.organisation()));
            case OrderRefusal.CalendarUnknown r ->
                texts.say("supervision.order.refused.calendar", String.valueOf(r.year()));
        };
    }
}
