package org.tongqu.bench.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Rounds of steps: a case of {@link Service#STEPS} from its first task to its end, again and again. */
final class Rounds {

    static final int STEPS_OF_A_CASE = 10;

    private Rounds() {}

    /** Every thread does its own cases from the first task to the end; finding the next task is part of it. */
    static double speed(Engine engine, int threads, int casesOfEach) throws InterruptedException, ExecutionException {
        var ids = engine.open(Service.STEPS, casesOfEach * threads);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            var own = ids.subList(thread * casesOfEach, (thread + 1) * casesOfEach);
            work.add(() -> {
                own.forEach(id -> toTheEnd(engine, id));
                return true;
            });
        }
        long begun = System.nanoTime();
        atOnce(work);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!engine.isEnded(ids.getLast())) {
            throw new IllegalStateException(engine.name() + " did not end its last case");
        }
        return ids.size() * STEPS_OF_A_CASE / seconds;
    }

    private static void toTheEnd(Engine engine, String id) {
        for (var tasks = engine.tasks(id); !tasks.isEmpty(); tasks = engine.tasks(id)) {
            tasks.forEach(task -> engine.step(id, task));
        }
    }

    static void atOnce(List<Callable<Boolean>> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
