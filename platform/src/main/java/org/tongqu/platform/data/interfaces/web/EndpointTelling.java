package org.tongqu.platform.data.interfaces.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.Endpoint.Need;
import org.tongqu.platform.data.interfaces.EndpointStanding;
import org.tongqu.platform.data.interfaces.PastCall;
import org.tongqu.platform.trust.directory.Directory;

/** Says an interface in words. */
@Component
class EndpointTelling {

    private final Directory directory;

    EndpointTelling(Directory directory) {
        this.directory = directory;
    }

    static String p99(Texts texts, EndpointStanding one) {
        return one.p99().isPresent()
                ? texts.say("interfaces.millis", texts.number(one.p99().getAsLong()))
                : texts.say("interfaces.none");
    }

    KeyFacts facts(Texts texts, EndpointStanding one) {
        var endpoint = one.endpoint();
        return new KeyFacts(List.of(
                Words.fact(texts, "provider", Words.office(texts, directory, endpoint.provider())),
                Words.fact(texts, "resource", endpoint.resource().value())
                        .leadingTo("/desk/catalog/" + endpoint.resource().key()),
                Words.fact(
                        texts,
                        "time",
                        texts.say(
                                "interfaces.millis",
                                texts.number(endpoint.limits().time().toMillis()))),
                Words.fact(
                        texts,
                        "per-minute",
                        texts.say(
                                "interfaces.times",
                                texts.number(endpoint.limits().perMinute()))),
                Words.fact(
                        texts,
                        "today",
                        texts.say(
                                "interfaces.today",
                                texts.number(one.today().calls()),
                                texts.number(one.today().refused()),
                                texts.number(one.today().failed()))),
                Words.fact(texts, "p99", p99(texts, one)),
                Words.fact(texts, "version", texts.number(endpoint.version()))));
    }

    EndpointPage.Description description(Texts texts, Endpoint endpoint, Edition edition) {
        return new EndpointPage.Description(
                parameters(texts, endpoint),
                records(texts, edition),
                example(endpoint),
                List.of(ButtonLink.plain(
                        texts.say("interfaces.document"),
                        CallController.CALLS + "/" + endpoint.resource().key() + "/openapi.json")));
    }

    private static List<String> example(Endpoint endpoint) {
        var body = new StringBuilder();
        for (var one : endpoint.parameters()) {
            if (one.need() == Need.REQUIRED) {
                body.append(body.isEmpty() ? "" : ", ")
                        .append('"')
                        .append(one.name())
                        .append("\": \"…\"");
            }
        }
        return List.of(
                "POST " + CallController.CALLS + "/" + endpoint.resource().key() + "/" + endpoint.operation(),
                "Authorization: Bearer tq_…",
                "Tongqu-Purpose: …",
                "Content-Type: application/json",
                "{" + body + "}");
    }

    private static DataTable parameters(Texts texts, Endpoint endpoint) {
        return new DataTable(
                texts,
                texts.say("interfaces.parameters"),
                Words.columns(texts, "name", "title", "need", "kind"),
                endpoint.parameters().stream()
                        .map(one -> Row.of(
                                new Cell.Words(one.name()),
                                new Cell.Words(one.title()),
                                new Cell.Words(texts.say(
                                        "interfaces.need." + one.need().code())),
                                new Cell.Words(texts.say(
                                        "interfaces.kind." + one.kind().code(), one.length()))))
                        .toList(),
                EmptyState.of(texts.say("interfaces.parameters.empty"), ""),
                "");
    }

    private static DataTable records(Texts texts, Edition edition) {
        return new DataTable(
                texts,
                texts.say("interfaces.records"),
                Words.columns(texts, "name", "title", "kind", "sensitivity"),
                edition.items().stream()
                        .map(item -> Row.of(
                                new Cell.Words(item.field()),
                                new Cell.Words(item.name()),
                                new Cell.Words(
                                        texts.say("catalog.type." + item.type().code())),
                                new Cell.Words(texts.say("catalog.sensitivity."
                                        + item.sensitivity().code()))))
                        .toList(),
                EmptyState.of("", ""),
                "");
    }

    DataTable calls(Texts texts, List<PastCall> calls) {
        return new DataTable(
                texts,
                texts.say("interfaces.calls"),
                List.of(
                        Words.column(texts, "at"),
                        Words.column(texts, "consumer"),
                        Words.column(texts, "outcome"),
                        Words.figures(texts, "records"),
                        Words.figures(texts, "bytes"),
                        Words.figures(texts, "took")),
                calls.stream()
                        .map(call -> Row.of(
                                new Cell.Words(texts.moment(call.at())),
                                new Cell.TwoLines(Words.office(texts, directory, call.consumer()), call.agreement()),
                                new Cell.Words(Words.outcome(texts, call.outcome())),
                                new Cell.Figure(texts.number(call.records())),
                                new Cell.Figure(texts.number(call.bytes())),
                                new Cell.Figure(texts.say(
                                        "interfaces.millis",
                                        texts.number(call.took().toMillis())))))
                        .toList(),
                EmptyState.of(texts.say("interfaces.calls.empty"), texts.say("interfaces.calls.empty.text")),
                "");
    }
}
