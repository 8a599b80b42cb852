package org.tongqu.platform.matter.hall.web.declaring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.DateField;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Radios;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.HallChange;
import org.tongqu.platform.matter.hall.HallChange.Closing.Booked;
import org.tongqu.platform.matter.hall.HallPlan;

/**
 * From when on the hall is closed.
 *
 * @param closed whether a day is declared already, which can be taken back
 */
record ClosingPart(Closed closed) implements Part {

    private static final String FROM = "closed-from";
    private static final String FIRST = "first";
    private static final String TOLD = "told";

    enum Closed {
        NOT,
        DECLARED
    }

    static ClosingPart of(HallPlan plan) {
        return new ClosingPart(plan.hall().closedFrom().isPresent() ? Closed.DECLARED : Closed.NOT);
    }

    @Override
    public String heading(Texts texts) {
        return texts.say("hall.declare.closing");
    }

    @Override
    public String lead(Texts texts) {
        return texts.say("hall.declare.closing.lead");
    }

    @Override
    public Map<String, String> standing(HallPlan plan) {
        return Map.of(FROM, plan.hall().closedFrom().map(LocalDate::toString).orElse(""), "booked", FIRST);
    }

    @Override
    public List<Field> fields(Asking asking, HallPlan plan) {
        var texts = asking.texts();
        return List.of(
                DateField.of(asking.question(FROM), asking.at(FROM)),
                new Radios(
                        asking.question("booked"),
                        List.of(
                                Choice.of(FIRST, texts.say("hall.declare.ask.booked.first")),
                                Choice.of(TOLD, texts.say("hall.declare.ask.booked.told"))),
                        asking.at("booked")));
    }

    @Override
    public Outcome<HallChange, Map<String, Mistake>> read(Map<String, String> said, HallPlan plan) {
        var typed = said.getOrDefault(FROM, "");
        if (typed.isEmpty()) {
            return Outcome.refused(Map.of(FROM, Mistake.MISSING));
        }
        return day(typed)
                .<Outcome<HallChange, Map<String, Mistake>>>map(from -> Outcome.done(new HallChange.Closing(
                        from, said.getOrDefault("booked", "").equals(TOLD) ? Booked.TOLD : Booked.IN_THE_WAY)))
                .orElseGet(() -> Outcome.refused(Map.of(FROM, Mistake.DAY)));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<HallChange> removal() {
        return closed == Closed.DECLARED ? Optional.of(new HallChange.Opening()) : Optional.empty();
    }

    @Override
    public String removing(Texts texts) {
        return texts.say("hall.declare.open-again");
    }
}
