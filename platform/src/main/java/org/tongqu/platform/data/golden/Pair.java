package org.tongqu.platform.data.golden;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tongqu.engines.linkage.Level;
import org.tongqu.engines.registers.Register;

/**
 * Two records that evidence holds to be of one thing.
 *
 * @param entity known by another identifier than that of the register, by none, or by another number
 * @param into what it may be
 */
public record Pair(long id, UUID entity, UUID into, double probability, List<Piece> pieces, Instant foundAt) {

    /** What speaks for it or against it. @param weight in bits, for it when positive */
    public record Piece(String attribute, Level level, double weight) {}

    /** Whether both bear a number of the register's own, which differ. */
    public boolean isOfNumbers(Register register) {
        return pieces.stream()
                .anyMatch(
                        piece -> piece.attribute().equals(register.identifier().name()));
    }

    public Pair {
        pieces = List.copyOf(pieces);
    }
}
