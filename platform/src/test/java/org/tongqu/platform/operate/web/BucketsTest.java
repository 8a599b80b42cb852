package org.tongqu.platform.operate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** FEATURE: nobody takes the whole platform for themselves. */
class BucketsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void oneClientMayAskSoOftenAndNoMore() {
        Buckets buckets = new Buckets(3, 10);

        assertThat(buckets.take("a", 0)).isTrue();
        assertThat(buckets.take("a", 0)).isTrue();
        assertThat(buckets.take("a", 0)).isTrue();
        assertThat(buckets.take("a", 0)).isFalse();
        assertThat(buckets.take("b", 0)).as("another client is not held up").isTrue();
    }

    @Test
    void timeGivesBackWhatWasTaken() {
        Buckets buckets = new Buckets(60, 10);
        for (int n = 0; n < 60; n++) {
            assertThat(buckets.take("a", 0)).isTrue();
        }

        assertThat(buckets.take("a", SECOND / 2)).isFalse();
        assertThat(buckets.take("a", SECOND + SECOND / 2)).isTrue();
        assertThat(buckets.take("a", SECOND + SECOND / 2)).isFalse();
    }

    @Test
    void onlySoManyClientsAreRemembered() {
        Buckets buckets = new Buckets(5, 100);
        for (int n = 0; n < 10_000; n++) {
            buckets.take("client-" + n, n);
        }

        assertThat(buckets.clients()).isEqualTo(100);
    }
}
