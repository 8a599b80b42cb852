package org.tongqu.engines.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.data.Datum;

/**
 * Which answers came from a register and not from the applicant. Kept beside the answers, never inside them.
 *
 * @param fields in the order they were filled
 */
public record Provenance(List<FieldProvenance> fields) {

    public static final Provenance NONE = new Provenance(List.of());

    public Provenance {
        fields = List.copyOf(fields);
    }

    /** One answer that a register gave. */
    public record FieldProvenance(String path, Datum value, String source, LocalDate asOf) {}

    /** Where the answer at the path came from, if it still is what the register said. */
    public Optional<FieldProvenance> of(String path, Datum answers) {
        return fields.stream()
                .filter(field -> field.path().equals(path))
                .filter(field -> field.value().equals(answers.at(path)))
                .findFirst();
    }

    /** Only what still stands in the answers as the register said it. */
    public Provenance stillTrueOf(Datum answers) {
        return new Provenance(fields.stream()
                .filter(field -> field.value().equals(answers.at(field.path())))
                .toList());
    }
}
