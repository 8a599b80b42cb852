package org.tongqu.engines.packs.reading;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tongqu.engines.packs.ServiceItem;
import org.tongqu.engines.packs.ServiceItem.Basis;
import org.tongqu.engines.packs.ServiceItem.Certainty;
import org.tongqu.engines.packs.ServiceItem.Contact;
import org.tongqu.engines.packs.ServiceItem.Fee;
import org.tongqu.engines.packs.ServiceItem.FeeItem;
import org.tongqu.engines.packs.ServiceItem.Handling;
import org.tongqu.engines.packs.ServiceItem.Identity;
import org.tongqu.engines.packs.ServiceItem.Place;
import org.tongqu.engines.packs.ServiceItem.Question;
import org.tongqu.engines.packs.ServiceItem.ResultKind;
import org.tongqu.engines.packs.ServiceItem.Step;
import org.tongqu.engines.packs.ServiceItem.Visit;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.BasicItemCode;
import org.tongqu.kernel.identity.ItemCodeRefusal;
import org.tongqu.kernel.text.Label;

/** Reads the guide of a service (实施清单) and checks what GB/T 39046 fixes about it. */
final class ItemReader {

    private static final String DEPTH = "[1-8]";
    private static final int HANDLED_ONLINE = 5;

    private final Section item;
    private final Problems problems;

    private ItemReader(Section item) {
        this.item = item;
        this.problems = item.problems();
    }

    static ServiceItem read(Section item, Map<String, Spot> spots) {
        for (var key : List.of("handling", "basis", "contact", "visits", "depth", "fee")) {
            spots.put("item." + key, item.at(key));
        }
        return new ItemReader(item).item();
    }

    private ServiceItem item() {
        var read = new ServiceItem(
                identity(),
                item.sections("basis").stream().map(this::basis).toList(),
                item.labels("conditions"),
                fee(item.section("fee")),
                visit(),
                contact(item.section("contact")),
                item.sections("steps").stream().map(this::step).toList(),
                item.sections("results").stream().map(this::result).toList(),
                item.sections("questions").stream().map(this::question).toList());
        if (read.basis().isEmpty()) {
            problems.error(item.at("basis"), "item-no-basis");
        }
        if (read.results().isEmpty()) {
            problems.error(item.here(), "item-no-result");
        }
        item.done();
        return read;
    }

    private Identity identity() {
        var code = item.text("basicCode");
        var type = item.text("type");
        var isType = BasicItemCode.TYPES.contains(type);
        if (!type.isEmpty() && !isType) {
            problems.error(item.at("type"), "item-type", type);
        }
        switch (BasicItemCode.parse(code)) {
            case Outcome.Done<BasicItemCode, ItemCodeRefusal>(var known) -> {
                if (isType && !known.type().equals(type)) {
                    problems.error(item.at("basicCode"), "item-code-type", known.type(), type);
                }
            }
            case Outcome.Refused<BasicItemCode, ItemCodeRefusal> refused -> {
                if (!code.isEmpty()) {
                    problems.error(item.at("basicCode"), "item-basic-code", code);
                }
            }
        }
        var objects = new LinkedHashSet<>(item.texts("objects"));
        if (objects.isEmpty() || objects.stream().anyMatch(object -> !object.matches("[1-6]"))) {
            problems.error(item.at("objects"), "item-objects");
        }
        var handling = item.findChoice("handling", Handling.class).orElse(Handling.PROMISED);
        return new Identity(code, type, handling, objects, item.labels("topics"), events());
    }

    private Map<String, Integer> events() {
        var events = new TreeMap<String, Integer>();
        item.findSection("events").ifPresent(section -> {
            for (var event : section.names()) {
                var place = section.number(event, 0);
                if (place < 1) {
                    problems.error(section.at(event), "item-event", event);
                }
                events.put(event, place);
            }
        });
        return events;
    }

    private Basis basis(Section section) {
        var basis = new Basis(
                section.label("law"),
                section.label("article"),
                section.label("says"),
                section.findChoice("certainty", Certainty.class).orElse(Certainty.READ));
        section.done();
        return basis;
    }

    private Fee fee(Section section) {
        var free = section.isTrue("free");
        var single = section.has("yuan");
        var items = section.sections("items");
        if (free == (single || !items.isEmpty()) || single && !items.isEmpty()) {
            problems.error(section.here(), "item-fee");
        }
        var fees = single
                ? List.of(single(section))
                : items.stream().map(this::feeItem).toList();
        section.done();
        return new Fee(free ? List.of() : fees);
    }

    /** The short way to write one fixed price. */
    private FeeItem single(Section section) {
        return new FeeItem(
                section.findLabel("name"),
                feeBasis(section),
                Optional.empty(),
                yuan(section),
                section.findLabel("reduction"));
    }

    private FeeItem feeItem(Section section) {
        var item = new FeeItem(
                Optional.of(section.label("name")),
                feeBasis(section),
                section.findLabel("standard"),
                yuan(section),
                section.findLabel("reduction"));
        if (item.standard().isPresent() == item.yuan().isPresent()) {
            problems.error(section.here(), "item-fee-standard");
        }
        section.done();
        return item;
    }

    private Label feeBasis(Section section) {
        return section.findLabel("basis").orElseGet(() -> {
            problems.error(section.here(), "item-fee-basis");
            return Label.same("–");
        });
    }

    private Optional<BigDecimal> yuan(Section section) {
        return section.findText("yuan").flatMap(text -> {
            if (text.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
                return Optional.of(new BigDecimal(text));
            }
            problems.error(section.at("yuan"), "pack-value-kind", "yuan", "number");
            return Optional.empty();
        });
    }

    private Visit visit() {
        var times = item.number("visits", 0);
        var why = item.findLabel("visitsWhy");
        if (times > 0 && why.isEmpty()) {
            problems.error(item.at("visits"), "item-visit-why");
        }
        return new Visit(
                times,
                why,
                depth(times),
                item.sections("places").stream().map(this::place).toList());
    }

    private Set<Integer> depth(int visits) {
        var said = item.texts("depth");
        if (!said.stream().allMatch(code -> code.matches(DEPTH))) {
            problems.error(item.at("depth"), "item-depth");
            return Set.of();
        }
        var depth = said.stream().map(Integer::valueOf).collect(Collectors.toSet());
        if (visits == 0 && !depth.isEmpty() && !depth.contains(HANDLED_ONLINE)) {
            problems.error(item.at("depth"), "item-depth-visits");
        }
        return depth;
    }

    private Place place(Section section) {
        var place = new Place(section.label("name"), section.label("address"), section.label("hours"));
        section.done();
        return place;
    }

    private Contact contact(Section section) {
        var contact = new Contact(section.text("consult"), section.text("complain"));
        if (contact.isOneNumber()) {
            problems.error(section.at("complain"), "item-same-phone", contact.complain());
        }
        section.done();
        return contact;
    }

    private Step step(Section section) {
        var step = new Step(section.label("title"), section.label("says"), section.findLabel("takes"));
        section.done();
        return step;
    }

    private ResultKind result(Section section) {
        var result = new ResultKind(section.label("title"), section.label("form"));
        section.done();
        return result;
    }

    private Question question(Section section) {
        var question = new Question(section.label("asked"), section.label("answered"));
        section.done();
        return question;
    }
}
