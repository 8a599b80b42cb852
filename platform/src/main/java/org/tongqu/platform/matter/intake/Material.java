package org.tongqu.platform.matter.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * A file that was taken; its bytes are read apart.
 *
 * @param id of this file
 * @param materialId which material of the form it is handed in as
 * @param fileName cleaned, with the ending its content deserves
 * @param sha256 of the bytes, in hex
 * @param scannedBy the clerk who scanned the paper at a window; empty when the applicant sent a file
 */
public record Material(
        String id,
        String materialId,
        String fileName,
        ContentType type,
        int size,
        String sha256,
        Instant uploadedAt,
        Optional<String> scannedBy) {}
