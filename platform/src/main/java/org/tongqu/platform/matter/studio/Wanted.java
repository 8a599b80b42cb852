package org.tongqu.platform.matter.studio;

import java.util.List;
import java.util.Optional;
import org.tongqu.platform.matter.casework.Rehearsal;

/**
 * What somebody wants to try.
 *
 * @param organisation whose cases alone; all where it is empty
 * @param files that differ from the pack that applies
 */
public record Wanted(
        String packId, Optional<Rehearsal.Period> period, Optional<String> organisation, List<SentFile> files) {
    public Wanted {
        files = List.copyOf(files);
    }
}
