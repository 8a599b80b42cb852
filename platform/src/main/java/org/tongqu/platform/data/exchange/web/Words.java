package org.tongqu.platform.data.exchange.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.data.catalog.Awaited;
import org.tongqu.platform.data.catalog.Delivery;
import org.tongqu.platform.data.exchange.FlowStanding;
import org.tongqu.platform.data.exchange.FlowStanding.Freshness;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** What the pages of the exchange centre say alike. */
final class Words {

    static final String CENTRE = "/desk/exchange";

    private Words() {}

    static String address(String flow) {
        return CENTRE + "/" + flow;
    }

    static String title(Texts texts, Flows flows, String id) {
        return flows.find(id)
                .map(PlannedFlow::flow)
                .map(flow -> Said.in(texts, flow.title()))
                .orElse(id);
    }

    static String office(Texts texts, Directory directory, String code) {
        return Said.in(texts, directory.findName(code), code);
    }

    static Lamp lamp(Texts texts, FlowStanding flow, Instant now) {
        var freshness = flow.freshness(now);
        return new Lamp(
                light(freshness), texts.say("exchange.fresh." + freshness.name().toLowerCase(Locale.ROOT)));
    }

    static Lamp lamp(Texts texts, Awaited awaited, Instant now) {
        var freshness = awaited.freshness(now);
        var light = freshness == Delivery.Freshness.STALE ? Light.LATE : Light.SOON;
        return new Lamp(light, texts.say("catalog.fresh." + freshness.code()));
    }

    private static Light light(Freshness freshness) {
        return switch (freshness) {
            case FRESH -> Light.FINE;
            case LAGGING -> Light.SOON;
            case STALE -> Light.LATE;
            case HALTED -> Light.PAUSED;
        };
    }

    static Lamp lamp(Texts texts, Run run) {
        var light = switch (run.state()) {
            case RUNNING, LIMITED -> Light.SOON;
            case COMPLETE -> Light.FINE;
            case STOPPED, CUT_SHORT -> Light.PAUSED;
            case REFUSED, FAILED -> Light.LATE;
        };
        return new Lamp(light, texts.say("exchange.state." + run.state().code()));
    }

    /** Why, in words; empty when there is nothing to say. */
    static String why(Texts texts, Reason reason) {
        if (reason.code().isEmpty()) {
            return "";
        }
        var state = "agreements.state." + reason.detail();
        var detail = texts.knows(state) ? texts.say(state) : reason.detail();
        return texts.say("exchange.reason." + reason.code(), detail);
    }

    /** Says on the page one is led back to why nothing was begun; what is no known reason says nothing. */
    static PageFrame refused(PageFrame frame, @Nullable String why) {
        var texts = frame.texts();
        var key = "exchange.refused." + why;
        return texts.knows(key) ? frame.noticing(List.of(NoticeBanner.warning(texts.say(key)))) : frame;
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
