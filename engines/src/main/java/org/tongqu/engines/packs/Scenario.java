package org.tongqu.engines.packs;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;

/**
 * One story of a service from beginning to end, told so that a lawyer can read it and a machine can run it.
 *
 * @param file where it stands
 */
public record Scenario(String id, Label title, Given given, List<Step> steps, Then then, String file, int line) {

    public Scenario {
        steps = List.copyOf(steps);
    }

    /**
     * @param at        local time in Shanghai when the story begins
     * @param materials ids of the materials attached
     */
    public record Given(LocalDateTime at, Datum.Fields answers, Set<String> materials, List<Officer> officers) {
        public Given {
            materials = Set.copyOf(materials);
            officers = List.copyOf(officers);
        }
    }

    /** Somebody of the handling organisation. */
    public record Officer(String id, String name, Set<String> roles) {
        public Officer {
            roles = Set.copyOf(roles);
        }
    }

    /** One thing that happens. */
    public sealed interface Step {

        int line();

        /** The applicant hands it in; refused when the form finds something wrong. */
        record Submit(int line) implements Step {}

        /** An officer takes a task. */
        record Claim(String officer, String task, int line) implements Step {}

        /**
         * A task is done.
         *
         * @param by an officer's id, or {@code applicant}
         * @param day that is named with it, or in how many days that is; empty where none is
         * @param fee in yuan that is asked for with it; empty where none is
         */
        record Complete(String by, String task, String outcome, String reason, String day, String fee, int line)
                implements Step {}

        /** The applicant changes answers, normally while being asked to correct. */
        record Change(Map<String, Datum> answers, int line) implements Step {
            public Change {
                answers = Map.copyOf(answers);
            }
        }

        /** The applicant takes the application back. */
        record Withdraw(String reason, int line) implements Step {}

        /** Time passes; whatever falls due in between happens when it falls due. */
        record Wait(int workingDays, int hours, int line) implements Step {}

        /** The step before this one is expected to be turned down with this refusal. */
        record Refused(String refusal, int line) implements Step {}
    }

    /**
     * What must be true in the end. What is not said is not checked.
     *
     * @param status    {@code running} or {@code ended}
     * @param lamps     clock name to lamp: green, yellow, red, stopped, or once it ended met, missed
     * @param waiting   ids of the tasks that are open
     * @param documents ids of the documents handed out
     * @param registers ids of the register writes made
     * @param published ids of the lists it stands on
     * @param told      ids of the notices given
     * @param found     names of the pack's supervision rules that found something in what was done
     * @param problems  codes the form answers the submission with, as {@code path code}
     * @param facts     paths of the case's facts and what they hold
     */
    public record Then(
            Optional<String> status,
            Optional<String> result,
            Map<String, String> lamps,
            Optional<Set<String>> waiting,
            Optional<Set<String>> documents,
            Optional<Set<String>> registers,
            Optional<Set<String>> published,
            Optional<Set<String>> told,
            Optional<Set<String>> found,
            List<String> problems,
            Map<String, Datum> facts,
            Map<String, Integer> lines) {
        public Then {
            lamps = Map.copyOf(lamps);
            problems = List.copyOf(problems);
            facts = Map.copyOf(facts);
            lines = Map.copyOf(lines);
        }
    }
}
