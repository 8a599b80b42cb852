package org.tongqu.platform.data.exchange.internal.lines;

import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.NodeLines.Answer;
import org.tongqu.platform.data.exchange.NodeLines.Question;
import org.tongqu.platform.data.exchange.Reason;

/**
 * Questions for departments' interfaces on their way to nodes that wait for them, and the answers on their way back. All of it
 * is in memory: whoever asks waits here, and who waits no more is owed nothing.
 */
@Component
public class Lines {

    /** A node asks again at once; who has not for so long is away. */
    private static final Duration AWAY_AFTER = Duration.ofSeconds(30);

    /** Until one of a node's requests is free. */
    private static final Duration UNTIL_TAKEN = Duration.ofSeconds(3);

    /** Until whoever asked has read the answer to its end. */
    private static final Duration UNTIL_READ = Duration.ofMinutes(5);

    private static final Reason AWAY = new Reason("node-away", "");
    private static final Reason LATE = new Reason("late", "");

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Map<UUID, Waiting> given = new ConcurrentHashMap<>();

    /** To one node. */
    private static final class Line {
        private final LinkedTransferQueue<Waiting> questions = new LinkedTransferQueue<>();
        private volatile long heard = System.nanoTime();

        boolean isThere() {
            return questions.hasWaitingConsumer() || System.nanoTime() - heard < AWAY_AFTER.toNanos();
        }
    }

    /** Somebody who asked. */
    private record Waiting(
            UUID call, String system, Datum question, CompletableFuture<Outcome<Answer, Reason>> answer) {}

    /** See {@link org.tongqu.platform.data.exchange.NodeLines#ask}. */
    public Outcome<Answer, Reason> ask(String system, Question question, Duration patience)
            throws InterruptedException {
        var line = lines.get(system);
        if (line == null || !line.isThere()) {
            return Outcome.refused(AWAY);
        }
        var end = System.nanoTime() + patience.toNanos();
        var call = UUID.randomUUID();
        var asked = new Waiting(call, system, written(call, question, patience), new CompletableFuture<>());
        given.put(asked.call(), asked);
        try {
            var most = Math.min(UNTIL_TAKEN.toNanos(), patience.toNanos());
            if (!line.questions.tryTransfer(asked, most, TimeUnit.NANOSECONDS)) {
                return Outcome.refused(line.isThere() ? new Reason("node-busy", "") : AWAY);
            }
            return asked.answer().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            // Whatever comes now is not wanted any more, unless it came in this moment.
            return asked.answer().complete(Outcome.refused(LATE))
                    ? Outcome.refused(LATE)
                    : asked.answer().join();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault);
        } finally {
            given.remove(asked.call());
        }
    }

    private static Datum written(UUID call, Question question, Duration patience) {
        return Datum.empty()
                .with("call", Datum.of(call.toString()))
                .with("method", Datum.of(question.method()))
                .with("address", Datum.of(question.address().toString()))
                .with(
                        "headers",
                        Datum.of(question.headers().entrySet().stream()
                                .map(header -> Datum.empty()
                                        .with("name", Datum.of(header.getKey()))
                                        .with("value", Datum.of(header.getValue())))
                                .toList()))
                .with("body", Datum.of(question.body()))
                .with("patience", Datum.of(patience.toMillis()));
    }

    /** What the node of a system is to ask next; empty when nothing is asked for so long. */
    public Optional<Datum> next(String system, Duration wait) {
        var line = lines.computeIfAbsent(system, name -> new Line());
        line.heard = System.nanoTime();
        try {
            var next = line.questions.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
            line.heard = System.nanoTime();
            return Optional.ofNullable(next).map(Waiting::question);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What came of it. @param trouble why nothing came; empty when something did */
    public record Came(String call, int status, String trouble, InputStream body) {}

    /** Hands an answer to whoever waits for it, and returns when it was read. */
    public void answered(String system, Came came) {
        var waiting = known(came.call())
                .map(given::get)
                .filter(asked -> asked.system().equals(system));
        if (waiting.isEmpty()) {
            return;
        }
        var read = new CountDownLatch(1);
        var isWanted = waiting.get()
                .answer()
                .complete(
                        came.trouble().isEmpty()
                                ? Outcome.done(new Answer(came.status(), came.body(), read::countDown))
                                : Outcome.refused(new Reason(came.trouble(), "")));
        try {
            if (isWanted && came.trouble().isEmpty()) {
                read.await(UNTIL_READ.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<UUID> known(String call) {
        try {
            return Optional.of(UUID.fromString(call));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Nothing more is asked of the system's node. */
    public void end(String system) {
        lines.remove(system);
    }
}
