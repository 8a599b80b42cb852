package org.tongqu.engines.packs.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tongqu.engines.linkage.Evidence;
import org.tongqu.engines.linkage.LinkagePlan;
import org.tongqu.engines.packs.reading.RegisterPacks.RegisterFile;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.IdentifierRule;
import org.tongqu.engines.registers.OtherIdentifier;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Register.Delivers;
import org.tongqu.engines.registers.Register.Place;
import org.tongqu.engines.registers.Register.RegisterSource;
import org.tongqu.engines.registers.Register.Relation;
import org.tongqu.engines.registers.Register.Tier;
import org.tongqu.engines.registers.RegisterIdentifier;
import org.tongqu.engines.schema.Identifier;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.text.Label;

/** Reads {@code registers/*.yaml} of a pack of registers, and checks that its parts lead to each other. */
final class RegisterReader {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,60}");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,60}");

    private final Section root;
    private final Problems problems;
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    private RegisterReader(Section root) {
        this.root = root;
        this.problems = root.problems();
    }

    static RegisterFile read(Section root) {
        var reader = new RegisterReader(root);
        return new RegisterFile(reader.register(), reader.spots);
    }

    private Register register() {
        var code = code(root, "register");
        var tier = root.findChoice("tier", Tier.class).orElse(Tier.THEME);
        var title = root.label("title");
        var meaning = root.label("meaning");
        var basis = root.label("basis");
        var owner = root.text("owner");
        var main = identifier(root.section("identifier"));
        var sources = sources();
        var speakers = sources.stream().map(RegisterSource::code).toList();
        var identifier = main.with(others(main, speakers));
        var attributes = attributes(speakers);
        var register = new Register(
                code,
                tier,
                title,
                meaning,
                basis,
                owner,
                identifier,
                sources,
                attributes,
                relations(attributes, identifier),
                places(attributes),
                evidence(attributes));
        root.done();
        return register;
    }

    private String code(Section section, String key) {
        var code = section.text(key);
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            problems.error(section.at(key), "register-code", code);
        }
        return code;
    }

    private String name(Section section) {
        var name = section.text("name");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            problems.error(section.at("name"), "register-name", name);
        } else if (!names.add(name)) {
            problems.error(section.at("name"), "register-name-twice", name);
        }
        return name;
    }

    private RegisterIdentifier identifier(Section section) {
        var name = name(section);
        var title = section.label("title");
        var rule = rule(section);
        if (rule.isEmpty()) {
            problems.error(section.here(), "register-identifier-rule");
        }
        var identifier = new RegisterIdentifier(
                name,
                title,
                rule.orElse(new IdentifierRule.National(Identifier.CITIZEN_NUMBER)),
                section.findText("standard"),
                sensitivity(section),
                List.of());
        section.done();
        return identifier;
    }

    private List<OtherIdentifier> others(RegisterIdentifier main, List<String> sources) {
        List<OtherIdentifier> others = new ArrayList<>();
        if (root.has("identifiers")) {
            root.sections("identifiers").forEach(section -> others.add(other(section, main, sources)));
        }
        return others;
    }

    private OtherIdentifier other(Section section, RegisterIdentifier main, List<String> sources) {
        var use = section.findChoice("use", OtherIdentifier.Use.class).orElse(OtherIdentifier.Use.BESIDE);
        var own = rule(section);
        if ((use == OtherIdentifier.Use.FORMER) == own.isPresent()) {
            problems.error(section.here(), "register-other-rule");
        }
        var other = new OtherIdentifier(
                name(section),
                section.label("title"),
                own.orElse(main.rule()),
                section.findText("standard"),
                use,
                precedence(section, sources));
        section.done();
        return other;
    }

    private static Sensitivity sensitivity(Section section) {
        return section.findChoice("sensitivity", Sensitivity.class).orElse(Sensitivity.INTERNAL);
    }

    private Optional<IdentifierRule> rule(Section section) {
        var check = section.findChoice("check", Identifier.class).<IdentifierRule>map(IdentifierRule.National::new);
        var pattern = section.findText("pattern").flatMap(text -> pattern(section, text));
        if (check.isPresent() && pattern.isPresent()) {
            problems.error(section.at("pattern"), "register-identifier-rule");
        }
        return check.or(() -> pattern);
    }

    private Optional<IdentifierRule> pattern(Section section, String text) {
        try {
            return Optional.of(new IdentifierRule.Form(Pattern.compile(text)));
        } catch (PatternSyntaxException broken) {
            problems.error(section.at("pattern"), "register-pattern", broken.getDescription());
            return Optional.empty();
        }
    }

    private List<RegisterSource> sources() {
        List<RegisterSource> sources = new ArrayList<>();
        for (var section : root.sections("sources")) {
            var code = code(section, "source");
            if (sources.stream().anyMatch(one -> one.code().equals(code))) {
                problems.error(section.at("source"), "register-source-twice", code);
            }
            var days = section.number("days", 30);
            if (days < 1) {
                problems.error(section.at("days"), "pack-value-kind", "days", "1, 2, …");
            }
            var delivers = section.findChoice("delivers", Delivers.class).orElse(Delivers.CHANGES);
            if (delivers == Delivers.MATTERS && sources.stream().anyMatch(RegisterSource::isMatters)) {
                problems.error(section.at("delivers"), "register-matters-twice", code);
            }
            sources.add(new RegisterSource(code, section.label("title"), days, delivers));
            section.done();
        }
        if (sources.isEmpty()) {
            problems.error(root.at("sources"), "pack-key-missing", "sources");
        }
        return sources;
    }

    private List<Attribute> attributes(List<String> sources) {
        List<Attribute> attributes = new ArrayList<>();
        root.sections("attributes").forEach(section -> attributes.add(attribute(section, sources)));
        if (attributes.isEmpty()) {
            problems.error(root.at("attributes"), "pack-key-missing", "attributes");
        }
        for (var source : sources) {
            if (attributes.stream().noneMatch(attribute -> attribute.sources().contains(source))) {
                problems.warning(root.at("sources"), "register-source-silent", source);
            }
        }
        return attributes;
    }

    private Attribute attribute(Section section, List<String> sources) {
        var name = name(section);
        var kind = section.findChoice("kind", Attribute.ValueKind.class).orElse(Attribute.ValueKind.TEXT);
        var codes = codes(section);
        if ((kind == Attribute.ValueKind.CODE) == codes.isEmpty()) {
            problems.error(section.here(), "register-codes", name);
        }
        var attribute = new Attribute(
                name,
                also(section),
                section.label("title"),
                kind,
                section.findText("standard"),
                sensitivity(section),
                section.isTrue("required") ? Attribute.Need.REQUIRED : Attribute.Need.OPTIONAL,
                codes,
                rule(section),
                precedence(section, sources),
                yieldsAfter(section));
        section.done();
        return attribute;
    }

    private List<String> also(Section section) {
        var also = section.texts("also");
        for (var name : also) {
            if (!names.add(name)) {
                problems.error(section.at("also"), "register-name-twice", name);
            }
        }
        return also;
    }

    private List<String> precedence(Section section, List<String> sources) {
        var named = section.texts("sources");
        var known = new HashSet<String>();
        for (var source : named) {
            if (!sources.contains(source)) {
                problems.error(section.at("sources"), "register-source", source, Nearest.to(source, sources));
            } else if (!known.add(source)) {
                problems.error(section.at("sources"), "register-source-twice", source);
            }
        }
        return named.isEmpty() ? sources : named;
    }

    private OptionalInt yieldsAfter(Section section) {
        if (!section.has("yields-after")) {
            return OptionalInt.empty();
        }
        var days = section.number("yields-after", 0);
        if (days < 0) {
            problems.error(section.at("yields-after"), "pack-value-kind", "yields-after", "0, 1, 2, …");
        }
        return OptionalInt.of(Math.max(0, days));
    }

    private static Map<String, Label> codes(Section section) {
        Map<String, Label> codes = new LinkedHashMap<>();
        section.findSection("codes").ifPresent(list -> list.names().forEach(code -> codes.put(code, list.label(code))));
        return codes;
    }

    private List<Relation> relations(List<Attribute> attributes, RegisterIdentifier identifier) {
        List<Relation> relations = new ArrayList<>();
        if (!root.has("relations")) {
            return relations;
        }
        for (var section : root.sections("relations")) {
            var name = name(section);
            spots.put("relation." + name, section.at("to"));
            var by = section.text("by");
            if (!by.equals(identifier.name())) {
                attribute(section, "by", by, attributes);
            }
            relations.add(new Relation(name, section.label("title"), section.text("to"), by));
            section.done();
        }
        return relations;
    }

    static Optional<Attribute> attribute(Section section, String key, String name, List<Attribute> attributes) {
        var found = attributes.stream().filter(one -> one.name().equals(name)).findFirst();
        if (found.isEmpty() && !name.isEmpty()) {
            section.problems()
                    .error(
                            section.at(key),
                            "register-attribute",
                            name,
                            Nearest.to(
                                    name,
                                    attributes.stream().map(Attribute::name).toList()));
        }
        return found;
    }

    private List<LinkagePlan.Field> evidence(List<Attribute> attributes) {
        List<LinkagePlan.Field> evidence = new ArrayList<>();
        root.findSection("evidence")
                .ifPresent(section -> section.names().forEach(name -> {
                    attribute(section, name, name, attributes);
                    section.findChoice(name, Evidence.class)
                            .ifPresent(kind -> evidence.add(new LinkagePlan.Field(name, kind)));
                }));
        if (evidence.size() == 1) {
            problems.error(root.at("evidence"), "register-evidence");
        }
        return evidence;
    }

    private List<Place> places(List<Attribute> attributes) {
        List<Place> places = new ArrayList<>();
        if (!root.has("places")) {
            return places;
        }
        for (var section : root.sections("places")) {
            var name = name(section);
            var division = section.text("division");
            attribute(section, "division", division, attributes).ifPresent(found -> {
                var isDivision = found.rule().stream()
                        .anyMatch(rule -> rule.equals(new IdentifierRule.National(Identifier.DIVISION_CODE)));
                if (!isDivision) {
                    problems.error(section.at("division"), "register-division", division);
                }
            });
            var address = section.findText("address");
            address.ifPresent(text -> attribute(section, "address", text, attributes));
            places.add(new Place(
                    name,
                    section.label("title"),
                    division,
                    address,
                    MappedPlace.shapes(section, attributes),
                    MappedPlace.kinds(section, attributes),
                    MappedPlace.time(section, attributes)));
            section.done();
        }
        return places;
    }
}
