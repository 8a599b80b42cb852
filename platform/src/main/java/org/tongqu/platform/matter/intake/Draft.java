package org.tongqu.platform.matter.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.forms.Provenance;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.intake.Submitted.Applicant;
import org.tongqu.platform.matter.intake.Submitted.PackRef;

/**
 * What somebody has filled in so far. It lives on the server, so that it goes on at another device.
 *
 * @param provenance which answers a register gave
 * @param savedPages ids of the pages that were saved at least once
 * @param materials files handed in so far; of a correction only the new ones
 * @param correction when this answers a correction notice
 * @param submitToken goes with the submit button: pressing it twice is recognised by it
 */
public record Draft(
        String id,
        Applicant owner,
        PackRef pack,
        Filled filled,
        Set<String> savedPages,
        List<Material> materials,
        Optional<Correction> correction,
        String submitToken,
        Instant startedAt,
        Instant savedAt) {

    /** The answers and where those came from that nobody had to write. */
    public record Filled(Datum.Fields answers, Provenance provenance) {}

    public Draft {
        savedPages = Set.copyOf(savedPages);
        materials = List.copyOf(materials);
    }

    public Datum.Fields answers() {
        return filled.answers();
    }

    public List<Material> materials(String materialId) {
        return materials.stream()
                .filter(material -> material.materialId().equals(materialId))
                .toList();
    }
}
