package org.tongqu.engines.cases.whatif;

import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.Task;

/**
 * One occasion on which a case stood somewhere, so that what happened there can be found again in another run of it.
 *
 * @param place the step, with the voice or the addition to it; a service; a message that is waited for; a group
 * @param time the how manieth time the case stood there, from 1
 */
record Stand(String place, int time) {

    private static final String MESSAGE = "message ";
    private static final String GROUP = "group ";

    static String task(CaseEvent.TaskOpened opened) {
        var kind = opened.tie().map(Task.Tie::kind);
        var voice = kind.filter(tied -> tied != Task.Tie.Kind.SUPPLEMENT).isPresent()
                ? " " + opened.organisation() + " " + opened.performer().text()
                : "";
        return "step " + opened.nodeId() + kind.map(tied -> " " + tied).orElse("") + voice;
    }

    /** Whether the place is the step itself, or a voice in it, and nothing asked in addition. */
    static boolean isStep(String place, String nodeId) {
        return place.equals("step " + nodeId) || place.startsWith("step " + nodeId + " " + Task.Tie.Kind.SEAT);
    }

    static String service(String nodeId) {
        return "service " + nodeId;
    }

    static String message(String message) {
        return MESSAGE + message;
    }

    static String group(String nodeId) {
        return GROUP + nodeId;
    }
}
