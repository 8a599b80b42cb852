package org.tongqu.platform.data.agreements.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.Agreement.State;
import org.tongqu.platform.data.agreements.Deed;
import org.tongqu.platform.trust.directory.Directory;

/** Says an agreement in words. */
@Component
class AgreementTelling {

    private final Directory directory;

    AgreementTelling(Directory directory) {
        this.directory = directory;
    }

    String standing(Texts texts, Agreement agreement, LocalDate today) {
        var state = Words.of(texts, "state", agreement.on(today));
        return agreement
                .dueOn()
                .map(due -> texts.say(
                        "agreements.standing.due",
                        state,
                        texts.say("agreements.now." + now(agreement, today)),
                        texts.day(due)))
                .orElse(state);
    }

    /** Who has to act, as a key: a renewal is waited for while the agreement is in force. */
    private static String now(Agreement agreement, LocalDate today) {
        return agreement.renewal().isPresent() ? "renewal" : agreement.on(today).code();
    }

    KeyFacts facts(Texts texts, Agreement agreement) {
        var terms = agreement.terms();
        var facts = new ArrayList<Fact>();
        facts.add(fact(texts, "id", agreement.id()));
        facts.add(fact(texts, "resource", agreement.subject().name())
                .leadingTo("/desk/catalog/" + agreement.subject().resource().key())
                .noting(texts.say(
                        "agreements.fact.resource.note",
                        agreement.subject().resource().value(),
                        agreement.subject().edition())));
        facts.add(fact(
                texts,
                "consumer",
                Words.office(texts, directory, agreement.parties().consumer())));
        facts.add(fact(
                texts,
                "provider",
                Words.office(texts, directory, agreement.parties().provider())));
        facts.add(fact(texts, "purpose", Words.of(texts, "purpose", terms.purpose()))
                .noting(terms.use()));
        facts.add(fact(texts, "basis", terms.basis()));
        facts.add(fact(
                texts,
                "frequency",
                texts.say("catalog.cycle." + terms.frequency().code())));
        facts.add(fact(
                texts,
                "rows",
                terms.rows().isPresent()
                        ? texts.say("agreements.rows", texts.number(terms.rows().getAsLong()))
                        : texts.say("agreements.rows.none")));
        facts.add(fact(
                texts, "period", texts.say("agreements.period", texts.day(terms.starts()), texts.day(terms.ends()))));
        agreement.renewal().ifPresent(day -> facts.add(fact(texts, "renewal", texts.day(day))));
        facts.add(fact(texts, "asked", agreement.asked().name())
                .noting(texts.moment(agreement.asked().at())));
        return new KeyFacts(facts);
    }

    private static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("agreements.fact." + name), value);
    }

    DataTable items(Texts texts, Agreement agreement) {
        return new DataTable(
                texts,
                texts.say("agreements.items", agreement.items().size()),
                Stream.of("item", "field", "masking")
                        .map(name -> Column.of(texts.say("agreements.column." + name)))
                        .toList(),
                agreement.items().stream()
                        .map(item -> Row.of(
                                new Cell.Words(item.name()),
                                new Cell.Words(item.field()),
                                new Cell.Words(Words.of(texts, "masking", item.masking()))))
                        .toList(),
                EmptyState.of(texts.say("agreements.empty"), ""),
                "");
    }

    Timeline story(Texts texts, Agreement agreement, List<Deed> deeds, LocalDate today) {
        var steps = new ArrayList<Step>();
        for (var deed : deeds) {
            var who = texts.say("agreements.who", Words.office(texts, directory, deed.organisation()), deed.whoName());
            steps.add(Step.done(texts.say("agreements.deed." + deed.deed()), who, texts.moment(deed.at()))
                    .saying(deed.why()));
        }
        agreement
                .dueOn()
                .ifPresent(due -> steps.add(Step.now(
                        texts.say("agreements.now." + now(agreement, today)),
                        waiting(texts, agreement),
                        texts.say("agreements.due", texts.day(due)),
                        Words.lamp(texts, agreement, today))));
        if (agreement.on(today) == State.ACTIVE && agreement.renewal().isEmpty()) {
            steps.add(Step.ahead(
                    texts.say("agreements.ahead.end"),
                    "",
                    texts.day(agreement.terms().ends())));
        }
        return new Timeline(texts, steps);
    }

    private String waiting(Texts texts, Agreement agreement) {
        return switch (agreement.state()) {
            case REQUESTED, ACTIVE ->
                Words.office(texts, directory, agreement.parties().provider());
            case CHECKING, DISPUTED -> texts.say("agreements.authority");
            case SUSPENDED, REFUSED, WITHDRAWN, REVOKED -> "";
        };
    }
}
