package org.tongqu.platform.data.registers;

import java.time.LocalDate;
import java.util.Optional;
import org.tongqu.platform.trust.journal.Entry;

/**
 * Where a register knows something from.
 *
 * @param name as shown beside a prefilled answer, e.g. {@code 企业设立登记}
 * @param caseId the matter that decided it, if one did
 * @param by who recorded it
 * @param validFrom since when it is so in the world; when it was recorded is noted beside it
 */
public record Source(String name, Optional<String> caseId, Entry.Doer by, LocalDate validFrom) {}
