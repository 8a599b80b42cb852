package org.tongqu.platform.data.comparison.internal;

import org.tongqu.platform.data.comparison.PlannedJob;

/** Somebody asked for everything to be compared anew. */
public record Renewed(PlannedJob planned, String by) {}
