package org.tongqu.platform.matter.decisions;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongqu.engines.packs.Publication;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.decisions.internal.DecisionCopy;

/** Fills empty tables with decisions and public lists that another system hands over once. */
@Service
public class DecisionLoad {

    private final DecisionCopy copy;

    DecisionLoad(DecisionCopy copy) {
        this.copy = copy;
    }

    /** A decision, the task it was made in, and what of it the public may read. */
    public record Made(Decision decision, String taskId, List<Line> lines) {
        public Made {
            lines = List.copyOf(lines);
        }
    }

    /** A line of a public list. */
    public record Line(Published published, String caseId, String result) {}

    /** How many numbers a series has used. */
    public record Used(String organisation, int year, int last) {}

    /** The document number with this running number. */
    public static String number(Label organisation, int year, int running) {
        return DecisionCopy.number(organisation, year, running);
    }

    /** What the case keeps of the decision with this number. */
    public static Datum.Fields facts(String number) {
        return DecisionCopy.facts(number);
    }

    /** The decision that was made last in the case. */
    public Decision decision(CaseInHand inHand, String number) {
        return copy.decision(inHand, number);
    }

    /** The line of the list for the case. */
    public Line line(CaseInHand inHand, Publication list, String number, UUID id) {
        return copy.line(inHand, list, number, id);
    }

    public void load(List<Made> decisions) {
        copy.load(decisions);
    }

    public void numbersUsed(List<Used> series) {
        copy.numbersUsed(series);
    }
}
