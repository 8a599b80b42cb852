package org.tongqu.engines.cases;

import java.util.List;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;

/** Everything that can be asked of a case. */
public sealed interface CaseCommand {

    /**
     * @param applicant the id of the person or firm the case is for
     * @param organisation the code of the organisation that handles it; all its officers' tasks wait there
     */
    record Open(String caseId, Clocks clocks, Datum.Fields facts, String applicant, String organisation)
            implements CaseCommand {}

    /** Taking a task so that colleagues leave it alone. Asking twice changes nothing. */
    record Claim(String taskId) implements CaseCommand {}

    /** Putting a claimed task back for colleagues. */
    record Release(String taskId) implements CaseCommand {}

    /** Giving a task to a colleague (转办); what they may do with it is checked when they do it. */
    record Transfer(String taskId, Assignee to, String why) implements CaseCommand {}

    /**
     * Deciding a task. A task nobody has claimed is claimed by the same act.
     *
     * @param reason may be empty unless the outcome requires one
     * @param facts replace the facts of the same name
     */
    record Complete(String taskId, String outcome, String reason, Datum.Fields facts) implements CaseCommand {}

    /** The applicant no longer wants it (撤回申请). */
    record Withdraw(String why) implements CaseCommand {}

    /** Asked by the platform when a timer's due time has come. */
    record FireTimer(String timerId) implements CaseCommand {}

    /** Another system told what the case waits for; one waiting place takes it. */
    record Receive(String message, Datum.Fields facts) implements CaseCommand {}

    /** The platform gives a sign; every place that waits or listens for it hears it. */
    record Signal(String signal, Datum.Fields facts) implements CaseCommand {}

    /** The platform did what a service task asked for; its facts replace the facts of the same name. */
    record ServiceDone(String taskId, Datum.Fields facts) implements CaseCommand {}

    /**
     * The platform could not do it, and has changed nothing. Where the step has an edge for it the case goes on from
     * there; elsewhere it is refused with {@link CaseRefusal.ServiceRefused}: the whole transaction is undone, the
     * person who set it off is told why, and the case stands as before.
     */
    record ServiceFailed(String taskId, String why) implements CaseCommand {}

    /** Sending a task back (退回). */
    record Return(String taskId, BackTo to, Extent extent, String why) implements CaseCommand {}

    /** Where something is sent back to. */
    sealed interface BackTo {
        /** The step of an office passed last on this way. */
        record Previous() implements BackTo {}

        /** The applicant, who completes what is missing while this step waits: a supplement, under its rules. */
        record Applicant() implements BackTo {}

        /** Any step passed on this way; one of the applicant's means {@link Applicant}. */
        record Step(String nodeId) implements BackTo {}
    }

    /** Whether a way back may take the other branches along. */
    enum Extent {
        THIS_WAY,
        /** The other branches of the block are taken back too, whatever they decided. */
        WHOLE_BLOCK
    }

    /** Taking back what one decided oneself, while nobody has gone on with it (撤回). */
    record Recall(String taskId, String why) implements CaseCommand {}

    /** Having a step done again that was passed (重新办理); asked by the platform for somebody whose right it checked. */
    record Redo(String nodeId, Extent extent, String why) implements CaseCommand {}

    /** Having a task prepared by somebody else while deciding it oneself (委派). */
    record Delegate(String taskId, Assignee to, String why) implements CaseCommand {}

    /** The delegate hands it back with an opinion, or whoever delegated takes it back. */
    record GiveBack(String taskId, String opinion) implements CaseCommand {}

    /** Asking others to sign before or after the decision (加签). */
    record AddSigners(String taskId, CaseEvent.When when, List<Assignee> who, String why) implements CaseCommand {
        public AddSigners {
            who = List.copyOf(who);
        }
    }

    /** No longer asking somebody to sign (减签). */
    record RemoveSigner(String taskId, String who, String why) implements CaseCommand {}

    /** Giving others a voice in a step that several decide (加签 in 会签). */
    record AddVoices(String taskId, List<Assignee> who, String why) implements CaseCommand {
        public AddVoices {
            who = List.copyOf(who);
        }
    }

    /** Taking away the voice of somebody asked by name who has not spoken (减签). */
    record RemoveVoice(String taskId, String who, String why) implements CaseCommand {}

    /** Letting others read the case (抄送). */
    record Copy(List<Assignee> to, String why) implements CaseCommand {
        public Copy {
            to = List.copyOf(to);
        }
    }

    /** Urging whoever has a task (催办). */
    record Urge(String taskId, String why) implements CaseCommand {}

    /** @param basis where it is laid down that the clocks stand still */
    record Suspend(String why, String basis) implements CaseCommand {}

    record Resume(String why) implements CaseCommand {}

    /** An officer ends the case (终止). */
    record Terminate(String why) implements CaseCommand {}

    /**
     * Telling the applicant what is missing, all at once (补正).
     *
     * @param newly why it could not be known at the first notice; empty for the first
     */
    record AskSupplement(String taskId, List<String> fields, List<String> materials, String why, String newly)
            implements CaseCommand {
        public AskSupplement {
            fields = List.copyOf(fields);
            materials = List.copyOf(materials);
        }
    }

    /** Beginning a special procedure the step declares (特别程序). */
    record BeginSpecial(String taskId, String code, String why) implements CaseCommand {}

    record EndSpecial(String specialId, String why) implements CaseCommand {}

    /** Going on although something is missing that the applicant promised to bring (容缺受理). */
    record AcceptPromise(String taskId, List<String> materials) implements CaseCommand {
        public AcceptPromise {
            materials = List.copyOf(materials);
        }
    }

    record KeepPromise(String promiseId, Datum.Fields facts) implements CaseCommand {}

    /** Giving a clock more time (延长审批). */
    record Prolong(String clock, Limit more, String why) implements CaseCommand {}

    /** Counting all open clocks anew by the calendar of now; empty when nothing changes. */
    record Recount() implements CaseCommand {}
}
