package org.tongqu.engines.cases;

import org.tongqu.kernel.data.Datum;

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

    /** The platform did what a service task asked for; its facts replace the facts of the same name. */
    record ServiceDone(String taskId, Datum.Fields facts) implements CaseCommand {}

    /**
     * The platform could not do it. Always refused, with {@link CaseRefusal.ServiceRefused}: the whole transaction is
     * undone, the person who set it off is told why, and the case stands as before.
     */
    record ServiceFailed(String taskId, String why) implements CaseCommand {}
}
