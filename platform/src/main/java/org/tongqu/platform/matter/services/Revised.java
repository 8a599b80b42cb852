package org.tongqu.platform.matter.services;

/**
 * A revision of a process that is in use from the end of the transaction.
 *
 * @param number      counted in its pack
 * @param version     of the whole pack from now on
 * @param contentHash by which cases keep it
 */
public record Revised(int number, String version, String contentHash) {}
