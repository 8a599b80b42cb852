package org.tongqu.platform.data.checks.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.platform.data.checks.Application;
import org.tongqu.platform.data.checks.Application.Consent;
import org.tongqu.platform.data.checks.CheckRefusal.Fault;

/** Reads what was typed; all that is wrong with it is said at once. */
public record Reading(List<CitizenNumber> people, List<Fault> faults) {

    /** As many people may one application be about. */
    public static final int MOST = 50;

    private static final Pattern MATTER = Pattern.compile("[\\p{L}\\p{N}()（）〔〕\\[\\]-]{2,40}");

    public static Reading of(Application typed) {
        List<Fault> faults = new ArrayList<>();
        var people = people(typed.numbers(), faults);
        if (!MATTER.matcher(typed.matter().strip()).matches()) {
            faults.add(new Fault.MatterMissing());
        }
        if (typed.purpose().isEmpty()) {
            faults.add(new Fault.PurposeMissing());
        }
        if (typed.consent() != Consent.GIVEN) {
            faults.add(new Fault.ConsentMissing());
        }
        return new Reading(people, List.copyOf(faults));
    }

    private static List<CitizenNumber> people(String typed, List<Fault> faults) {
        Set<CitizenNumber> people = new LinkedHashSet<>();
        List<Integer> wrong = new ArrayList<>();
        var lines = typed.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).isBlank()) {
                continue;
            }
            if (CitizenNumber.parse(lines.get(at)) instanceof Outcome.Done<CitizenNumber, ?>(var number)) {
                people.add(number);
            } else {
                wrong.add(at + 1);
            }
        }
        if (!wrong.isEmpty()) {
            faults.add(new Fault.NoNumbers(wrong));
        } else if (people.isEmpty()) {
            faults.add(new Fault.NumbersMissing());
        } else if (people.size() > MOST) {
            faults.add(new Fault.TooMany(MOST));
        }
        return List.copyOf(people);
    }
}
