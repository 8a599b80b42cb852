package org.tongqu.engines.packs;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongqu.engines.cases.process.Appointment;
import org.tongqu.engines.cases.process.Charge;
import org.tongqu.engines.schema.Property;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.engines.schema.Schema;

/**
 * The facts of a case that documents, registers and public lists may show.
 *
 * <ul>
 *   <li>{@code answers.…}: what was handed in, by the paths of the schema
 *   <li>{@code case.…}: who asked for what, when, and who handles it
 *   <li>{@code decision.…}: the last thing an officer decided
 *   <li>{@code licence.…}: the document that was issued in this case
 *   <li>{@code act.…} and {@code step.…}: in notices alone, what was just done and what now waits
 * </ul>
 */
public final class KnownFacts {

    private static final String ANSWERS = "answers.";

    /** Who made the last decision, where several organisations decide in one case. */
    private static final String DECIDING = "decision.organisation";

    /** What the platform adds to every case, and how sensitive it is. */
    private static final Map<String, Sensitivity> OF_EVERY_CASE = new TreeMap<>(Map.ofEntries(
            Map.entry("case.receipt", Sensitivity.INTERNAL),
            Map.entry("case.openedOn", Sensitivity.PUBLIC),
            Map.entry("case.division", Sensitivity.PUBLIC),
            Map.entry("case.organisation.code", Sensitivity.PUBLIC),
            Map.entry("case.organisation.name", Sensitivity.PUBLIC),
            Map.entry(Appointment.PATH, Sensitivity.PUBLIC),
            Map.entry(Charge.PATH, Sensitivity.PUBLIC),
            Map.entry("decision.on", Sensitivity.PUBLIC),
            Map.entry("decision.outcome", Sensitivity.PUBLIC),
            Map.entry("decision.number", Sensitivity.PUBLIC),
            Map.entry(DECIDING, Sensitivity.PUBLIC),
            Map.entry("decision.by", Sensitivity.INTERNAL),
            Map.entry("decision.reason", Sensitivity.INTERNAL),
            Map.entry("licence.number", Sensitivity.PUBLIC),
            Map.entry("licence.identifier", Sensitivity.PUBLIC),
            Map.entry("licence.issuedOn", Sensitivity.PUBLIC),
            Map.entry("licence.validUntil", Sensitivity.PUBLIC)));

    /** What a notice knows besides. */
    private static final Map<String, Sensitivity> OF_EVERY_NOTICE = new TreeMap<>(Map.of(
            "act.on", Sensitivity.PUBLIC,
            "act.by", Sensitivity.INTERNAL,
            "act.reason", Sensitivity.INTERNAL,
            "step.lastDay", Sensitivity.PUBLIC));

    private KnownFacts() {}

    /** How sensitive the fact is, or empty when no case ever knows it. */
    public static Optional<Sensitivity> find(Schema schema, String path) {
        return path.startsWith(ANSWERS)
                ? schema.find(path.substring(ANSWERS.length())).map(Property::sensitivity)
                : Optional.ofNullable(OF_EVERY_CASE.get(path));
    }

    /** The same of what a notice may say, which is more. */
    public static Optional<Sensitivity> findForNotice(Schema schema, String path) {
        return find(schema, path)
                .filter(known -> !path.equals(DECIDING))
                .or(() -> Optional.ofNullable(OF_EVERY_NOTICE.get(path)));
    }

    /** The facts every notice knows besides those of its case. */
    public static Iterable<String> ofEveryNotice() {
        return OF_EVERY_NOTICE.keySet();
    }

    /** The facts every case knows besides its answers. */
    public static Iterable<String> ofEveryCase() {
        return OF_EVERY_CASE.keySet();
    }
}
