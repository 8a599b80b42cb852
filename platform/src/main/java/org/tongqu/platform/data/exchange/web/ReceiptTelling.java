package org.tongqu.platform.data.exchange.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.ReceiptVerdict;
import org.tongqu.platform.data.exchange.SignedReceipt.Signature;
import org.tongqu.platform.trust.directory.Directory;

/** Says a receipt in words, and what came of checking it. */
@Component
class ReceiptTelling {

    static final String CHECK = "/desk/exchange/receipts";

    private static final List<String> FACTS = List.of(
            "flow",
            "agreement",
            "resource",
            "state",
            "read",
            "written",
            "setAside",
            "started",
            "ended",
            "since",
            "until",
            "position",
            "digest");

    private final Directory directory;

    ReceiptTelling(Directory directory) {
        this.directory = directory;
    }

    ReceiptPage page(PageFrame frame, String heading, ReceiptVerdict verdict, List<ButtonLink> ways) {
        var texts = frame.texts();
        var content = DatumJson.tryRead(verdict.receipt().content()).fold(read -> read, none -> Datum.empty());
        return new ReceiptPage(
                frame, heading, standing(texts, verdict), facts(texts, content), signatures(texts, verdict), ways);
    }

    private static ReceiptPage.Standing standing(Texts texts, ReceiptVerdict verdict) {
        if (verdict.isTrue()) {
            return new ReceiptPage.Standing(
                    new Lamp(Light.FINE, texts.say("exchange.receipt.true")), texts.say("exchange.receipt.true.text"));
        }
        var words = verdict.differing().isEmpty()
                ? texts.say("exchange.receipt.false.text")
                : texts.say(
                        "exchange.receipt.differs",
                        verdict.differing().stream()
                                .map(name -> texts.say("exchange.receipt." + name))
                                .collect(Collectors.joining(texts.say("catalog.and"))));
        return new ReceiptPage.Standing(new Lamp(Light.LATE, texts.say("exchange.receipt.false")), words);
    }

    private KeyFacts facts(Texts texts, Datum content) {
        var facts = new ArrayList<Fact>();
        for (var side : List.of("provider", "consumer")) {
            content.text(side).ifPresent(code -> facts.add(fact(texts, side, Words.office(texts, directory, code))));
        }
        FACTS.forEach(name -> facts.add(linked(texts, name, said(texts, name, content))));
        return new KeyFacts(facts);
    }

    private static Fact linked(Texts texts, String name, String value) {
        var fact = fact(texts, name, value);
        return switch (name) {
            case "flow" -> value.matches("[a-z0-9-]+") ? fact.leadingTo(Words.address(value)) : fact;
            case "agreement" -> value.matches("[A-Z0-9-]+") ? fact.leadingTo("/desk/agreements/" + value) : fact;
            default -> fact;
        };
    }

    private static String said(Texts texts, String name, Datum content) {
        var value = content.at(name);
        return switch (value) {
            case Datum.Text(var text) -> {
                var state = "exchange.state." + text;
                var known = name.equals("state") && texts.knows(state) ? texts.say(state) : text;
                yield known.isEmpty() ? "–" : known;
            }
            case Datum.Number(var number) -> texts.number(number.longValue());
            case Datum.Items(var items)
            when !items.isEmpty() ->
                items.stream()
                        .map(item -> item.text("").orElseGet(item::canonical))
                        .collect(Collectors.joining(", "));
            default -> "–";
        };
    }

    private static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("exchange.receipt." + name), value);
    }

    private static DataTable signatures(Texts texts, ReceiptVerdict verdict) {
        return new DataTable(
                texts,
                texts.say("exchange.receipt.signatures"),
                Stream.of("found", "holder", "key", "value")
                        .map(name -> Column.of(texts.say("exchange.receipt." + name)))
                        .toList(),
                verdict.signatures().stream()
                        .map(checked -> Row.of(
                                new Cell.Lit(new Lamp(
                                        checked.found() == ReceiptVerdict.Found.TRUE ? Light.FINE : Light.LATE,
                                        texts.say("exchange.receipt.found."
                                                + checked.found().code()))),
                                new Cell.Words(
                                        checked.signature().holder().equals(Signature.PLATFORM)
                                                ? texts.say("exchange.receipt.platform")
                                                : checked.signature().holder()),
                                new Cell.Words(checked.signature().key()),
                                new Cell.Words(checked.signature().value())))
                        .toList(),
                EmptyState.of(texts.say("exchange.receipt.unsigned"), ""),
                "");
    }
}
