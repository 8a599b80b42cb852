package org.tongqu.engines.packs;

import org.tongqu.kernel.text.Label;

/**
 * From when a clock of the service is watched.
 *
 * @param warnPercent the share of the limit after which its lamp is yellow
 * @param why         why then and not at the usual time, for those who are watched
 */
public record SupervisionRule(String clock, int warnPercent, Label why) {}
