package org.tongqu.platform.operate.demo;

import java.time.LocalDate;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;

/**
 * A firm of the demo city; follows from the index alone.
 *
 * @param kind e.g. {@code 有限责任公司}
 * @param industry class of GB/T 4754, e.g. {@code I6510}
 * @param status {@code in-operation}, {@code revoked} or {@code deregistered}
 */
public record Firm(
        int index,
        UnifiedSocialCreditCode code,
        String name,
        String kind,
        Resident representative,
        Business business,
        DivisionCode division,
        String address,
        LocalDate establishedOn,
        String status) {

    /** What most of them are. */
    public static final String IN_OPERATION = "in-operation";

    public boolean isInOperation() {
        return status.equals(IN_OPERATION);
    }

    /** What it does and with how much, in units of 10,000 yuan. */
    public record Business(String industry, String scope, int capital) {}
}
