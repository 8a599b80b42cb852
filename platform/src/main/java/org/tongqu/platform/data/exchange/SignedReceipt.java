package org.tongqu.platform.data.exchange;

import java.util.List;
import org.tongqu.kernel.data.Datum;

/**
 * What a run did, with the signatures under it.
 *
 * @param content byte by byte what was signed: canonical JSON
 */
public record SignedReceipt(String content, List<Signature> signatures) {

    public SignedReceipt {
        signatures = List.copyOf(signatures);
    }

    /**
     * One signature.
     *
     * @param holder a system, or {@link #PLATFORM}
     * @param key id of the key it was made with
     * @param value Ed25519, in base64
     */
    public record Signature(String holder, String key, String value) {
        public static final String PLATFORM = "platform";
    }

    /** To take away: with the signatures, and nothing that is secret. */
    public Datum export() {
        return Datum.empty()
                .with("content", Datum.of(content))
                .with(
                        "signatures",
                        Datum.of(signatures.stream()
                                .map(one -> Datum.empty()
                                        .with("holder", Datum.of(one.holder()))
                                        .with("key", Datum.of(one.key()))
                                        .with("value", Datum.of(one.value())))
                                .toList()));
    }
}
