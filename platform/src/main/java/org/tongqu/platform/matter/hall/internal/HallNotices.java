package org.tongqu.platform.matter.hall.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.Texts;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.hall.Appointment;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.matter.notices.Telling;

/** Tells whoever booked what became of it, in the transaction in which it did. */
@Component
public class HallNotices {

    private final NoticeBox notices;
    private final TextsBundle texts;

    HallNotices(NoticeBox notices, TextsBundle texts) {
        this.notices = notices;
        this.texts = texts;
    }

    /** What happened to an appointment. */
    public enum Event {
        BOOKED,
        MOVED,
        CANCELLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public void tell(HallPlan plan, Appointment appointment, Event event, Instant now) {
        var key = "hall.notice." + event.code();
        notices.tell(new Telling(
                UUID.fromString(appointment.id()),
                appointment.version(),
                "hall." + event.code(),
                List.of(appointment.holder().account()),
                new Telling.Words(
                        said(key + ".title", plan, appointment),
                        said(key + ".text", plan, appointment),
                        "/my/appointments/" + appointment.id()),
                now));
    }

    /** The hall closes and the appointment with it. */
    public void closed(HallPlan plan, Appointment appointment, List<HallPlan> others, Instant now) {
        var key = "hall.notice.closed";
        notices.tell(new Telling(
                UUID.fromString(appointment.id()),
                appointment.version(),
                "hall.closed",
                List.of(appointment.holder().account()),
                new Telling.Words(
                        said(key + ".title", plan, appointment),
                        new Label(
                                closed(Language.ZH, plan, appointment, others),
                                closed(Language.EN, plan, appointment, others)),
                        "/my/appointments/" + appointment.id()),
                now));
    }

    private String closed(Language language, HallPlan plan, Appointment appointment, List<HallPlan> others) {
        var spoken = texts.in(language);
        var names = others.stream()
                .map(other -> language == Language.EN
                        ? other.hall().name().en()
                        : other.hall().name().zh())
                .collect(Collectors.joining(spoken.say("hall.and")));
        return said(language, "hall.notice.closed.text", plan, appointment)
                + (names.isEmpty() ? "" : spoken.say("hall.notice.closed.others", names));
    }

    private Label said(String key, HallPlan plan, Appointment appointment) {
        return new Label(said(Language.ZH, key, plan, appointment), said(Language.EN, key, plan, appointment));
    }

    private String said(Language language, String key, HallPlan plan, Appointment appointment) {
        Texts spoken = texts.in(language);
        var english = language == Language.EN;
        var hall = plan.hall().name();
        var line = plan.line(appointment.slot().line()).name();
        return spoken.say(
                key,
                english ? hall.en() : hall.zh(),
                english ? line.en() : line.zh(),
                spoken.day(appointment.slot().day()),
                appointment.slot().starts() + "–" + appointment.ends(),
                appointment.code());
    }
}
