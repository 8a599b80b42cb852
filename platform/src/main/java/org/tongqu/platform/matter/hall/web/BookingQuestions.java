package org.tongqu.platform.matter.hall.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Radios;
import org.tongqu.design.form.Select;
import org.tongqu.platform.matter.hall.Appointments;
import org.tongqu.platform.matter.hall.FreeDay;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.matter.hall.Slot;
import org.tongqu.platform.operate.web.Said;

/** The four questions on the way to an appointment. */
@Component
class BookingQuestions {

    private final Halls halls;
    private final Appointments appointments;
    private final LineServices services;

    BookingQuestions(Halls halls, Appointments appointments, LineServices services) {
        this.halls = halls;
        this.appointments = appointments;
        this.services = services;
    }

    /**
     * One question.
     *
     * @param open whether there is anything to choose from
     */
    record One(String name, String heading, String lead, Field field, boolean open) {}

    /** The first that is not answered, or not by anything there is; none when all are. */
    Optional<One> next(Texts texts, Asked asked, String wrong) {
        var plan = halls.find(asked.hall());
        if (plan.isEmpty()) {
            return Optional.of(hall(texts, wrong));
        }
        if (plan.get().findLine(asked.line()).isEmpty()) {
            return Optional.of(line(texts, plan.get(), wrong));
        }
        if (asked.date().isEmpty()) {
            return Optional.of(day(texts, plan.get(), asked, wrong));
        }
        return asked.time().isEmpty() ? Optional.of(time(texts, plan.get(), asked, wrong)) : Optional.empty();
    }

    /** With what the service says one comes for, once the hall is known. */
    Asked completed(Asked asked) {
        if (!asked.line().isEmpty() || asked.service().isEmpty()) {
            return asked;
        }
        return halls.find(asked.hall())
                .map(plan -> asked.with("line", services.lineOf(plan, asked.service())))
                .orElse(asked);
    }

    private One hall(Texts texts, String wrong) {
        var all = halls.all().stream()
                .filter(plan -> !plan.slots().isEmpty() && !plan.hall().isClosedOn(halls.today()))
                .toList();
        var choices = all.stream()
                .map(plan ->
                        Choice.of(plan.hall().code(), Said.in(texts, plan.hall().name())))
                .toList();
        var field = new Select(question(texts, "hall", wrong), choices, "", texts.say("hall.ask.blank"));
        return new One("hall", texts.say("hall.ask.hall"), texts.say("hall.ask.hall.lead"), field, !all.isEmpty());
    }

    private One line(Texts texts, HallPlan plan, String wrong) {
        var choices = plan.lines().stream()
                .filter(line ->
                        plan.slots().stream().anyMatch(slot -> slot.line().equals(line.code())))
                .map(line -> new Choice(line.code(), Said.in(texts, line.name()), services.of(texts, plan, line)))
                .toList();
        var field = new Radios(question(texts, "line", wrong), choices, "");
        return new One(
                "line", texts.say("hall.ask.line"), Said.in(texts, plan.hall().name()), field, !choices.isEmpty());
    }

    One day(Texts texts, HallPlan plan, Asked asked, String wrong) {
        var free = appointments.days(plan, asked.line()).stream()
                .filter(day -> day.free() > 0)
                .map(day -> day(texts, day))
                .toList();
        var field = new Radios(question(texts, "day", wrong), free, "");
        return new One("day", texts.say("hall.ask.day"), where(texts, plan, asked), field, !free.isEmpty());
    }

    private static Choice day(Texts texts, FreeDay day) {
        return new Choice(day.day().toString(), Words.day(texts, day.day()), texts.say("hall.free", day.free()));
    }

    One time(Texts texts, HallPlan plan, Asked asked, String wrong) {
        var slots = asked.date().stream()
                .flatMap(day -> appointments.slots(plan, asked.line(), day).stream())
                .filter(slot -> slot.free() > 0)
                .map(slot -> time(texts, slot))
                .toList();
        var field = new Radios(question(texts, "starts", wrong), slots, "");
        var lead = where(texts, plan, asked)
                + asked.date().map(day -> " · " + Words.day(texts, day)).orElse("");
        return new One("starts", texts.say("hall.ask.starts"), lead, field, !slots.isEmpty());
    }

    private static Choice time(Texts texts, Slot slot) {
        return new Choice(
                slot.key().starts().toString(),
                Words.from(slot.key().starts(), slot.ends()),
                texts.say("hall.free", slot.free()));
    }

    private static String where(Texts texts, HallPlan plan, Asked asked) {
        return Said.in(texts, plan.hall().name()) + " · "
                + Said.in(texts, plan.line(asked.line()).name());
    }

    private static Question question(Texts texts, String name, String wrong) {
        return Question.of(texts, name, texts.say("hall.ask." + name)).wrong(wrong);
    }
}
