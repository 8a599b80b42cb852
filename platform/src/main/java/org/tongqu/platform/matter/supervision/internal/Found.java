package org.tongqu.platform.matter.supervision.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.tongqu.engines.supervision.Finding;
import org.tongqu.engines.supervision.Level;
import org.tongqu.kernel.text.Label;

/**
 * A finding as it stands in its table.
 *
 * @param matter the case it is of
 * @param organisation whose step or clock it is about
 */
record Found(
        Matter matter,
        String organisation,
        String rule,
        String subject,
        Label label,
        Optional<Instant> yellowAt,
        Optional<Instant> redAt,
        List<Integer> events) {

    /** What of a case stands beside each of its findings. */
    record Matter(String caseId, String packId, String receipt, String title) {}

    static Found of(Matter matter, String organisation, Label label, Finding finding) {
        var at = Optional.of(finding.at());
        var red = finding.level() == Level.RED;
        return new Found(
                matter,
                organisation,
                finding.rule(),
                finding.subject(),
                label,
                red ? Optional.empty() : at,
                red ? at : Optional.empty(),
                finding.events());
    }

    /** The same for the same thing, so that finding it again finds it there. */
    UUID id() {
        return id(matter.caseId(), rule, subject);
    }

    static UUID id(String caseId, String rule, String subject) {
        var name = caseId + "|" + rule + "|" + subject;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Found and(Found later) {
        var both = new TreeSet<>(events);
        both.addAll(later.events);
        return new Found(
                matter,
                organisation,
                rule,
                subject,
                label,
                yellowAt.or(later::yellowAt),
                redAt.or(later::redAt),
                List.copyOf(both));
    }

    /** Each thing once. */
    static List<Found> once(Collection<Found> all) {
        var once = new LinkedHashMap<UUID, Found>();
        all.forEach(found -> once.merge(found.id(), found, Found::and));
        return new ArrayList<>(once.values());
    }
}
