package org.tongqu.platform.matter.hall.web.declaring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.HallChange;
import org.tongqu.platform.matter.hall.HallPlan;

/**
 * What people come for and whose services are taken there.
 *
 * @param code none for a line that is new
 * @param kinds kinds of organisations to choose from
 */
record LinePart(Optional<String> code, List<Choice> kinds) implements Part {

    LinePart {
        kinds = List.copyOf(kinds);
    }

    @Override
    public String heading(Texts texts) {
        return code.map(letter -> texts.say("hall.declare.line", letter))
                .orElseGet(() -> texts.say("hall.declare.line.new"));
    }

    @Override
    public Map<String, String> standing(HallPlan plan) {
        return code.flatMap(plan::findLine)
                .map(line -> Map.of(
                        "zh", line.name().zh(),
                        "en", line.name().en(),
                        "minutes", String.valueOf(line.minutes()),
                        "kinds", String.join(" ", new TreeSet<>(line.kinds()))))
                .orElseGet(Map::of);
    }

    @Override
    public List<Field> fields(Asking asking, HallPlan plan) {
        var rest = List.of(
                asking.text("zh"),
                asking.text("en"),
                asking.number("minutes", asking.texts().say("hall.minutes")),
                asking.anyOf("kinds", kinds));
        return code.isPresent()
                ? rest
                : Stream.concat(Stream.of(asking.brief(asking.question("letter"), 1)), rest.stream())
                        .toList();
    }

    @Override
    public Outcome<HallChange, Map<String, Mistake>> read(Map<String, String> said, HallPlan plan) {
        var letter = code.orElseGet(() -> said.getOrDefault("letter", ""));
        if (code.isEmpty() && plan.offers(letter)) {
            return Outcome.refused(Map.of("letter", Mistake.TAKEN));
        }
        if (!letter.matches("[A-Z]")) {
            return Outcome.refused(Map.of("letter", Mistake.CODE));
        }
        if (said.getOrDefault("zh", "").isBlank()) {
            return Outcome.refused(Map.of("zh", Mistake.MISSING));
        }
        return Outcome.done(new HallChange.LineAs(new HallPlan.Line(
                letter,
                new Label(said.getOrDefault("zh", ""), said.getOrDefault("en", "")),
                Set.copyOf(Sent.words(said.getOrDefault("kinds", ""))),
                Sent.number(said, "minutes"))));
    }

    @Override
    public Optional<HallChange> removal() {
        return code.map(HallChange.LineGone::new);
    }
}
