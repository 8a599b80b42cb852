package org.tongqu.engines.packs.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.engines.forms.Control;
import org.tongqu.engines.forms.Field;
import org.tongqu.engines.forms.Field.Answer;
import org.tongqu.engines.forms.Field.Choice;
import org.tongqu.engines.forms.Field.Known;
import org.tongqu.engines.forms.Field.Otherwise;
import org.tongqu.engines.forms.Form;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.FormRule;
import org.tongqu.engines.forms.Group;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.engines.forms.MaterialAsk.Proof;

/** Reads a form file and notes where each page, field, rule and material stands. */
final class FormReader {

    private static final Map<String, Otherwise> OTHERWISE =
            Map.of("change", Otherwise.CHANGE, "objection", Otherwise.OBJECTION);

    private final PackFolder folder;
    private final Problems problems;
    private final Map<String, Spot> spots = new LinkedHashMap<>();

    private FormReader(PackFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** @param spots by {@code page.ID}, {@code field.PATH}, {@code choice.PATH.VALUE}, {@code rule.ID}, {@code material.ID} */
    record FormRead(Form form, Map<String, Spot> spots) {
        Spot spot(String key) {
            return spots.getOrDefault(key, new Spot("pack.yaml", 1));
        }
    }

    static FormRead read(Section root, PackFolder folder) {
        var reader = new FormReader(folder, root.problems());
        List<FormPage> pages = new ArrayList<>();
        root.sections("pages").forEach(section -> pages.add(reader.page(section)));
        List<FormRule> rules = new ArrayList<>();
        root.sections("rules").forEach(section -> reader.rule(section).ifPresent(rules::add));
        if (pages.isEmpty()) {
            root.problems().error(root.here(), "form-no-pages");
        }
        root.done();
        return new FormRead(new Form(pages, rules), reader.spots);
    }

    private FormPage page(Section section) {
        var id = id(section, "page");
        var group = section.findSection("group").map(this::group);
        var prefix = group.map(named -> named.name() + ".").orElse("");
        List<Field> fields = new ArrayList<>();
        for (var field : section.sections("fields")) {
            field(field, prefix).ifPresent(fields::add);
        }
        var materials =
                section.sections("materials").stream().map(this::material).toList();
        if (fields.isEmpty() == materials.isEmpty()) {
            problems.error(section.here(), "form-page-asks", id);
        }
        group.ifPresent(named -> checkSummary(section, named, fields));
        var page = new FormPage(
                id,
                section.label("title"),
                section.findLabel("why"),
                part(section),
                condition(section, "when", "page." + id),
                group,
                fields,
                materials);
        section.done();
        return page;
    }

    private Optional<String> part(Section section) {
        var part = section.findText("part");
        part.filter(name -> !name.matches("[a-z][a-z0-9-]{0,60}"))
                .ifPresent(name -> problems.error(section.at("part"), "form-id", name));
        part.ifPresent(name -> spots.putIfAbsent("part." + name, section.at("part")));
        return part;
    }

    private void checkSummary(Section page, Group group, List<Field> fields) {
        for (var name : group.summary()) {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                problems.error(page.at("group"), "form-summary", name);
            }
        }
    }

    private Group group(Section section) {
        var group = new Group(
                section.text("name"),
                section.label("row"),
                section.number("atLeast", 0),
                section.number("atMost", 50),
                section.texts("summary"));
        if (group.atMost() < Math.max(1, group.atLeast())) {
            problems.error(section.at("atMost"), "form-group-size", group.atLeast(), group.atMost());
        }
        spots.putIfAbsent("field." + group.name(), section.here());
        section.done();
        return group;
    }

