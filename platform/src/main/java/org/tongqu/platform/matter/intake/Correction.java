package org.tongqu.platform.matter.intake;

import java.util.HashSet;
import java.util.Set;

/**
 * What an officer asks the applicant to put right (补正). Nothing else of the application can be changed.
 *
 * @param words what the officer wrote
 * @param fields paths of the answers that are open again; a group is named as a whole
 * @param materials ids of the materials to hand in again
 */
public record Correction(
        ReceiptNumber receipt, String caseId, String words, Set<String> fields, Set<String> materials) {

    public Correction {
        fields = Set.copyOf(fields);
        materials = Set.copyOf(materials);
    }

    /** What this notice and a later one ask together, as when two bodies ask at the same time. */
    public Correction and(Correction later) {
        var both = new HashSet<>(fields);
        both.addAll(later.fields);
        var files = new HashSet<>(materials);
        files.addAll(later.materials);
        return new Correction(receipt, caseId, words + "\n" + later.words, both, files);
    }

    /** Whether the answer at the path, item numbers included, is open again. */
    public boolean opens(String path) {
        return fields.stream().anyMatch(field -> path.equals(field) || path.startsWith(field + "."));
    }
}
