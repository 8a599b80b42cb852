package org.tongqu.kernel.time;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From when until when something is in force, both days included, as licences print it; without an end it is in force
 * for good (长期).
 */
public record Validity(LocalDate from, Optional<LocalDate> until) {

    public Validity {
        if (until.isPresent() && until.get().isBefore(from)) {
            throw new IllegalArgumentException("Expected an end not before " + from + " but found " + until.get());
        }
    }

    public static Validity between(LocalDate from, LocalDate until) {
        return new Validity(from, Optional.of(until));
    }

    public static Validity since(LocalDate from) {
        return new Validity(from, Optional.empty());
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && until.map(end -> !date.isAfter(end)).orElse(true);
    }

    /** Whether there is a day that lies in both. */
    public boolean overlaps(Validity other) {
        return beginsInTimeFor(other) && other.beginsInTimeFor(this);
    }

    private boolean beginsInTimeFor(Validity other) {
        return other.until.map(end -> !from.isAfter(end)).orElse(true);
    }
}
