package org.tongqu.engines.packs.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.engines.expressions.ExpressionProblem;
import org.tongqu.engines.yaml.YamlValue;
import org.tongqu.engines.yaml.YamlValue.Entry;
import org.tongqu.engines.yaml.YamlValue.Mapping;
import org.tongqu.engines.yaml.YamlValue.Scalar;
import org.tongqu.engines.yaml.YamlValue.Sequence;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;

/**
 * Named values of a pack file while they are being read. What is missing or of another kind becomes a problem and a
 * stand-in, so that one reading finds everything that is wrong; {@link #done} reports the names nobody asked for.
 */
final class Section {

    private static final String MISSING = "pack-key-missing";
    private static final String KIND = "pack-value-kind";

    private final Problems problems;
    private final String file;
    private final Mapping mapping;
    private final Set<String> asked = new HashSet<>();

    Section(Problems problems, String file, Mapping mapping) {
        this.problems = problems;
        this.file = file;
        this.mapping = mapping;
    }

    String file() {
        return file;
    }

    /** The same, its file called by another name and its problems told elsewhere; nothing of it was asked for yet. */
    Section named(Problems others, String name) {
        return new Section(others, name, mapping);
    }

    Spot here() {
        return new Spot(file, mapping.line());
    }

    /** Where the name stands, or the section when it is not there. */
    Spot at(String key) {
        var entry = mapping.entries().get(key);
        return entry == null ? here() : new Spot(file, entry.line());
    }

