package org.tongqu.platform.data.demands;

/**
 * A demand was asked, assigned, answered or ended. Told once per deed, in its transaction.
 *
 * @param deed code of the {@link DemandAct}, or {@code ask}
 */
public record DemandMoved(Demand demand, String deed) {}
