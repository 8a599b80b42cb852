package org.tongqu.platform.data.golden;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in the changes of a register.
 *
 * @param transaction that made the change
 * @param entity of the record, within the transaction
 */
public record Position(long transaction, UUID entity) {

    private static final int BYTES = 24;

    /** Before all changes. */
    public static final Position START = new Position(0, new UUID(0, 0));

    /** After all changes of the transactions before this one. */
    static Position before(long transaction) {
        return new Position(transaction - 1, new UUID(-1L, -1L));
    }

    /** Whether something may lie behind this place and not behind the other. */
    public boolean isBefore(Position other) {
        return transaction < other.transaction || (transaction == other.transaction && !entity.equals(other.entity));
    }

    /** As programs keep it; it tells them nothing. */
    public String text() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(transaction)
                .putLong(entity.getMostSignificantBits())
                .putLong(entity.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What {@link #text} made; empty for anything else. */
    public static Optional<Position> parse(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return bytes.remaining() == BYTES
                    ? Optional.of(new Position(bytes.getLong(), new UUID(bytes.getLong(), bytes.getLong())))
                            .filter(position -> position.transaction() >= 0)
                    : Optional.empty();
        } catch (IllegalArgumentException noPosition) {
            return Optional.empty();
        }
    }
}
