package org.tongqu.platform.data.exchange;

import java.util.List;

/**
 * Whether a receipt is what was signed, and what was signed is what the run's row says.
 *
 * @param differing names of what the row of the run says otherwise; {@code run} when there is no such run
 */
public record ReceiptVerdict(SignedReceipt receipt, List<Checked> signatures, List<String> differing) {

    public ReceiptVerdict {
        signatures = List.copyOf(signatures);
        differing = List.copyOf(differing);
    }

    public record Checked(SignedReceipt.Signature signature, Found found) {}

    /** What came of a signature. */
    public enum Found implements org.tongqu.platform.data.catalog.Coded {
        TRUE,
        /** The text is not the one that was signed. */
        FALSE,
        /** No key of this holder has this id. */
        UNKNOWN_KEY
    }

    /** All three who sign a run did, and nothing differs. */
    public boolean isTrue() {
        return signatures.size() >= SIGNERS
                && differing.isEmpty()
                && signatures.stream().allMatch(one -> one.found() == Found.TRUE);
    }

    private static final int SIGNERS = 3;
}
