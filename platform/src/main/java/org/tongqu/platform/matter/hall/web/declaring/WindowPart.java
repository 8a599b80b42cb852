package org.tongqu.platform.matter.hall.web.declaring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.HallChange;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.operate.web.Said;

/** @param number none for a window that is new */
record WindowPart(Optional<Integer> number) implements Part {

    @Override
    public String heading(Texts texts) {
        return number.map(one -> texts.say("hall.window", one)).orElseGet(() -> texts.say("hall.declare.window.new"));
    }

    @Override
    public Map<String, String> standing(HallPlan plan) {
        return number.flatMap(one -> plan.windows().stream()
                        .filter(window -> window.number() == one)
                        .findFirst())
                .map(window -> Map.of("lines", String.join(" ", new TreeSet<>(window.lines()))))
                .orElseGet(() -> Map.of("number", String.valueOf(next(plan))));
    }

    private static int next(HallPlan plan) {
        return plan.windows().stream()
                        .mapToInt(HallPlan.PlannedWindow::number)
                        .max()
                        .orElse(0)
                + 1;
    }

    @Override
    public List<Field> fields(Asking asking, HallPlan plan) {
        var fields = new ArrayList<Field>();
        if (number.isEmpty()) {
            fields.add(asking.number("number", ""));
        }
        var choices = plan.lines().stream()
                .map(line -> Choice.of(line.code(), line.code() + " " + Said.in(asking.texts(), line.name())))
                .toList();
        fields.add(asking.anyOf("lines", choices));
        return fields;
    }

    @Override
    public Outcome<HallChange, Map<String, Mistake>> read(Map<String, String> said, HallPlan plan) {
        int wanted = number.orElseGet(() -> Sent.number(said, "number"));
        var exists = plan.windows().stream().anyMatch(window -> window.number() == wanted);
        return number.isEmpty() && exists
                ? Outcome.refused(Map.of("number", Mistake.TAKEN))
                : Outcome.done(new HallChange.WindowAs(
                        new HallPlan.PlannedWindow(wanted, Set.copyOf(Sent.words(said.getOrDefault("lines", ""))))));
    }

    @Override
    public Optional<HallChange> removal() {
        return number.map(HallChange.WindowGone::new);
    }
}
