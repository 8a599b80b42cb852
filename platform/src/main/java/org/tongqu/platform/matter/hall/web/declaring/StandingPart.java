package org.tongqu.platform.matter.hall.web.declaring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.Hall;
import org.tongqu.platform.matter.hall.HallChange;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.operate.web.Said;

/** @param above halls it can stand under */
record StandingPart(List<HallPlan> above) implements Part {

    StandingPart {
        above = List.copyOf(above);
    }

    @Override
    public String heading(Texts texts) {
        return texts.say("hall.declare.standing");
    }

    @Override
    public String lead(Texts texts) {
        return texts.say("hall.declare.standing.lead");
    }

    @Override
    public Map<String, String> standing(HallPlan plan) {
        return Map.of(
                "level",
                plan.hall().level().name(),
                "parent",
                plan.hall().seat().parent().orElse(""));
    }

    @Override
    public List<Field> fields(Asking asking, HallPlan plan) {
        return List.of(asking.oneOf("level", levels(asking.texts())), asking.oneOf("parent", parents(asking, plan)));
    }

    static List<Choice> levels(Texts texts) {
        return Arrays.stream(Hall.Level.values())
                .map(one -> Choice.of(one.name(), HallTables.level(texts, one)))
                .toList();
    }

    private List<Choice> parents(Asking asking, HallPlan plan) {
        return parents(
                asking.texts(),
                above.stream()
                        .filter(other -> !other.hall().code().equals(plan.hall().code()))
                        .toList());
    }

    static List<Choice> parents(Texts texts, List<HallPlan> above) {
        return Stream.concat(
                        Stream.of(Choice.of("", texts.say("hall.declare.parent.none"))),
                        above.stream()
                                .map(plan -> Choice.of(
                                        plan.hall().code(),
                                        Said.in(texts, plan.hall().name()))))
                .toList();
    }

    @Override
    public Outcome<HallChange, Map<String, Mistake>> read(Map<String, String> said, HallPlan plan) {
        var level = level(said.getOrDefault("level", ""));
        var parent = Optional.of(said.getOrDefault("parent", "")).filter(code -> !code.isEmpty());
        if (level.isEmpty()) {
            return Outcome.refused(Map.of("level", Mistake.UNKNOWN));
        }
        return parent.isPresent()
                        && above.stream().noneMatch(other -> other.hall().code().equals(parent.get()))
                ? Outcome.refused(Map.of("parent", Mistake.UNKNOWN))
                : Outcome.done(new HallChange.Standing(level.get(), parent));
    }

    static Optional<Hall.Level> level(String name) {
        return Arrays.stream(Hall.Level.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
