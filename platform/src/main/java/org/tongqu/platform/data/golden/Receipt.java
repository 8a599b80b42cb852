package org.tongqu.platform.data.golden;

/**
 * What came of a delivery.
 *
 * @param taken records that said something new
 * @param unchanged records that said again what was known
 * @param aside records that were not taken in, each with its reasons
 */
public record Receipt(long delivery, long taken, long unchanged, long aside) {}
