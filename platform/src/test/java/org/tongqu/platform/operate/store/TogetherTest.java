package org.tongqu.platform.operate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TogetherTest {

    @Test
    void whoComesWhileAQuestionIsOnItsWayGoesWithTheNext() throws Exception {
        List<Set<Integer>> asked = Collections.synchronizedList(new ArrayList<>());
        var arrived = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var together = new Together<Integer, String>(keys -> {
            asked.add(keys);
            if (keys.contains(0)) {
                arrived.countDown();
                await(goOn);
            }
            return answers(keys);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> together.find(0));
            await(arrived);
            List<Future<Optional<String>>> others = new ArrayList<>();
            for (int key = 1; key <= 40; key++) {
                var own = key % 4 + 1;
                others.add(threads.submit(() -> together.find(own)));
            }
            while (waiting(together) < 4) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            assertThat(first.get()).contains("0");
            for (var other : others) {
                assertThat(other.get()).isPresent();
            }
        }
        assertThat(asked.getFirst()).containsExactly(0);
        assertThat(asked.size()).as("questions for 41 who asked").isLessThan(41);
        assertThat(asked.get(1)).as("those who came meanwhile").hasSizeGreaterThan(1);
    }

    /** Nobody is told what was known before they asked. */
    @Test
    void whatChangesBetweenTwoQuestionsIsSeenByTheSecond() throws Exception {
        var truth = new AtomicInteger();
        var together = new Together<Integer, Integer>(keys -> Map.of(1, truth.get()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 1; round <= 300; round++) {
                truth.set(round);
                var now = round;
                var told = new ArrayList<Future<Integer>>();
                for (int each = 0; each < 8; each++) {
                    told.add(threads.submit(() -> together.find(1).orElseThrow()));
                }
                for (var one : told) {
                    assertThat(one.get()).isEqualTo(now);
                }
            }
        }
    }

    @Test
    void aFaultIsToldAndTheNextQuestionIsAskedAllTheSame() {
        var fails = new AtomicInteger(1);
        var together = new Together<Integer, String>(keys -> {
            if (fails.getAndDecrement() > 0) {
                throw new IllegalArgumentException("gone");
            }
            return answers(keys);
        });
        assertThatThrownBy(() -> together.find(7)).hasRootCauseMessage("gone");
        assertThat(together.find(7)).contains("7");
        assertThat(new Together<Integer, String>(keys -> Map.of()).find(7)).isEmpty();
    }

    private static int waiting(Together<Integer, String> together) {
        return together.gathered();
    }

    private static Map<Integer, String> answers(Set<Integer> keys) {
        var answers = new HashMap<Integer, String>();
        keys.forEach(key -> answers.put(key, String.valueOf(key)));
        return answers;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
