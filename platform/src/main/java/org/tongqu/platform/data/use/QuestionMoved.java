package org.tongqu.platform.data.use;

import java.time.Instant;

/** Somebody asked why, or was answered. Told in the transaction of the deed. @param deed {@code ask} or {@code answer} */
public record QuestionMoved(Question question, String deed, Instant at) {}
