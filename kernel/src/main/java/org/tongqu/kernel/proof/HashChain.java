package org.tongqu.kernel.proof;

import java.util.Iterator;
import java.util.OptionalLong;

/**
 * Entries each of which carries the digest of itself and everything before it. Whoever keeps one digest can later prove
 * that nothing up to it was changed, taken out or put in; what was cut off at the end shows only to someone who kept a
 * later digest, so digests have to be handed out.
 */
public final class HashChain {

    /** What stands before the first entry. */
    public static final Digest GENESIS = new Digest("0".repeat(64));

    private HashChain() {}

    /**
     * One entry of a chain as it was stored.
     *
     * @param content the canonical bytes that were hashed; see {@code Datum.canonical()}
     */
    public record Link(byte[] content, Digest digest) {}

    /**
     * The digest of the next entry: SHA-256 over the 32 bytes of the previous digest and the content, so no two
     * different chains are hashed from the same bytes.
     */
    public static Digest next(Digest previous, byte[] content) {
        var sha256 = Digest.sha256();
        sha256.update(previous.bytes());
        return Digest.ofBytes(sha256.digest(content));
    }

    /**
     * Goes through a stretch of a chain and finds the first entry that does not fit.
     *
     * @param previous the digest before the stretch; {@link #GENESIS} for the whole chain
     * @param links read one by one, so that a chain of any length may come from a cursor
     * @return its place in the stretch, from 0; empty when all fit
     */
    public static OptionalLong firstBroken(Digest previous, Iterator<Link> links) {
        var expected = previous;
        for (long place = 0; links.hasNext(); place++) {
            var link = links.next();
            expected = next(expected, link.content());
            if (!expected.equals(link.digest())) {
                return OptionalLong.of(place);
            }
        }
        return OptionalLong.empty();
    }
}
