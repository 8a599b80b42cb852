package org.tongqu.kernel.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.proof.HashChain.Link;

class HashChainTest {

    @Test
    void anUntouchedChainHolds() {
        assertThat(HashChain.firstBroken(HashChain.GENESIS, chain("a", "b", "c").iterator()))
                .isEqualTo(OptionalLong.empty());
        assertThat(HashChain.firstBroken(HashChain.GENESIS, chain().iterator())).isEqualTo(OptionalLong.empty());
    }

    @Test
    void anyStretchCanBeCheckedFromTheDigestBeforeIt() {
        var chain = chain("a", "b", "c");

        assertThat(HashChain.firstBroken(
                        chain.get(0).digest(), chain.subList(1, 3).iterator()))
                .isEqualTo(OptionalLong.empty());
    }

    @Test
    void oneChangedRemovedOrSwappedEntryIsFoundWhereItIs() {
        Property.holds(200, random -> {
            var chain = new ArrayList<>(chain("a", "b", "c", "d", "e", "f"));
            var place = random.nextInt(5);
            switch (random.nextInt(3)) {
                case 0 ->
                    chain.set(
                            place,
                            new Link("x".getBytes(UTF_8), chain.get(place).digest()));
                case 1 -> chain.remove(place);
                default -> chain.add(place, chain.remove(place + 1));
            }

            assertThat(HashChain.firstBroken(HashChain.GENESIS, chain.iterator()))
                    .hasValue(place);
        });
    }

    @Test
    void theDigestIsThatOfThePreviousOneAndTheContent() {
        // 32 zero bytes and "a", through sha256sum
        assertThat(HashChain.next(HashChain.GENESIS, "a".getBytes(UTF_8)))
                .isEqualTo(new Digest("41a0370c3d9f42773a59e8e01651911cf43b1e3f66944cbb690029debc4eb647"));
        assertThat(Digest.of("abc")).hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aDigestIsSixtyFourSmallHexDigits() {
        assertThatThrownBy(() -> new Digest("ABC")).hasMessageContaining("64");
        assertThat(Digest.of("abc").bytes()).hasSize(32);
    }

    private static List<Link> chain(String... contents) {
        var links = new ArrayList<Link>();
        var digest = HashChain.GENESIS;
        for (var content : contents) {
            digest = HashChain.next(digest, content.getBytes(UTF_8));
            links.add(new Link(content.getBytes(UTF_8), digest));
        }
        return links;
    }
}
