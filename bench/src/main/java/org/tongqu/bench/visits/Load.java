package org.tongqu.bench.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Does the same again and again at a pace, never more at once than there are workers. */
public record Load(Tally.Deed deed, Tally tally, int workers) {

    /**
     * Starts deeds for so many seconds and waits for the last to end.
     *
     * @return seconds from the first start to the last end
     */
    public double run(double perSecond, int seconds) throws InterruptedException {
        var begun = System.nanoTime();
        var pace = new Pace(perSecond, begun, seconds);
        var room = new Semaphore(workers);
        List<Thread> threads = new ArrayList<>();
        for (var due = pace.next(System.nanoTime()); due.isPresent(); due = pace.next(System.nanoTime())) {
            TimeUnit.NANOSECONDS.sleep(due.getAsLong() - System.nanoTime());
            room.acquire();
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    tally.time(deed);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    room.release();
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