    Problems problems() {
        return problems;
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    Collection<String> names() {
        return mapping.entries().keySet();
    }

    String text(String key) {
        if (!has(key)) {
            problems.error(here(), MISSING, key);
        }
        return findText(key).orElse("");
    }

    Optional<String> findText(String key) {
        return entry(key).flatMap(entry -> {
            if (entry.value() instanceof Scalar scalar && !scalar.isEmpty()) {
                return Optional.of(scalar.text());
            }
            problems.error(at(key), KIND, key, "text");
            return Optional.empty();
        });
    }

    /** A condition over facts. */
    Optional<Expression> findCondition(String key) {
        return findText(key).flatMap(text -> switch (Expression.read(text)) {
            case Outcome.Done<Expression, ExpressionProblem>(var expression) -> Optional.of(expression);
            case Outcome.Refused<Expression, ExpressionProblem>(var problem) -> {
                var kind = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
                problems.error(at(key), "expression-" + kind, text, problem.column(), problem.found());
                yield Optional.empty();
            }
        });
    }

    /** The line of the value itself, which for a text block or list can be after that of its name. */
    Spot valueAt(String key) {
        var entry = mapping.entries().get(key);
        return entry == null ? here() : new Spot(file, entry.value().line());
    }

    Label label(String key) {
        if (!has(key)) {
            problems.error(here(), MISSING, key);
        }
        return findLabel(key).orElse(Label.same("?"));
    }

    Optional<Label> findLabel(String key) {
        return entry(key).flatMap(entry -> label(entry.value(), new Spot(file, entry.line()), key));
    }

    private Optional<Label> label(YamlValue value, Spot spot, String key) {
        if (!(value instanceof Mapping words)) {
            problems.error(spot, "pack-label", key);
            return Optional.empty();
        }
        var inner = new Section(problems, file, words);
        var zh = inner.findText("zh");
        var en = inner.findText("en");
        inner.done();
        if (zh.isEmpty() || zh.get().isBlank() || en.isEmpty() || en.get().isBlank()) {
            problems.error(spot, "pack-label", key);
        }
        return zh.filter(text -> !text.isBlank()).map(text -> new Label(text, en.orElse("")));
    }

    List<Label> labels(String key) {
        List<Label> labels = new ArrayList<>();
        for (var value : values(key)) {
            label(value, new Spot(file, value.line()), key).ifPresent(labels::add);
        }
        return labels;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (var value : values(key)) {
            if (value instanceof Scalar scalar && !scalar.isEmpty()) {
                texts.add(scalar.text());
            } else {
                problems.error(new Spot(file, value.line()), KIND, key, "text");
            }
        }
        return texts;
    }

    int number(String key, int otherwise) {
        return findText(key)
                .map(text -> {
                    if (text.matches("-?[0-9]{1,9}")) {
                        return Integer.parseInt(text);
                    }
                    problems.error(at(key), KIND, key, "number");
                    return otherwise;
                })
                .orElse(otherwise);
    }

    boolean isTrue(String key) {
        return findText(key)
                .map(text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        problems.error(at(key), KIND, key, "true / false");
                    }
                    return text.equals("true");
                })
                .orElse(false);
    }

    /** One of the constants, written in small letters with dashes. */
    <E extends Enum<E>> Optional<E> findChoice(String key, Class<E> kind) {
        return findText(key).flatMap(text -> {
            List<String> names = new ArrayList<>();
            for (var constant : kind.getEnumConstants()) {
                var name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
                if (name.equals(text)) {
                    return Optional.of(constant);
                }
                names.add(name);
            }
            problems.error(at(key), "pack-choice", text, String.join(", ", names));
            return Optional.empty();
        });
    }

    Section section(String key) {
        if (!has(key)) {
            problems.error(here(), MISSING, key);
        }
        return findSection(key)
                .orElseGet(() -> new Section(new Problems(), file, new Mapping(Map.of(), at(key).line())));
    }

    Optional<Section> findSection(String key) {
        return entry(key).flatMap(entry -> {
            if (entry.value() instanceof Mapping inner) {
                return Optional.of(new Section(problems, file, inner));
            }
            problems.error(at(key), KIND, key, "name: value");
            return Optional.empty();
        });
    }

    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (var value : values(key)) {
            if (value instanceof Mapping inner) {
                sections.add(new Section(problems, file, inner));
            } else {
                problems.error(new Spot(file, value.line()), KIND, key, "name: value");
            }
        }
        return sections;
    }

    /** Everything under the name as a data tree; plain numbers and truths become such. */
    Datum datum(String key) {
        return entry(key).map(entry -> datum(entry.value())).orElse(Datum.nothing());
    }

    static Datum datum(YamlValue value) {
        return switch (value) {
            case Mapping inner -> {
                Map<String, Datum> fields = new LinkedHashMap<>();
                inner.entries().forEach((name, entry) -> fields.put(name, datum(entry.value())));
                yield new Datum.Fields(fields);
            }
            case Sequence sequence ->
                Datum.of(sequence.values().stream().map(Section::datum).toList());
            case Scalar scalar -> datum(scalar);
        };
    }

    private static Datum datum(Scalar scalar) {
        if (scalar.isEmpty()) {
            return Datum.nothing();
        }
        if (scalar.kind() == Scalar.Kind.PLAIN) {
            if (scalar.text().equals("true") || scalar.text().equals("false")) {
                return new Datum.Truth(scalar.text().equals("true"));
            }
            if (scalar.text().matches("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,8})?")) {
                return Datum.of(new BigDecimal(scalar.text()));
            }
        }
        return Datum.of(scalar.text());
    }

    private List<YamlValue> values(String key) {
        return entry(key)
                .map(entry -> {
                    if (entry.value() instanceof Sequence sequence) {
                        return sequence.values();
                    }
                    problems.error(at(key), KIND, key, "[…]");
                    return List.<YamlValue>of();
                })
                .orElse(List.of());
    }

    private Optional<Entry> entry(String key) {
        asked.add(key);
        return Optional.ofNullable(mapping.entries().get(key));
    }

    /** Names that could stand here and do not. */
    private List<String> unused() {
        return asked.stream().filter(known -> !has(known)).toList();
    }

    /** Reports the names that mean nothing here. */
    void done() {
        for (var name : mapping.entries().keySet()) {
            if (!asked.contains(name)) {
                problems.error(at(name), "pack-key-unknown", name, Nearest.to(name, unused()));
            }
        }
    }
}
