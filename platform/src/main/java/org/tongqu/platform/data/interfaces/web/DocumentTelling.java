package org.tongqu.platform.data.interfaces.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.interfaces.CallRefusal.Why;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.Endpoint.Need;
import org.tongqu.platform.data.interfaces.Mediation;
import org.tongqu.platform.trust.directory.Directory;

/** Says in words what can be called of a resource. */
@Component
class DocumentTelling {

    private final Directory directory;
    private final Mediation mediation;

    DocumentTelling(Directory directory, Mediation mediation) {
        this.directory = directory;
        this.mediation = mediation;
    }

    DocumentPage.Heading heading(Texts texts, Edition edition) {
        var code = edition.code();
        return new DocumentPage.Heading(
                edition.description().name(),
                edition.description().summary(),
                new KeyFacts(List.of(
                        Words.fact(
                                texts,
                                "provider",
                                Words.office(
                                        texts, directory, edition.resource().organisation())),
                        Words.fact(texts, "resource", code.value()).leadingTo("/desk/catalog/" + code.key()),
                        Words.fact(texts, "edition", texts.number(edition.number())))),
                List.of(
                        ButtonLink.plain(texts.say("interfaces.document.json"), Words.json(code)),
                        ButtonLink.plain(texts.say("interfaces.keys"), Words.KEYS)));
    }

    DocumentPage.Operation operation(Texts texts, Endpoint endpoint) {
        return new DocumentPage.Operation(
                endpoint.operation(),
                endpoint.title(),
                Words.address(endpoint.id()),
                Words.lamp(texts, endpoint, mediation.breaker(endpoint.id())),
                example(texts, endpoint),
                parameters(texts, endpoint));
    }

    private static List<String> example(Texts texts, Endpoint endpoint) {
        var body = endpoint.parameters().stream()
                .filter(one -> one.need() == Need.REQUIRED)
                .map(one -> "\"" + one.name() + "\": \"…\"")
                .collect(Collectors.joining(", ", "{", "}"));
        var lines = new ArrayList<String>();
        lines.add("POST " + CallController.CALLS + "/" + endpoint.resource().key() + "/" + endpoint.operation());
        lines.add("Authorization: Bearer tq_…");
        lines.add("Tongqu-Purpose: " + texts.say("interfaces.example.purpose"));
        lines.add("Tongqu-Case: " + texts.say("interfaces.example.case"));
        lines.add("Content-Type: application/json");
        lines.add(body);
        return lines;
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

    static DataTable records(Texts texts, Edition edition) {
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

    static DataTable refusals(Texts texts) {
        return new DataTable(
                texts,
                texts.say("interfaces.refusals"),
                Words.columns(texts, "status", "code", "refusal", "side"),
                Arrays.stream(Why.values())
                        .filter(why -> why != Why.CONSUMER_GONE)
                        .map(why -> Row.of(
                                new Cell.Words(String.valueOf(why.status())),
                                new Cell.Words(why.code()),
                                new Cell.Words(texts.say("interfaces.why." + why.code())),
                                new Cell.Words(texts.say(
                                        "interfaces.side." + why.side().name().toLowerCase(Locale.ROOT)))))
                        .toList(),
                EmptyState.of("", ""),
                "");
    }
}
