package org.tongqu.engines.packs.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.engines.forms.Control;
import org.tongqu.engines.forms.Field;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.schema.Identifier;
import org.tongqu.engines.schema.Property;
import org.tongqu.kernel.data.Datum;

/** Form and schema must speak of the same things. */
final class FormChecks {

    private static final Map<Control, Identifier> EXPECTED = Map.of(
            Control.CITIZEN_NUMBER, Identifier.CITIZEN_NUMBER,
            Control.CREDIT_CODE, Identifier.UNIFIED_SOCIAL_CREDIT_CODE,
            Control.PHONE, Identifier.MOBILE_NUMBER);

    private final Parts parts;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> optional = new HashSet<>();

    FormChecks(Parts parts, Problems problems) {
        this.parts = parts;
        this.problems = problems;
    }

    void check() {
        for (var page : parts.form().form().pages()) {
            page.group().ifPresent(group -> {
                asked.add(group.name());
                kindOf(group.name(), Property.Type.ITEMS, parts.form().spot("field." + group.name()));
            });
            page.fields().forEach(field -> field(page, field));
            conditions(page);
        }
        parts.form().form().pages().forEach(this::waivers);
        rules();
        everythingRequiredIsAsked();
        dispatch();
    }

    private void field(FormPage page, Field field) {
        var path = path(page, field);
        var spot = parts.form().spot("field." + path);
        asked.add(path);
        if (!field.isRequired()) {
            optional.add(path);
        }
        kindOf(path, field.control().type(), spot);
        var property = parts.schema().find(path);
        var identifier = EXPECTED.get(field.control());
        if (property.isPresent()
                && identifier != null
                && !property.get().identifier().equals(Optional.of(identifier))) {
            problems.error(spot, "form-identifier", path, field.control().code(), identifier.code());
        }
        field.known().ifPresent(known -> known(path, known));
        for (var choice : field.choices()) {
            if (!isAllowed(page, field, choice.value())) {
                problems.error(
                        parts.form().spot("choice." + path + "." + choice.value()),
                        "form-choice-not-allowed",
                        choice.value(),
                        path);
            }
        }
    }

    private void known(String path, Field.Known known) {
        source(known.source(), parts.form().spot("source." + path));
        if (known.by().isEmpty()) {
            return;
        }
        var by = known.by().get();
        var spot = parts.form().spot("by." + path);
        if (!asked.contains(by)
                || identifier(by)
                        .filter(Identifier.UNIFIED_SOCIAL_CREDIT_CODE::equals)
                        .isEmpty()) {
            problems.error(spot, "form-source-by", by, Nearest.to(by, asked));
        }
        if (!isPublic(path)) {
            problems.error(spot, "form-source-public", path);
        }
    }

    private void source(String source, Spot spot) {
        if (!source.matches("[a-z][a-z-]*\\.[A-Za-z][A-Za-z0-9.]*")) {
            problems.error(spot, "form-source", source);
        }
    }

    private Optional<Identifier> identifier(String path) {
        return parts.schema().find(path).flatMap(Property::identifier);
    }

    private boolean isPublic(String path) {
        return parts.schema()
                .find(path)
                .filter(property -> property.sensitivity() == Property.Sensitivity.PUBLIC)
                .isPresent();
    }

    /** What a register says of somebody whom the applicant names is compared, not told. */
    private void waivers(FormPage page) {
        for (var material : page.materials()) {
            for (var proof : material.waivedBy()) {
                var spot = parts.form().spot("proof." + material.id() + "." + proof);
                source(proof.source(), spot);
                Stream.concat(proof.by().stream(), proof.says().stream())
                        .filter(path -> !asked.contains(path))
                        .forEach(path -> problems.error(spot, "form-field-unknown", path, Nearest.to(path, asked)));
                proof.by()
                        .filter(path -> asked.contains(path) && identifier(path).isEmpty())
                        .ifPresent(path -> problems.error(spot, "material-waiver-by", path));
                if (proof.by().isPresent() && proof.says().isEmpty()) {
                    problems.error(spot, "material-waiver-says", material.id());
                }
            }
        }
    }

