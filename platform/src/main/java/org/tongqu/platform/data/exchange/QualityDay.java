package org.tongqu.platform.data.exchange;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How good what flows was on a day, or of a department in some days: shares in hundredths of a percent, nothing where there
 * was nothing to count.
 */
public record QualityDay(LocalDate day, Optional<Long> timely, Optional<Long> accurate, Optional<Long> complete) {

    /**
     * A department beside the others.
     *
     * @param place counted from 1; equal scores share one
     * @param score the mean of those of the three shares that are known
     * @param resources how many of its resources flowed
     */
    public record Placed(int place, String provider, int resources, Optional<Long> score, QualityDay shares) {}
}
