package org.tongqu.platform.data.agreements;

import java.time.Instant;

/**
 * One step of the story.
 *
 * @param deed code of the {@link AgreementAct}, {@code request} or {@code grant-at-once}
 * @param organisation code of the organisation for which it was done
 */
public record Deed(String deed, Instant at, String who, String whoName, String organisation, String why) {}
