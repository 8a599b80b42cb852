package org.tongqu.platform.matter.hall;

import java.time.Instant;
import java.util.Optional;

/**
 * A hall as it is declared now, read from the store and not from memory.
 *
 * @param version what whoever changes it has seen
 * @param last who declared it last on a page
 */
public record DeclaredHall(HallPlan plan, int version, Optional<Last> last) {

    public record Last(String by, Instant at) {}
}
