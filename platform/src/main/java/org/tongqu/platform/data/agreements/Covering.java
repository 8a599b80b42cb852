package org.tongqu.platform.data.agreements;

import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.tongqu.platform.trust.seals.Seals;

/** Hides what an agreement gives only hidden, alike in whichever way it leaves. */
@Service
public class Covering {

    /** A sixth of the value stays at each end: three signs of a citizen's number. */
    private static final int SHARE = 6;

    private static final int TOKEN_BYTES = 24;

    private final Seals seals;

    Covering(Seals seals) {
        this.seals = seals;
    }

    /** What is done to each value. Tokens of two agreements cannot be put side by side. */
    public UnaryOperator<String> of(Masking masking, String agreement) {
        return switch (masking) {
            case PLAIN -> UnaryOperator.identity();
            case MASKED -> Covering::ends;
            case HASHED -> {
                var cipher = seals.cipher("exchange.token." + agreement);
                yield value -> token(cipher.index(value));
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
