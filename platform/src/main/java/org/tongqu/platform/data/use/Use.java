package org.tongqu.platform.data.use;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.interfaces.Key;

/**
 * One use of a register by a system, as it is kept: nothing of what was asked and answered.
 *
 * @param refused why nothing was given; empty when something was
 * @param fields names of what was asked about
 * @param about whom; nobody when it is about the whole register
 */
public record Use(
        UUID id,
        Kind kind,
        String register,
        By by,
        Instant at,
        Optional<String> refused,
        Set<String> fields,
        List<Concerned> about,
        Size size) {

    public Use {
        fields = Set.copyOf(fields);
        about = List.copyOf(about);
    }

    /** What was used. */
    public enum Kind implements Coded {
        VERIFICATION,
        RECORDS,
        CHANGES,
        SNAPSHOT,
        /** What came after the first part of one. */
        SNAPSHOT_PART,
        /** By an officer, on the page of the record. */
        LOOK,
        /** By a form that was handed in. */
        FORM,
        /** By a form that was being filled in: what it says of others was held against a register. */
        DRAFT,
        /** By an officer who asked deliveries about the people of an application. */
        CHECK
    }

    /** @param purpose by code @param matter number of the matter; empty when none needs it */
    public record By(Key key, String purpose, String matter) {}

    /** @param digest of the answer; empty when none was given */
    public record Size(long records, long bytes, String digest, Duration took) {}
}