    private Optional<Field> field(Section section, String prefix) {
        var name = section.text("name");
        note("field", prefix + name, section.here());
        var code = section.text("control");
        var control = Control.find(code);
        if (control.isEmpty() && !code.isEmpty()) {
            problems.error(section.at("control"), "form-control", code);
        }
        var choices = choices(section, prefix + name);
        control.filter(found -> found.hasChoices() == choices.isEmpty())
                .ifPresent(found -> problems.error(section.here(), "form-choices", name, found.code()));
        var field = new Field(
                name,
                control.orElse(Control.TEXT),
                section.label("label"),
                section.findLabel("hint"),
                section.findLabel("unit"),
                section.isTrue("optional") ? Answer.OPTIONAL : Answer.REQUIRED,
                choices,
                known(section, prefix + name),
                condition(section, "when", "field." + prefix + name));
        section.done();
        return name.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    private Optional<Known> known(Section section, String path) {
        var by = section.findText("by");
        var otherwise = section.findText("otherwise");
        var source = section.findText("source");
        if (source.isEmpty() && (by.isPresent() || otherwise.isPresent())) {
            problems.error(section.at(by.isPresent() ? "by" : "otherwise"), "form-source-missing", path);
        }
        otherwise
                .filter(word -> !OTHERWISE.containsKey(word))
                .ifPresent(word -> problems.error(section.at("otherwise"), "form-otherwise", word));
        source.ifPresent(name -> spots.put("source." + path, section.at("source")));
        by.ifPresent(name -> spots.put("by." + path, section.at("by")));
        return source.map(
                name -> new Known(name, by, OTHERWISE.getOrDefault(otherwise.orElse("change"), Otherwise.CHANGE)));
    }

    private List<Choice> choices(Section section, String path) {
        List<Choice> choices = new ArrayList<>();
        for (var choice : section.sections("choices")) {
            var value = choice.text("value");
            note("choice." + path, value, choice.here());
            choices.add(new Choice(value, choice.label("label"), choice.findLabel("hint")));
            choice.done();
        }
        section.findText("codes")
                .flatMap(file -> folder.yaml(file, section.at("codes"), problems))
                .ifPresent(root -> {
                    var codes = root.section("codes");
                    codes.names().forEach(code -> {
                        spots.put("choice." + path + "." + code, codes.at(code));
                        choices.add(new Choice(code, codes.label(code), Optional.empty()));
                    });
                    root.done();
                });
        return choices;
    }

    private MaterialAsk material(Section section) {
        var id = id(section, "material");
        var ask = new MaterialAsk(
                id,
                section.label("title"),
                section.isTrue("optional") ? Answer.OPTIONAL : Answer.REQUIRED,
                section.texts("accept"),
                section.number("maxMegabytes", 10),
                section.number("maxFiles", 1),
                section.label("basis"),
                section.findLabel("hint"),
                condition(section, "when", "material." + id),
                section.sections("waivedBy").stream()
                        .map(proof -> proof(proof, id))
                        .toList(),
                section.findLabel("waiver"));
        if (ask.accept().isEmpty()) {
            problems.error(section.here(), "material-accept", id);
        }
        if (ask.maxMegabytes() < 1 || ask.maxMegabytes() > 200 || ask.maxFiles() < 1 || ask.maxFiles() > 50) {
            problems.error(section.here(), "material-size", id);
        }
        if (ask.waivedBy().isEmpty() == ask.waiver().isPresent()) {
            problems.error(section.here(), "material-waiver", id);
        }
        section.done();
        return ask;
    }

    private Proof proof(Section section, String material) {
        var proof = new Proof(section.text("source"), section.findText("by"), section.findText("says"));
        spots.put("proof." + material + "." + proof, section.here());
        section.done();
        return proof;
    }

    private Optional<FormRule> rule(Section section) {
        var id = id(section, "rule");
        var require = section.has("require") ? condition(section, "require", "require." + id) : missing(section);
        var when = condition(section, "when", "rule." + id);
        var field = section.text("field");
        var message = section.label("message");
        var basis = section.findLabel("basis");
        section.done();
        return require.map(required -> new FormRule(id, field, when, required, message, basis));
    }

    private Optional<Expression> missing(Section section) {
        section.text("require");
        return Optional.empty();
    }

    private String id(Section section, String kind) {
        var id = section.text("id");
        if (!id.isEmpty() && !id.matches("[a-z][a-z0-9-]{0,60}")) {
            problems.error(section.at("id"), "form-id", id);
        }
        note(kind, id, section.at("id"));
        return id;
    }

    private void note(String kind, String name, Spot spot) {
        var earlier = spots.putIfAbsent(kind + "." + name, spot);
        if (earlier != null && !name.isEmpty()) {
            problems.error(spot, "form-twice", name, earlier.line());
        }
    }

    private Optional<Expression> condition(Section section, String key, String owner) {
        if (section.has(key)) {
            spots.put(key + "." + owner, section.at(key));
        }
        return section.findCondition(key);
    }
}
