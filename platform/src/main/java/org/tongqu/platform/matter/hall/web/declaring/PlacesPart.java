package org.tongqu.platform.matter.hall.web.declaring;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Field;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.HallChange;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;
import org.tongqu.platform.matter.hall.HallPlan.PlannedSlot;

/**
 * How many can book for a line, slot by slot.
 *
 * @param minutes how long each slot is
 */
record PlacesPart(HallPlan.Line line, DayKind kind, int minutes) implements Part {

    private static final String FIELD = "places.";
    private static final int USUAL = 60;

    /** How long the slots are now; an hour where there are none. */
    static int minutes(HallPlan plan, String line, DayKind kind) {
        return plan.slots().stream()
                .filter(slot -> slot.line().equals(line) && slot.kind() == kind)
                .mapToInt(
                        slot -> slot.ends().toSecondOfDay() / 60 - slot.starts().toSecondOfDay() / 60)
                .findFirst()
                .orElse(USUAL);
    }

    @Override
    public String heading(Texts texts) {
        return texts.say("hall.declare.places", line.code(), texts.say("hall.hours." + kind.code()));
    }

    @Override
    public String lead(Texts texts) {
        return texts.say("hall.declare.places.lead");
    }

    @Override
    public Map<String, String> standing(HallPlan plan) {
        var said = new LinkedHashMap<String, String>();
        plan.slots().stream()
                .filter(slot -> slot.line().equals(line.code()) && slot.kind() == kind)
                .forEach(slot -> said.put(FIELD + slot.starts(), String.valueOf(slot.places())));
        return said;
    }

    private Stream<LocalTime> starts(HallPlan plan) {
        return plan.hoursOn(kind).stream()
                .flatMap(open -> Stream.iterate(
                                open.opens().toSecondOfDay() / 60,
                                start -> start + minutes <= open.closes().toSecondOfDay() / 60,
                                start -> start + minutes)
                        .map(start -> LocalTime.ofSecondOfDay(start * 60L)));
    }

    @Override
    public List<Field> fields(Asking asking, HallPlan plan) {
        return starts(plan)
                .map(start -> asking.number(
                        asking.question(FIELD + start, start + "–" + start.plusMinutes(minutes))
                                .optional(),
                        asking.texts().say("hall.people")))
                .toList();
    }

    @Override
    public Outcome<HallChange, Map<String, Mistake>> read(Map<String, String> said, HallPlan plan) {
        return Outcome.done(new HallChange.SlotsAs(
                line.code(),
                kind,
                starts(plan)
                        .filter(start -> !said.getOrDefault(FIELD + start, "").isEmpty())
                        .map(start -> new PlannedSlot(
                                line.code(), kind, start, start.plusMinutes(minutes), Sent.number(said, FIELD + start)))
                        .toList()));
    }
}
