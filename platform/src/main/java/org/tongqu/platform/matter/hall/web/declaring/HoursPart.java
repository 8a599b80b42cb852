package org.tongqu.platform.matter.hall.web.declaring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Field;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.HallChange;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;

/** When the hall is open on such days: up to three times, e.g. before and after noon. */
record HoursPart(DayKind kind) implements Part {

    private static final int TIMES = 3;
    private static final int CHARACTERS = 5;

    @Override
    public String heading(Texts texts) {
        return texts.say("hall.declare.hours." + kind.code());
    }

    @Override
    public String lead(Texts texts) {
        return texts.say("hall.declare.hours.lead");
    }

    @Override
    public Map<String, String> standing(HallPlan plan) {
        var said = new LinkedHashMap<String, String>();
        var hours = plan.hoursOn(kind);
        for (int i = 0; i < hours.size(); i++) {
            said.put("opens." + (i + 1), hours.get(i).opens().toString());
            said.put("closes." + (i + 1), hours.get(i).closes().toString());
        }
        return said;
    }

    @Override
    public List<Field> fields(Asking asking, HallPlan plan) {
        return IntStream.rangeClosed(1, Math.max(TIMES, plan.hoursOn(kind).size()))
                .boxed()
                .<Field>mapMulti((i, fields) -> {
                    fields.accept(time(asking, "opens", i));
                    fields.accept(time(asking, "closes", i));
                })
                .toList();
    }

    private static Field time(Asking asking, String which, int number) {
        var label = asking.texts().say("hall.declare.ask." + which, number);
        var question = asking.question(which + "." + number, label);
        return asking.brief(question.optional(), CHARACTERS);
    }

    @Override
    public Outcome<HallChange, Map<String, Mistake>> read(Map<String, String> said, HallPlan plan) {
        var mistakes = new LinkedHashMap<String, Mistake>();
        var hours = new ArrayList<HallPlan.Hours>();
        var gap = Optional.<Integer>empty();
        for (int i = 1; i <= Math.max(TIMES, plan.hoursOn(kind).size()); i++) {
            int at = i;
            var opens = said.getOrDefault("opens." + i, "");
            var closes = said.getOrDefault("closes." + i, "");
            if (opens.isEmpty() && closes.isEmpty()) {
                gap = gap.or(() -> Optional.of(at));
                continue;
            }
            gap.ifPresent(before -> mistakes.put("opens." + before, Mistake.MISSING));
            var from = Sent.time(opens);
            var until = Sent.time(closes);
            if (from.isEmpty()) {
                mistakes.put("opens." + i, Mistake.TIME);
            }
            if (until.isEmpty()) {
                mistakes.put("closes." + i, Mistake.TIME);
            }
            if (from.isPresent() && until.isPresent()) {
                hours.add(new HallPlan.Hours(kind, from.get(), until.get()));
            }
        }
        return mistakes.isEmpty() ? Outcome.done(new HallChange.HoursAs(kind, hours)) : Outcome.refused(mistakes);
    }
}
