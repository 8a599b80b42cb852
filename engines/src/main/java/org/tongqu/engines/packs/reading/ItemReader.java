package org.tongqu.engines.packs.reading;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.packs.ServiceItem;
import org.tongqu.engines.packs.ServiceItem.Basis;
import org.tongqu.engines.packs.ServiceItem.Certainty;
import org.tongqu.engines.packs.ServiceItem.Contact;
import org.tongqu.engines.packs.ServiceItem.Fee;
import org.tongqu.engines.packs.ServiceItem.Handling;
import org.tongqu.engines.packs.ServiceItem.Identity;
import org.tongqu.engines.packs.ServiceItem.Place;
import org.tongqu.engines.packs.ServiceItem.Question;
import org.tongqu.engines.packs.ServiceItem.ResultKind;
import org.tongqu.engines.packs.ServiceItem.Step;
import org.tongqu.engines.packs.ServiceItem.Visit;

/** Reads the guide of a service (实施清单) and checks what GB/T 39046 fixes about it. */
final class ItemReader {

    /** No I, O, S, V or Z among the letters of a sequence. */
    private static final String BASIC_CODE = "[0-9]{4}[0-9A-HJ-NP-RTUW-Y]{8}";

    private static final Set<String> TYPES = Set.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20");

    private final Section item;
    private final Problems problems;

    private ItemReader(Section item) {
        this.item = item;
        this.problems = item.problems();
    }

    static ServiceItem read(Section item, Map<String, Spot> spots) {
        for (var key : List.of("handling", "basis", "contact", "visits", "fee")) {
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
        if (!code.isEmpty() && !code.matches(BASIC_CODE)) {
            problems.error(item.at("basicCode"), "item-basic-code", code);
        }
        var type = item.text("type");
        if (!type.isEmpty() && !TYPES.contains(type)) {
            problems.error(item.at("type"), "item-type", type);
        } else if (code.length() == 12
                && type.length() == 2
                && !code.substring(2, 4).equals(type)) {
            problems.error(item.at("basicCode"), "item-code-type", code.substring(2, 4), type);
        }
        var objects = new LinkedHashSet<>(item.texts("objects"));
        if (objects.isEmpty() || objects.stream().anyMatch(object -> !object.matches("[1-6]"))) {
            problems.error(item.at("objects"), "item-objects");
        }
        var handling = item.findChoice("handling", Handling.class).orElse(Handling.PROMISED);
        return new Identity(code, type, handling, objects, item.labels("topics"));
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
        var yuan = section.findText("yuan").flatMap(text -> {
            if (text.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
                return Optional.of(new BigDecimal(text));
            }
            problems.error(section.at("yuan"), "pack-value-kind", "yuan", "number");
            return Optional.empty();
        });
        var basis = section.findLabel("basis");
        var free = section.isTrue("free");
        if (free == yuan.isPresent()) {
            problems.error(section.here(), "item-fee");
        } else if (!free && basis.isEmpty()) {
            problems.error(section.here(), "item-fee-basis");
        }
        section.done();
        return new Fee(yuan, basis);
    }

    private Visit visit() {
        var times = item.number("visits", 0);
        var why = item.findLabel("visitsWhy");
        if (times > 0 && why.isEmpty()) {
            problems.error(item.at("visits"), "item-visit-why");
        }
        return new Visit(
                times, why, item.sections("places").stream().map(this::place).toList());
    }

    private Place place(Section section) {
        var place = new Place(section.label("name"), section.label("address"), section.label("hours"));
        section.done();
        return place;
    }

    private Contact contact(Section section) {
        var contact = new Contact(section.text("consult"), section.text("complain"));
        if (!contact.consult().isEmpty() && digits(contact.consult()).equals(digits(contact.complain()))) {
            problems.error(section.at("complain"), "item-same-phone", contact.complain());
        }
        section.done();
        return contact;
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
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
