package org.tongqu.platform.matter.evaluation.internal;

/** Periods that had ended were frozen, and that stands. */
record PeriodsFrozen(int periods) {}
