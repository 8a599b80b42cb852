package org.tongqu.platform.data.interfaces.web;

import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.platform.data.interfaces.EndpointDay;
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

    static String millis(Texts texts, OptionalLong millis) {
        return millis.isPresent()
                ? texts.say("interfaces.millis", texts.number(millis.getAsLong()))
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
                        "via",
                        endpoint.target()
                                .via()
                                .map(system -> texts.say("interfaces.via.node", system))
                                .orElseGet(() -> texts.say("interfaces.via.centre"))),
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
                Words.fact(texts, "p99", millis(texts, one.p99())),
                Words.fact(texts, "version", texts.number(endpoint.version()))));
    }

    static DataTable days(Texts texts, List<EndpointDay> days) {
        return new DataTable(
                texts,
                texts.say("interfaces.days"),
                List.of(
                        Words.column(texts, "day"),
                        Words.figures(texts, "calls-of-day"),
                        Words.figures(texts, "refused"),
                        Words.figures(texts, "failed"),
                        Words.figures(texts, "records"),
                        Words.figures(texts, "bytes"),
                        Words.figures(texts, "p99")),
                days.stream()
                        .map(day -> Row.of(
                                new Cell.Words(texts.day(day.day())),
                                new Cell.Figure(texts.number(day.calls().calls())),
                                new Cell.Figure(texts.number(day.calls().refused())),
                                new Cell.Figure(texts.number(day.calls().failed())),
                                new Cell.Figure(texts.number(day.calls().records())),
                                new Cell.Figure(texts.number(day.bytes())),
                                new Cell.Figure(millis(texts, day.p99()))))
                        .toList(),
                EmptyState.of(texts.say("interfaces.days.empty"), ""),
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
