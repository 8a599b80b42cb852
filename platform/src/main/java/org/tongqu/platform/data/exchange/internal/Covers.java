package org.tongqu.platform.data.exchange.internal;

import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.platform.data.agreements.Agreement.Granted;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Permit;
import org.tongqu.platform.trust.seals.Seals;

/** Hides what an agreement gives only hidden. */
@Component
class Covers {

    /** A sixth of the value stays at each end: three signs of a citizen's number. */
    private static final int SHARE = 6;

    private static final int TOKEN_BYTES = 24;

    private final Seals seals;

    Covers(Seals seals) {
        this.seals = seals;
    }

    /** The flow as the permit allows it. Tokens of two agreements cannot be put side by side. */
    Flow over(Flow flow, Permit permit) {
        var maskings = permit.items().stream().collect(Collectors.toMap(Granted::field, Granted::masking));
        return flow.making(flow.columns().stream()
                .map(column -> covered(column, maskings.getOrDefault(column.name(), Masking.PLAIN), permit.agreement()))
                .toList());
    }

    private Column covered(Column column, Masking masking, String agreement) {
        return switch (masking) {
            case PLAIN -> column;
            case MASKED -> column.under(Covers::ends);
            case HASHED -> {
                var cipher = seals.cipher("exchange.token." + agreement);
                yield column.under(value -> token(cipher.index(value)));
            }
        };
    }

    static String ends(String value) {
        var signs = value.codePoints().toArray();
        var kept = signs.length <= 2 ? 0 : Math.max(1, signs.length / SHARE);
        var shown = Arrays.copyOf(signs, signs.length);
        Arrays.fill(shown, signs.length == 2 ? 1 : kept, signs.length - kept, '*');
        return new String(shown, 0, shown.length);
    }

    private static String token(byte[] index) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(index, TOKEN_BYTES));
    }
}
