package org.tongqu.kernel.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.proof.FieldCipher.CannotOpen;

class FieldCipherTest {

    private static final byte[] MASTER = key(1);
    private static final byte[] NEXT = key(2);

    private final FieldCipher numbers = FieldCipher.of("person.number", MASTER);

    @Test
    void whatIsSealedOpensAgain() {
        Property.holds(200, random -> {
            var plain = new byte[random.nextInt(100)];
            random.nextBytes(plain);

            assertThat(numbers.open(numbers.seal(plain))).isEqualTo(plain);
            assertThat(numbers.seal(plain)).hasSize(plain.length + FieldCipher.OVERHEAD);
        });
        assertThat(numbers.openText(numbers.seal("王明"))).isEqualTo("王明");
    }

    @Test
    void theSameValueSealedTwiceLooksDifferentYetHasOneIndex() {
        assertThat(numbers.seal("1")).isNotEqualTo(numbers.seal("1"));
        assertThat(numbers.index("1")).isEqualTo(numbers.index("1")).isNotEqualTo(numbers.index("2"));
    }

    @Test
    void anyChangedByteIsNoticed() {
        Property.holds(200, random -> {
            var sealed = numbers.seal("999901199001010010");
            sealed[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(8));

            assertThatThrownBy(() -> numbers.open(sealed)).isInstanceOf(CannotOpen.class);
        });
        assertThatThrownBy(() -> numbers.open(new byte[3])).isInstanceOf(CannotOpen.class);
    }

    @Test
    void aValueMovedIntoAnotherFieldDoesNotOpenThere() {
        var phones = FieldCipher.of("person.phone", MASTER);

        assertThatThrownBy(() -> phones.open(numbers.seal("1"))).isInstanceOf(CannotOpen.class);
        assertThat(phones.index("1")).isNotEqualTo(numbers.index("1"));
    }

    @Test
    void afterAChangeOfKeysOldValuesOpenAndAreFound() {
        var changed = FieldCipher.of("person.number", NEXT, MASTER);

        assertThat(changed.openText(numbers.seal("1"))).isEqualTo("1");
        assertThat(changed.indexes("1")).containsExactly(changed.index("1"), numbers.index("1"));
        assertThatThrownBy(() -> numbers.open(changed.seal("1")))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("No key");
    }

    @Test
    void aKeyOfAnotherLengthIsAMistake() {
        assertThatThrownBy(() -> FieldCipher.of("f", new byte[16])).hasMessageContaining("32");
    }

    @Test
    void isSafeForManyThreads() {
        var opened = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> new String(numbers.open(numbers.seal("v" + i)), UTF_8).equals("v" + i))
                .filter(right -> right)
                .count();

        assertThat(opened).isEqualTo(2000);
    }

    private static byte[] key(int seed) {
        var key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return key;
    }
}
