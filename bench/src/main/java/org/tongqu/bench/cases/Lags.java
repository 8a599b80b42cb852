package org.tongqu.bench.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tongqu.bench.Workshop;
import org.tongqu.bench.visits.Load;
import org.tongqu.bench.visits.Tally;

/**
 * How long after their moment clocks are found overdue while officers take two hundred steps a second. The moments are moved
 * into the coming minute by the superuser; when a finding is there is told by a trigger at the end of its transaction.
 */
final class Lags {

    private static final int STEPS_PER_SECOND = 200;
    private static final int SECONDS = 60;
    private static final int MOMENTS = 1_000;

    /** A step is two acts: a task is taken on and done. */
    private static final int ACTS = 2;

    private final Workshop bench;
    private final Engine engine;
    private final Door door;

    /** A connection of the superuser to the store. */
    @FunctionalInterface
    interface Door {
        Connection open() throws SQLException;
    }

    Lags(Workshop bench, Engine engine, Door door) {
        this.bench = bench;
        this.engine = engine;
        this.door = door;
    }

    double p99() throws SQLException, InterruptedException {
        var cases = new ConcurrentLinkedQueue<>(
                engine.open(Service.STEPS, STEPS_PER_SECOND * SECONDS / Rounds.STEPS_OF_A_CASE + 100));
        try (var store = door.open()) {
            var sql = new Multitude(store);
            sql.execute("CREATE TABLE public.seen (due timestamptz, seen timestamptz)");
            sql.execute("GRANT INSERT ON public.seen TO PUBLIC");
            sql.execute("CREATE FUNCTION public.see() RETURNS trigger LANGUAGE plpgsql AS"
                    + " $$BEGIN INSERT INTO public.seen VALUES (NEW.red_at, clock_timestamp()); RETURN NULL; END$$");
            sql.execute("CREATE CONSTRAINT TRIGGER see AFTER INSERT OR UPDATE ON supervision.finding"
                    + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.rule = 'overdue' AND NEW.red_at IS NOT NULL)"
                    + " EXECUTE FUNCTION public.see()");
            sql.execute("UPDATE supervision.clock c SET watch_at = m.at, due_at = m.at, warn_at = m.at FROM"
                    + " (SELECT case_id, clock, now() + interval '2 seconds' + random() * interval '"
                    + (SECONDS - 10) + " seconds' AS at FROM supervision.clock k WHERE state = 'RUNNING' AND NOT EXISTS"
                    + " (SELECT 1 FROM supervision.finding f WHERE f.case_id = k.case_id) ORDER BY md5(case_id::text) LIMIT "
                    + MOMENTS + ") m WHERE c.case_id = m.case_id AND c.clock = m.clock");
            var steps = new Tally();
            new Load(() -> step(cases), steps, 4).run((double) STEPS_PER_SECOND / ACTS, SECONDS);
            var seen = sql.column("SELECT count(*) FROM public.seen").getFirst();
            bench.say(steps.done() * ACTS + " steps, " + steps.failed() + " failed, " + seen + " findings");
            steps.firstFailures().forEach(bench::say);
            if (Integer.parseInt(seen) < MOMENTS * 9 / 10) {
                throw new IllegalStateException("Of " + MOMENTS + " moments only " + seen + " were found");
            }
            return Double.parseDouble(sql.column("SELECT round((percentile_disc(0.99) WITHIN GROUP"
                            + " (ORDER BY extract(epoch FROM seen - due)) * 1000)::numeric, 1) FROM public.seen")
                    .getFirst());
        }
    }

    /** The next task of the next case; a case with tasks left goes to the end of the line. */
    private void step(ConcurrentLinkedQueue<String> cases) {
        var id = cases.poll();
        if (id == null) {
            throw new IllegalStateException("No case is left");
        }
        List<String> tasks = engine.tasks(id);
        if (!tasks.isEmpty()) {
            engine.step(id, tasks.getFirst());
            cases.add(id);
        }
    }
}
