package org.tongqu.platform.matter.past.internal;

import java.time.Instant;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.trust.directory.Organisation;

/**
 * One matter before it is played.
 *
 * @param index from 0, in the order of applying
 * @param result how it is to end, if it gets so far
 * @param decisionNumber its running number among the decisions of the office in that year; 0 where none is made
 * @param turn its running number among the matters of its service, from 1
 * @param seed of everything random in it
 */
record Planned(
        int index,
        Instant appliedAt,
        Pack pack,
        Organisation office,
        String result,
        int decisionNumber,
        int turn,
        long seed) {}
