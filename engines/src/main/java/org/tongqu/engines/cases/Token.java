package org.tongqu.engines.cases;

/**
 * A place where the case stands. It has the same id as the task, service or timer it waits for; one that waits at a
 * parallel join has an id of its own.
 *
 * @param arrivedBy the flow it came by
 * @param outcome of the task last completed on its way; empty before the first
 */
public record Token(String id, String nodeId, String arrivedBy, String outcome) {}
