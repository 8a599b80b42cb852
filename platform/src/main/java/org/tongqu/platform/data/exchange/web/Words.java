package org.tongqu.platform.data.exchange.web;

import java.net.URI;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Language;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.exchange.FlowStanding;
import org.tongqu.platform.data.exchange.FlowStanding.Freshness;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;

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
                .map(flow -> in(texts, flow.title()))
                .orElse(id);
    }

    static String office(Texts texts, Directory directory, String code) {
        return directory
                .findOrganisation(code)
                .map(Organisation::name)
                .map(name -> in(texts, name))
                .orElse(code);
    }

    static String in(Texts texts, Label name) {
        return texts.language() == Language.EN && !name.en().isBlank() ? name.en() : name.zh();
    }

    static Lamp lamp(Texts texts, FlowStanding flow, Instant now) {
        var freshness = flow.freshness(now);
        return new Lamp(
                light(freshness), texts.say("exchange.fresh." + freshness.name().toLowerCase(java.util.Locale.ROOT)));
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

    /** After something was sent: the next page by GET, so that reloading it sends nothing twice. */
    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Cache-Control", "no-store")
                .location(URI.create(address))
                .build();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
