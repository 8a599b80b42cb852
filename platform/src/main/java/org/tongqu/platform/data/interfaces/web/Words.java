package org.tongqu.platform.data.interfaces.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.interfaces.BreakerState;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** What the pages of interfaces say alike. */
final class Words {

    static final String LIST = "/desk/interfaces";
    static final String KEYS = LIST + "/keys";
    static final String NEW = LIST + "/new";

    private Words() {}

    static String address(String endpoint) {
        return LIST + "/at/" + endpoint;
    }

    /** How a resource is called, for people. */
    static String document(ResourceCode resource) {
        return LIST + "/of/" + resource.key();
    }

    /** The same for machines. */
    static String json(ResourceCode resource) {
        return CallController.CALLS + "/" + resource.key() + "/openapi.json";
    }

    static String office(Texts texts, Directory directory, String code) {
        return Said.in(texts, directory.findName(code), code);
    }

    /** Whether it can be called now. */
    static Lamp lamp(Texts texts, Endpoint endpoint, BreakerState breaker) {
        if (endpoint.state() == Endpoint.State.HALTED) {
            return new Lamp(Light.PAUSED, texts.say("interfaces.state.halted"));
        }
        var light = switch (breaker) {
            case CLOSED -> Light.FINE;
            case TRYING -> Light.SOON;
            case OPEN -> Light.LATE;
        };
        return new Lamp(light, texts.say("interfaces.breaker." + breaker.code()));
    }

    static String outcome(Texts texts, String outcome) {
        var why = "interfaces.why." + outcome;
        return texts.knows(why) ? texts.say(why) : texts.say("interfaces.answered");
    }

    static Column column(Texts texts, String name) {
        return Column.of(texts.say("interfaces.column." + name));
    }

    static Column figures(Texts texts, String name) {
        return Column.figures(texts.say("interfaces.column." + name));
    }

    static List<Column> columns(Texts texts, String... names) {
        return Stream.of(names).map(name -> column(texts, name)).toList();
    }

    static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("interfaces.fact." + name), value);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