    private static String path(FormPage page, Field field) {
        return page.group().map(group -> group.name() + "." + field.name()).orElse(field.name());
    }

    private void kindOf(String path, Property.Type type, Spot spot) {
        var property = parts.schema().find(path);
        if (property.isEmpty()) {
            problems.error(
                    spot,
                    "form-field-unknown",
                    path,
                    Nearest.to(path, parts.schema().properties().keySet()));
        } else if (property.get().type() != type) {
            problems.error(
                    spot,
                    "form-field-type",
                    path,
                    type.name().toLowerCase(Locale.ROOT),
                    property.get().line());
        }
    }

    /** Asks the schema itself whether the value could stand there. */
    private boolean isAllowed(FormPage page, Field field, String value) {
        var place =
                page.group().map(group -> group.name() + ".0." + field.name()).orElse(field.name());
        var single = field.control() == Control.CHECKBOXES ? place + ".0" : place;
        Datum chosen = field.control() == Control.CHECKBOXES ? Datum.of(List.of(Datum.of(value))) : Datum.of(value);
        var rows = page.group().isPresent()
                ? Datum.empty()
                        .with(
                                page.group().get().name(),
                                Datum.of(List.of(Datum.empty().with(field.name(), chosen))))
                : Datum.empty().with(place, chosen);
        return parts.schema().check(rows).stream()
                .filter(problem ->
                        problem.path().equals(place) || problem.path().equals(single))
                .allMatch(problem -> Set.of("too-few").contains(problem.code()));
    }

    private void conditions(FormPage page) {
        page.when().ifPresent(when -> known(when, "", parts.form().spot("when.page." + page.id())));
        for (var field : page.fields()) {
            var row = page.group().map(group -> group.name() + ".").orElse("");
            field.when().ifPresent(when -> known(when, row, parts.form().spot("when.field." + path(page, field))));
        }
        for (var material : page.materials()) {
            material.when().ifPresent(when -> known(when, "", parts.form().spot("when.material." + material.id())));
        }
    }

    private void rules() {
        for (var rule : parts.form().form().rules()) {
            var spot = parts.form().spot("rule." + rule.id());
            if (parts.form().form().pageOf(rule.field()).isEmpty()) {
                problems.error(spot, "form-rule-field", rule.id(), rule.field());
            }
            known(rule.require(), "", parts.form().spot("require.require." + rule.id()));
            rule.when().ifPresent(when -> known(when, "", parts.form().spot("when.rule." + rule.id())));
        }
    }

    private void known(Expression expression, String row, Spot spot) {
        for (var path : expression.paths()) {
            var plain = path.replaceAll("\\.[0-9]+", "");
            if (parts.schema().find(plain).isEmpty()
                    && parts.schema().find(row + plain).isEmpty()) {
                problems.error(
                        spot,
                        "expression-path",
                        path,
                        Nearest.to(plain, parts.schema().properties().keySet()));
            }
        }
    }

    private void everythingRequiredIsAsked() {
        for (var property : parts.schema().properties().values()) {
            if (!property.required() || !isLeaf(property)) {
                continue;
            }
            var spot = new Spot(parts.manifest().files().schema(), property.line());
            if (!isAsked(property.path())) {
                problems.error(spot, "schema-not-asked", property.path());
            } else if (optional.contains(property.path())) {
                problems.error(
                        parts.form().spot("field." + property.path()), "form-optional-required", property.path());
            }
        }
    }

    private boolean isLeaf(Property property) {
        return property.type() != Property.Type.FIELDS;
    }

    private boolean isAsked(String path) {
        if (asked.contains(path)) {
            return true;
        }
        var dot = path.lastIndexOf('.');
        return dot > 0
                && asked.contains(path.substring(0, dot))
                && parts.schema().find(path.substring(0, dot)).stream()
                        .anyMatch(above -> above.type() == Property.Type.FIELDS);
    }

    private void dispatch() {
        var field = parts.manifest().dispatch().divisionField();
        var property = parts.schema().find(field);
        if (property.isEmpty() || !property.get().identifier().equals(Optional.of(Identifier.DIVISION_CODE))) {
            problems.error(parts.manifest().spot("dispatch.divisionField"), "dispatch-field", field);
        }
    }
}
