package org.tongqu.platform.data.interfaces.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tongqu.platform.data.interfaces.BreakerState;

/** FEATURE: a provider that fails is left alone, and found again when it recovers. */
class BreakerTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Breaker breaker = new Breaker();

    private void fails(int times, long now) {
        for (var each = 0; each < times; each++) {
            breaker.failed(now);
        }
    }

    @Test
    void aFewFailuresAmongManyAnswersChangeNothing() {
        for (var each = 0; each < 12; each++) {
            breaker.succeeded();
        }
        fails(8, 0);

        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.rests(0)).isEmpty();
    }

    @Test
    void halfOfTheLastCallsFailingLetsItRestAndOneTrialOpensIt() {
        fails(5, 0);
        assertThat(breaker.rests(SECOND)).isPresent();

        assertThat(breaker.rests(5 * SECOND)).isEmpty();
        assertThat(breaker.rests(5 * SECOND)).as("one trial at a time").isPresent();
        breaker.succeeded();

        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.rests(5 * SECOND)).isEmpty();
    }

    @Test
    void eachFailedTrialDoublesTheRest() {
        fails(5, 0);
        assertThat(breaker.rests(5 * SECOND)).isEmpty();
        breaker.failed(5 * SECOND);

        assertThat(breaker.rests(14 * SECOND)).isPresent();
        assertThat(breaker.rests(15 * SECOND)).isEmpty();
    }
}
