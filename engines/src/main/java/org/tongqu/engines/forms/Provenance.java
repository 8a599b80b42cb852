package org.tongqu.engines.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.forms.Field.Otherwise;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;

/**
 * What registers said of the answers: which came from a register and not from the applicant, and of which the applicant
 * says otherwise. Kept beside the answers, never inside them.
 *
 * @param fields in the order they were filled
 * @param waived ids of the materials that were not handed in, because registers knew what they would prove
 */
public record Provenance(List<FieldProvenance> fields, List<String> waived) {

    public static final Provenance NONE = new Provenance(List.of());

    public Provenance {
        fields = List.copyOf(fields);
        waived = List.copyOf(waived);
    }

    public Provenance(List<FieldProvenance> fields) {
        this(fields, List.of());
    }

    /**
     * What a register said of one answer.
     *
     * @param teller who told the register; empty where it does not know
     * @param about the code that the applicant gave of whom it is about; empty for that of the applicant
     */
    public record FieldProvenance(
            String path,
            Datum value,
            String source,
            LocalDate asOf,
            Optional<Label> teller,
            Optional<String> about,
            Otherwise otherwise) {

        private boolean stands(Datum answers) {
            return value.equals(answers.at(path));
        }

        private boolean isObjectedTo(Datum answers) {
            return otherwise == Otherwise.OBJECTION
                    && !stands(answers)
                    && !answers.at(path).isNothing();
        }
    }

    /** Where the answer at the path came from, if it still is what the register said. */
    public Optional<FieldProvenance> of(String path, Datum answers) {
        return find(path).filter(field -> field.stands(answers));
    }

    /** What the register said of the answer at the path, where the applicant says that this is wrong. */
    public Optional<FieldProvenance> objectedTo(String path, Datum answers) {
        return find(path).filter(field -> field.isObjectedTo(answers));
    }

    /** How many answers nobody had to type. */
    public int standing(Datum answers) {
        return (int) fields.stream().filter(field -> field.stands(answers)).count();
    }

    /** Only what still stands in the answers as the register said it, or is objected to. */
    public Provenance stillTrueOf(Datum answers) {
        return new Provenance(
                fields.stream()
                        .filter(field -> field.stands(answers) || field.isObjectedTo(answers))
                        .toList(),
                waived);
    }

    /** The same when these materials need not be handed in. */
    public Provenance waiving(Collection<String> materials) {
        return new Provenance(fields, List.copyOf(materials));
    }

    Optional<FieldProvenance> find(String path) {
        return fields.stream().filter(field -> field.path().equals(path)).findFirst();
    }

    Provenance without(String path) {
        return new Provenance(
                fields.stream().filter(field -> !field.path().equals(path)).toList(), waived);
    }

    Provenance with(FieldProvenance known) {
        var all = new ArrayList<>(without(known.path()).fields());
        all.add(known);
        return new Provenance(all, waived);
    }
}
