package org.tongqu.platform.data.exchange;

/** A run ended, in whatever way. Told in the transaction that keeps it. */
public record Exchanged(PlannedFlow flow, Run run) {}
