package org.tongqu.platform.matter.hall;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.StartRefusal;
import org.tongqu.platform.trust.identity.AssistRefusal;
import org.tongqu.platform.trust.identity.Assistances;
import org.tongqu.platform.trust.identity.SignedIn;

/**
 * Taking an application down for the person who stands at the window: any service, of any district. It is the person's
 * own, filled in with the same forms, and found by them under their matters.
 */
@Service
public class WindowHelp {

    private final Halls halls;
    private final Counter counter;
    private final Assistances assistances;
    private final Intake intake;

    WindowHelp(Halls halls, Counter counter, Assistances assistances, Intake intake) {
        this.halls = halls;
        this.counter = counter;
        this.assistances = assistances;
        this.intake = intake;
    }

    /** Why no application was begun. */
    public sealed interface Refusal {

        /** Nobody is being served at a window of this clerk's. */
        record NobodyServed() implements Refusal {}

        record BadNumber() implements Refusal {}

        record ByIdentity(AssistRefusal why) implements Refusal {}

        record ByIntake(StartRefusal why) implements Refusal {}
    }

    /** Whom the clerk has begun to help. */
    public Optional<SignedIn.Citizen> helped(SignedIn.Officer officer) {
        return assistances.find(officer);
    }

    public Outcome<Draft, Refusal> begin(SignedIn.Officer officer, String number, String name, String packId) {
        var window = counter.windowOf(officer)
                .filter(seat -> officer.has(Halls.CLERK))
                .filter(seat -> counter.at(seat)
                        .filter(ticket -> ticket.state() == Ticket.State.SERVING)
                        .isPresent());
        if (window.isEmpty()) {
            return Outcome.refused(new Refusal.NobodyServed());
        }
        if (CitizenNumber.parse(number) instanceof Outcome.Refused
                && MobileNumber.parse(number) instanceof Outcome.Refused) {
            return Outcome.refused(new Refusal.BadNumber());
        }
        var hall = halls.hall(window.get().hall()).hall();
        var place = new Assistances.Window(hall.code(), hall.name(), "/desk/hall");
        return assistances
                .begin(officer, number, name, place)
                .<Refusal>mapRefusal(Refusal.ByIdentity::new)
                .then(person -> intake.start(person, packId).mapRefusal(Refusal.ByIntake::new));
    }
}
