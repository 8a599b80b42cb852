package org.tongqu.platform.data.exchange;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a department's disk flows may take that nobody follows, configured under {@code tongqu.following}.
 *
 * @param keptFor after so long without being followed a flow lets go of the log its source keeps for it
 * @param keptMost after so much of it, too
 */
@ConfigurationProperties("tongqu.following")
public record FollowingSettings(
        @DefaultValue("1d") Duration keptFor,
        @DefaultValue("2GB") DataSize keptMost) {

    /** What is to be done about a log. */
    public enum Verdict {
        KEPT,
        /** Half of either is used up. */
        WARNED,
        LET_GO
    }

    public Verdict verdict(Duration idle, long bytes) {
        if (idle.compareTo(keptFor) > 0 || bytes > keptMost.toBytes()) {
            return Verdict.LET_GO;
        }
        return idle.multipliedBy(2).compareTo(keptFor) > 0 || bytes > keptMost.toBytes() / 2
                ? Verdict.WARNED
                : Verdict.KEPT;
    }
}
