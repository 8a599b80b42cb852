package org.tongqu.exchange.wire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/** Between UTC and the clock on the wall; quick where the zone has not changed its clock since. */
final class ZoneClock {

    private final ZoneRules rules;
    private final long steadySince;
    private final long steadyOffset;

    ZoneClock(ZoneId zone) {
        this.rules = zone.getRules();
        var changes = rules.getTransitions();
        var isSteady = rules.getTransitionRules().isEmpty();
        var last = changes.isEmpty() ? Instant.EPOCH : changes.getLast().getInstant();
        this.steadySince = isSteady ? (last.getEpochSecond() + 86_400) * Calendar.MICROS_PER_SECOND : Long.MAX_VALUE;
        this.steadyOffset = rules.getOffset(last.plusSeconds(1)).getTotalSeconds() * Calendar.MICROS_PER_SECOND;
    }

    long onTheWall(long utc) {
        return utc >= steadySince
                ? utc + steadyOffset
                : utc + rules.getOffset(instant(utc)).getTotalSeconds() * Calendar.MICROS_PER_SECOND;
    }

    long inUtc(long wall) {
        if (wall >= steadySince) {
            return wall - steadyOffset;
        }
        var local = LocalDateTime.ofInstant(instant(wall), ZoneOffset.UTC);
        return wall - rules.getOffset(local).getTotalSeconds() * Calendar.MICROS_PER_SECOND;
    }

    private static Instant instant(long micros) {
        var seconds = Math.floorDiv(micros, Calendar.MICROS_PER_SECOND);
        return Instant.ofEpochSecond(seconds, (micros - seconds * Calendar.MICROS_PER_SECOND) * 1000);
    }
}
