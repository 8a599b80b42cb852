package org.tongqu.platform.data.golden;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.registers.Register;

/**
 * How a register stands.
 *
 * @param disputed records of which sources say different things
 */
public record RegisterStanding(Register register, long records, long disputed, List<SourceStanding> sources) {

    /**
     * @param last when it delivered last
     * @param aside how many of its records could not be taken in then
     */
    public record SourceStanding(
            Register.RegisterSource source, Optional<Instant> last, long taken, long aside, Left left) {

        /** A matter is decided when somebody asks for it. */
        public boolean isOverdue(Instant now) {
            return !source.isMatters()
                    && last.map(at -> at.plus(java.time.Duration.ofDays(source.days()))
                                    .isBefore(now))
                            .orElse(true);
        }
    }

    /**
     * What the last delivery of a source did not name, where each is to name all.
     *
     * @param out those that it knows no more
     * @param heldBack those that were too many to be believed at once
     */
    public record Left(long out, long heldBack) {}

    public RegisterStanding {
        sources = List.copyOf(sources);
    }
}
