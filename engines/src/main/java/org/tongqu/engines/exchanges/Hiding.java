package org.tongqu.engines.exchanges;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The ways in which a value is hidden before it leaves its department, alike at whichever place that is done. */
public final class Hiding {

    /** A sixth of the value stays at each end: three signs of a citizen's number. */
    private static final int SHARE = 6;

    private static final int TOKEN_BYTES = 24;
    private static final String HMAC = "HmacSHA256";

    private Hiding() {}

    /** The middle is hidden. */
    public static String ends(String value) {
        var signs = value.codePoints().toArray();
        var kept = signs.length <= 2 ? 0 : Math.max(1, signs.length / SHARE);
        var shown = Arrays.copyOf(signs, signs.length);
        Arrays.fill(shown, signs.length == 2 ? 1 : kept, signs.length - kept, '*');
        return new String(shown, 0, shown.length);
    }

    /** The same value gives the same token under the same key, from which it cannot be told. */
    public static UnaryOperator<String> tokens(byte[] key) {
        var secret = new SecretKeySpec(key, HMAC);
        return value -> {
            try {
                var mac = Mac.getInstance(HMAC);
                mac.init(secret);
                var token = Arrays.copyOf(mac.doFinal(value.getBytes(UTF_8)), TOKEN_BYTES);
                return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("Every Java platform has " + HMAC + ", this one does not", missing);
            }
        };
    }
}
