package org.tongqu.platform.data.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tongqu.kernel.data.Datum;

/** One change in the history of a record, the oldest first in a list. */
public record RegisterChange(
        Optional<Datum> before,
        Datum after,
        LocalDate validFrom,
        Instant recordedAt,
        String recordedBy,
        String source,
        Optional<String> caseId) {}
