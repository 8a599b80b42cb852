package org.tongqu.exchange.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PrivateKey;
import java.util.OptionalLong;
import org.tongqu.engines.json.DatumJson;

/** The receipt of a run as its source signs it. */
final class Receipts {

    /** As the centre signs it too. */
    private static final String SUBJECT = "tongqu exchange receipt 1\n";

    private Receipts() {}

    /** How many rows it says were read; nothing when it is no receipt. */
    static OptionalLong read(String content) {
        return DatumJson.tryRead(content)
                .fold(
                        receipt -> receipt.number("read")
                                .map(number -> OptionalLong.of(number.longValue()))
                                .orElse(OptionalLong.empty()),
                        broken -> OptionalLong.empty());
    }

    static String sign(PrivateKey key, String content) {
        return NodeKeys.sign(key, SUBJECT, content.getBytes(UTF_8));
    }
}
