package org.tongqu.platform.data.catalog;

/**
 * How often a published resource came within its cycle.
 *
 * @param came deliveries so far
 * @param late those of them that came too late
 */
public record Punctuality(ResourceCode resource, String name, long came, long late) {}
