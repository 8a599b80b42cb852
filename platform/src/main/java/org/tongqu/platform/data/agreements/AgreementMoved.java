package org.tongqu.platform.data.agreements;

/**
 * An agreement was asked for, answered, changed or ended. Told once per deed, in its transaction; whoever runs a flow
 * under it stops when it is no longer {@link Agreement.Kept#ACTIVE}.
 *
 * @param deed code of the {@link AgreementAct}, or {@code request}
 */
public record AgreementMoved(Agreement agreement, String deed) {}
