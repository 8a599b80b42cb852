package org.tongqu.platform.data.agreements;

import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.tongqu.engines.exchanges.Hiding;
import org.tongqu.platform.trust.seals.Seals;

/** Hides what an agreement gives only hidden, alike in whichever way it leaves. */
@Service
public class Covering {

    private final Seals seals;

    Covering(Seals seals) {
        this.seals = seals;
    }

    /** What is done to each value. Tokens of two agreements cannot be put side by side. */
    public UnaryOperator<String> of(Masking masking, String agreement) {
        return switch (masking) {
            case PLAIN -> UnaryOperator.identity();
            case MASKED -> Hiding::ends;
            case HASHED -> Hiding.tokens(tokenKey(agreement));
        };
    }

    /** For a department's node, which hides what leaves it by itself; opens nothing, and belongs to this agreement alone. */
    public byte[] tokenKey(String agreement) {
        return seals.cipher("exchange.token." + agreement).indexKey();
    }
}
