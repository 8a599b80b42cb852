package org.tongqu.platform.matter.intake;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * A draft as its owner's list shows it.
 *
 * @param receipt the matter that waits for this correction; empty for a first application
 */
public record DraftSummary(
        String id, String packId, Label title, int savedPages, Optional<ReceiptNumber> receipt, Instant savedAt) {}
