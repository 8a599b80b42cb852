package org.tongqu.platform.matter.licences;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Validity;
import org.tongqu.platform.matter.intake.ReceiptNumber;

/**
 * An electronic licence as it was handed out.
 *
 * @param identifier 电子证照标识, GB/T 36904
 * @param number what people call it by, e.g. a unified social credit code
 * @param token what its QR code carries: random, so that licences cannot be counted through
 * @param contentHash SHA-256 over what is printed on it
 */
public record Licence(
        String identifier,
        String number,
        String token,
        Kind kind,
        Origin origin,
        Holder holder,
        Issuer issuer,
        List<Line> lines,
        String contentHash,
        Validity validity,
        Instant issuedAt,
        Optional<Revoked> revoked) {

    /**
     * What kind of licence it is.
     *
     * @param template id of the document in its pack
     * @param typeCode 证照类型代码
     */
    public record Kind(String template, String typeCode, Label title) {}

    /** The matter in which it was issued. */
    public record Origin(String caseId, ReceiptNumber receipt, String packId, String packHash) {}

    /**
     * @param account who applied
     * @param name who holds it, e.g. the firm
     */
    public record Holder(String account, String name) {}

    /** @param code unified social credit code of the organisation */
    public record Issuer(String code, String name) {}

    /** One field as it is printed. */
    public record Line(String name, Label heading, String value) {}

    public record Revoked(Instant at, String why) {}

    /** What a licence is worth on a day. */
    public enum State {
        VALID,
        NOT_YET_VALID,
        EXPIRED,
        REVOKED
    }

    public Licence {
        lines = List.copyOf(lines);
    }

    public State state(LocalDate today) {
        if (revoked.isPresent()) {
            return State.REVOKED;
        }
        if (validity.contains(today)) {
            return State.VALID;
        }
        return today.isBefore(validity.from()) ? State.NOT_YET_VALID : State.EXPIRED;
    }

    public Optional<String> line(String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .map(Line::value)
                .findFirst();
    }
}
