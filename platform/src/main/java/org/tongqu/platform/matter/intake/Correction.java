package org.tongqu.platform.matter.intake;

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

    /** Whether the answer at the path, item numbers included, is open again. */
    public boolean opens(String path) {
        return fields.stream().anyMatch(field -> path.equals(field) || path.startsWith(field + "."));
    }
}
