package org.tongqu.bench.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** FEATURE: load is paced and bounded, and what became of it is counted. */
class LoadTest {

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;

    @Test
    void atAPaceEachIsDueAnIntervalAfterTheOneBefore() {
        var pace = new Pace(4, 0, 1);
        assertThat(pace.next(0)).hasValue(0);
        assertThat(pace.next(1)).hasValue(250 * MILLI);
        assertThat(pace.next(250 * MILLI)).hasValue(500 * MILLI);
        assertThat(pace.next(500 * MILLI)).hasValue(750 * MILLI);
        assertThat(pace.next(750 * MILLI)).isEmpty();
    }

    @Test
    void arrearsOfMoreThanASecondAreNotMadeUpFor() {
        var pace = new Pace(10, 0, 60);
        pace.next(0);
        assertThat(pace.next(30 * SECOND)).hasValue(29 * SECOND);
    }

    @Test
    void withoutAPaceTheNextIsDueAtOnceUntilTheTimeIsOver() {
        var pace = new Pace(0, 0, 1);
        assertThat(pace.next(7)).hasValue(7);
        assertThat(pace.next(8)).hasValue(8);
        assertThat(pace.next(SECOND)).isEmpty();
    }

    @Test
    void neverMoreAreAtItThanThereAreWorkers() throws Exception {
        var room = new Semaphore(3);
        var crowded = new AtomicInteger();
        var tally = new Tally();
        var load = new Load(
                () -> {
                    if (!room.tryAcquire()) {
                        crowded.incrementAndGet();
                        return;
                    }
                    Thread.yield();
                    room.release();
                },
                tally,
                3);
        var took = load.run(200, 1);
        assertThat(crowded).hasValue(0);
        assertThat(tally.done()).isBetween(2, 200);
        assertThat(took).isBetween(0.9, 30.0);
    }

    @Test
    void aPercentileIsTheTimeThatSoManyDidNotPass() {
        var tally = new Tally();
        for (int i = 100; i >= 1; i--) {
            tally.add(i * MILLI);
        }
        assertThat(tally.millis(50)).isEqualTo(50);
        assertThat(tally.millis(99)).isEqualTo(99);
        assertThat(new Tally().millis(99)).isZero();
    }

    @Test
    void whatFailsIsCountedAndTheFirstAreKept() throws Exception {
        var tally = new Tally();
        for (int i = 0; i < 7; i++) {
            var number = i;
            tally.time(() -> {
                throw new IllegalStateException("no. " + number);
            });
        }
        assertThat(tally.failed()).isEqualTo(7);
        assertThat(tally.done()).isZero();
        assertThat(tally.firstFailures()).hasSize(5).startsWith("no. 0", "no. 1");
    }
}
