package org.tongqu.platform.data.comparison.internal;

import org.tongqu.platform.data.comparison.PlannedJob;

/** Somebody said that a doubtful pair is one: the finding is to go to its source. */
public record Decided(PlannedJob planned) {}
