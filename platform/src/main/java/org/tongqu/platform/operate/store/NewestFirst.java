package org.tongqu.platform.operate.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** Behind which row a page of a list begins that has the newest first, and of one moment those in the order of ids. */
public record NewestFirst(Instant at, UUID id) {

    /** How a page says where the next one begins: behind its last row. */
    public static String after(Instant at, String id) {
        return at + "~" + id;
    }

    /** Reads what {@link #after} wrote; anything else begins at the first page. */
    public static Optional<NewestFirst> parse(String text) {
        var parts = text.split("~", 2);
        try {
            return parts.length == 2
                    ? Optional.of(new NewestFirst(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (DateTimeParseException | IllegalArgumentException notACursor) {
            return Optional.empty();
        }
    }
}
