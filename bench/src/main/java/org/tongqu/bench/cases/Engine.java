package org.tongqu.bench.cases;

import java.util.List;

/** What handles cases: ours or the peer. */
interface Engine extends AutoCloseable {

    String name();

    /** Opens so many cases of a process; not measured. */
    List<String> open(Service service, int cases);

    /** The tasks of a case that somebody may do now. */
    List<String> tasks(String caseId);

    /** Takes a task on and does it: two steps. */
    void step(String caseId, String taskId);

    /** Whether a case is over. */
    boolean isEnded(String caseId);

    @Override
    void close();
}
