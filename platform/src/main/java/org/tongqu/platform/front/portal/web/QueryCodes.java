package org.tongqu.platform.front.portal.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.trust.seals.Seals;

/**
 * The code on a receipt by which its holder asks for progress without signing in. It follows from the receipt number
 * and a secret key, so nothing is stored, and neither the number nor anything personal leads to it.
 */
@Component
public class QueryCodes {

    /** Without those that are mistaken for each other on paper. */
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;

    private final Seals seals;

    QueryCodes(Seals seals) {
        this.seals = seals;
    }

    public String of(ReceiptNumber receipt) {
        var hash = seals.cipher("portal.query-code").index(receipt.value());
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(hash[i] & 31));
        }
        return code.toString();
    }

    /** Small letters and spaces are forgiven. */
    public boolean fits(ReceiptNumber receipt, String typed) {
        var plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return MessageDigest.isEqual(
                of(receipt).getBytes(StandardCharsets.US_ASCII), plain.getBytes(StandardCharsets.UTF_8));
    }
}
