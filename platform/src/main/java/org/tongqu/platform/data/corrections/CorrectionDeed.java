package org.tongqu.platform.data.corrections;

import java.time.Instant;

/**
 * One line of a correction's story.
 *
 * @param deed {@code report}, {@code correct}, {@code refuse} or {@code arrive}
 * @param why in the words of whoever did it
 */
public record CorrectionDeed(String deed, Instant at, String who, String name, String why) {}
