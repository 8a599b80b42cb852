package org.tongqu.platform.data.interfaces.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** FEATURE: whose calls are paced by their agreement. */
class KnownKeysTest {

    private final KnownKeys keys = new KnownKeys();

    @Test
    void aKeyThatOpenedSomethingIsKnownForAMinute() {
        keys.saw("tq_one", 1000);

        assertThat(keys.isKnown("tq_one", 1000 + KnownKeys.REMEMBERED)).isTrue();
        assertThat(keys.isKnown("tq_one", 1001 + KnownKeys.REMEMBERED)).isFalse();
        assertThat(keys.isKnown("tq_other", 1000)).isFalse();
        assertThat(keys.isKnown("", 1000)).isFalse();
    }

    @Test
    void whoTriesKeysDoesNotFillTheMemory() {
        for (int key = 0; key < 10_000; key++) {
            keys.saw("tq_" + key, 0);
        }
        keys.saw("tq_late", 0);
        assertThat(keys.isKnown("tq_late", 0)).isFalse();

        keys.saw("tq_later", KnownKeys.REMEMBERED + 1);
        assertThat(keys.isKnown("tq_later", KnownKeys.REMEMBERED + 1)).isTrue();
        assertThat(keys.isKnown("tq_5", KnownKeys.REMEMBERED + 1)).isFalse();
    }
}
