package org.tongqu.platform.matter.decisions.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.RegisterWrite;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.registers.RegisterEntry;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.data.registers.Source;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.casework.ServiceAction;
import org.tongqu.platform.trust.journal.Entry;

/** Writes what was decided into the base register that the process names, with where it is known from. */
@Component
class RegisterAction implements ServiceAction {

    private final Registers registers;

    RegisterAction(Registers registers) {
        this.registers = registers;
    }

    @Override
    public String name() {
        return "registers.write";
    }

    @Override
    public Outcome<Datum.Fields, String> perform(CaseInHand inHand, String with) {
        var write = inHand.pack().findRegisterWrite(with);
        if (write.isEmpty()) {
            return Outcome.refused(
                    "No register write " + with + " in pack " + inHand.pack().id());
        }
        var source = new Source(
                write.get().provenance().zh(),
                Optional.of(inHand.head().caseId()),
                new Entry.Doer(inHand.actor().id(), inHand.actor().name()),
                inHand.moment().now().atZone(WorkingCalendar.ZONE).toLocalDate());
        return registers
                .write(entry(write.get(), inHand.facts()), source)
                .mapRefusal(why -> "The register does not take it: " + why)
                .map(record -> new Datum.Fields(Map.of()));
    }

    private static RegisterEntry entry(RegisterWrite write, Datum facts) {
        var fields = new LinkedHashMap<String, Datum>();
        for (var entry : write.entries()) {
            var fact = facts.at(entry.from());
            if (!fact.isNothing()) {
                fields.put(entry.field(), fact);
            }
        }
        return new RegisterEntry(
                write.register(), facts.text(write.identifier()).orElse(""), new Datum.Fields(fields));
    }
}
