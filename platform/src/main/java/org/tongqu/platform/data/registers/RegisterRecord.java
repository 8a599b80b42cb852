package org.tongqu.platform.data.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tongqu.kernel.data.Datum;

/**
 * What a register says of one entity now.
 *
 * @param fields with sealed fields opened: whoever passes them on masks them
 * @param recordedAt when the register learned it; {@code validFrom} is since when it is so
 */
public record RegisterRecord(
        String register,
        String identifier,
        Datum.Fields fields,
        LocalDate validFrom,
        Instant recordedAt,
        String source,
        Optional<String> caseId) {}
