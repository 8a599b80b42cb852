package org.tongqu.platform.matter.casework;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.cases.process.Drawing;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.packs.Sight;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Limit;

/**
 * The whole story of a case: who did what, when and why; what is to do now; and where it stands in the picture.
 *
 * @param answers the application as it now stands, as much of it as the reader needs
 * @param pages of the form that were asked, as much of them as the reader needs
 * @param sight what a body sees that works on the case of another one; empty where everything is seen
 * @param lines the oldest first
 * @param clocks every clock that ever started
 * @param operations what the reader may do now besides deciding tasks
 * @param branches what other organisations do at the same time (并联审批), in the order they began
 * @param path what decides how long it takes
 */
public record CaseStory(
        CaseView view,
        Datum.Fields answers,
        List<FormPage> pages,
        Optional<Sight> sight,
        List<Line> lines,
        List<OpenTask> tasks,
        List<RunningClock> clocks,
        List<Operation> operations,
        List<Branch> branches,
        Path path,
        Picture picture) {

    public CaseStory {
        pages = List.copyOf(pages);
        lines = List.copyOf(lines);
        tasks = List.copyOf(tasks);
        clocks = List.copyOf(clocks);
        operations = List.copyOf(operations);
        branches = List.copyOf(branches);
    }

    /** Whether the reader may see what was handed in as this material. */
    public boolean shows(String materialId) {
        return sight.stream().allMatch(seen -> seen.papers().contains(materialId));
    }

    /**
     * A part that another organisation than the handling one does, with its own limits.
     *
     * @param stage of the matter to which it belongs, where there are several
     * @param step what it is: one step, or an item of several
     * @param holder who has it in hand, or did it
     * @param limit within which the whole of it is to be done
     * @param clock how much of the limit is used
     * @param isCritical whether it decides how long the case takes (关键路径)
     * @param span from its beginning; the limit is that of the step which is open
     */
    public record Branch(
            Optional<Label> stage,
            Label step,
            String organisation,
            Optional<Holder> holder,
            Optional<Limit> limit,
            Clock clock,
            boolean isCritical,
            Span span,
            Optional<Closed> closed) {

        /** @param name empty for the applicant, who reads of themselves */
        public record Holder(Whose whose, String name) {}

        public enum Whose {
            OFFICE,
            APPLICANT
        }

        /** @param warnAt from when it is shown in yellow */
        public record Span(Instant openedAt, Optional<Instant> warnAt, Optional<Instant> dueAt) {}

        /**
         * The time the offices of the part may take and took, in the unit of its limit; nothing of it is used while the
         * applicant is asked for something, whatever the parts beside it do.
         *
         * @param used of the limit; empty where there is none, or the calendar lacks a year
         * @param left negative when more was used than there was
         * @param dueAt when the whole is too late if the clock runs on; empty when nothing is left, or it is done
         * @param stretches whose turn it was, from the beginning on
         */
        public record Clock(
                State state,
                Optional<Integer> used,
                Optional<Integer> left,
                Optional<Instant> dueAt,
                List<Stretch> stretches) {
            public Clock {
                stretches = List.copyOf(stretches);
            }

            public boolean isLate() {
                return left.filter(days -> days < 0).isPresent();
            }
        }

        public enum State {
            RUNNING,
            /** While the applicant is asked for something. */
            STOPPED,
            DONE
        }

        /** @param until empty while it lasts */
        public record Stretch(Whose whose, Instant from, Optional<Instant> until) {}

        /** How it was decided. */
        public record Closed(Instant at, Label outcome, String reason) {}
    }

    /**
     * How long it takes in working days by the limits of the steps, as far as the answers say which are needed.
     *
     * @param serial if each organisation waited for the one before
     * @param awaited the open step that decides when it is over
     * @param ahead what decides it from now on, in order (关键路径)
     * @param stages in order; none where the matter has no stages
     * @param appointedOn the day named last on which all come to the place together
     */
    public record Path(
            int together,
            int serial,
            Optional<Awaited> awaited,
            List<Label> ahead,
            List<Stage> stages,
            Optional<LocalDate> appointedOn) {
        public Path {
            ahead = List.copyOf(ahead);
            stages = List.copyOf(stages);
        }

        public record Awaited(String organisation, Instant dueAt) {}

        public record Stage(Label name, int together, int serial, Standing standing) {}

        public enum Standing {
            AHEAD,
            GOING,
            DONE
        }
    }

    /** The same story with these lines where they belong by their time. */
    CaseStory with(List<Line> more) {
        var all = Stream.concat(lines.stream(), more.stream())
                .sorted(Comparator.comparing(Line::at))
                .toList();
        return new CaseStory(view, answers, pages, sight, all, tasks, clocks, operations, branches, path, picture);
    }

    /**
     * One thing that happened.
     *
     * @param key of the sentence in the texts of casework, e.g. {@code story.completed}
     * @param args in the sentence's order; a label is put in the reader's language
     * @param byName who did it; empty when nobody did, as with clocks and timers
     * @param why in the words of whoever did it
     * @param organisation whose step it was done to; empty where it was no step of an office
     */
    public record Line(
            Instant at,
            Kind kind,
            String key,
            List<Label> args,
            Optional<String> byName,
            Optional<String> why,
            Optional<String> organisation) {
        public Line {
            args = List.copyOf(args);
        }

        public Line(
                Instant at, Kind kind, String key, List<Label> args, Optional<String> byName, Optional<String> why) {
            this(at, kind, key, args, byName, why, Optional.empty());
        }

        /** The same, done at a step of that organisation. */
        public Line of(Optional<String> code) {
            return new Line(at, kind, key, args, byName, why, code);
        }
    }

    /** What a line is about, for a mark beside it. */
    public enum Kind {
        APPLICANT,
        OFFICE,
        CLOCK,
        SERVICE,
        /** At a window, or on the way of the papers from there. */
        HALL,
        END
    }

    /**
     * A task that is open now.
     *
     * @param seat who of the office may do it; empty where the applicant is to
     * @param outcomes in which ways it can be completed
     * @param acts what of it the reader may do
     */
    public record OpenTask(
            String taskId,
            String nodeId,
            Label step,
            Optional<Seat> seat,
            Optional<String> assigneeName,
            Instant openedAt,
            Optional<Instant> dueAt,
            List<OutcomeChoice> outcomes,
            Set<Act> acts) {
        public OpenTask {
            outcomes = List.copyOf(outcomes);
            acts = Set.copyOf(acts);
        }

        public boolean can(Act act) {
            return acts.contains(act);
        }
    }

    /** Those of an organisation who hold a role. */
    public record Seat(String organisation, String role) {}

    /** What somebody can do to a task. */
    public enum Act {
        CLAIM,
        RELEASE,
        TRANSFER,
        COMPLETE
    }

    /**
     * One way to complete a task.
     *
     * @param namesDay whether a day is named with it on which everybody comes to a place
     * @param fee in yuan that is laid down, where an amount is to be named with it
     */
    public record OutcomeChoice(
            String code, Label label, Reason reason, Next next, boolean namesDay, Optional<BigDecimal> fee) {}

    public enum Reason {
        REQUIRED,
        OPTIONAL
    }

    /** Where an outcome leads: whether the officer must say what the applicant is to put right. */
    public enum Next {
        TO_APPLICANT,
        ON
    }

    /**
     * The process as drawn.
     *
     * @param current ids of the elements where the case is
     * @param passed ids of the elements and flows it went through
     */
    public record Picture(Drawing drawing, Set<String> current, Set<String> passed) {
        public Picture {
            current = Set.copyOf(current);
            passed = Set.copyOf(passed);
        }
    }
}
