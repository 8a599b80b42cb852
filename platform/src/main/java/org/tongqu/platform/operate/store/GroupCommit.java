package org.tongqu.platform.operate.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes things down, many in one commit: whatever came while the last commit was on its way goes with the next. Whoever
 * hands something in goes on only when its commit stands.
 *
 * @param <T> what is written
 */
public final class GroupCommit<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int TOGETHER = 500;

    private final BlockingQueue<Line<T>> waiting = new LinkedBlockingQueue<>();
    private final Consumer<List<T>> store;
    private final TransactionTemplate transactions;
    private final Thread writer;
    private volatile boolean isClosed;

    /** @param store writes all of these in the transaction it is called in */
    public GroupCommit(String name, Consumer<List<T>> store, TransactionTemplate transactions) {
        this.store = store;
        this.transactions = transactions;
        this.writer = Thread.ofPlatform().daemon().name(name).unstarted(this::write);
    }

    private record Line<T>(T thing, CompletableFuture<Void> written) {}

    public void start() {
        writer.start();
    }

    /**
     * Writes the thing; returns when that is committed.
     *
     * @return false when it could not be written
     */
    public boolean isWritten(T thing) {
        if (isClosed) {
            return false;
        }
        var line = new Line<>(thing, new CompletableFuture<>());
        waiting.add(line);
        try {
            line.written().join();
            return true;
        } catch (CompletionException failed) {
            return false;
        }
    }

    private void write() {
        var lines = new ArrayList<Line<T>>();
        while (!isClosed || !waiting.isEmpty()) {
            try {
                lines.clear();
                lines.add(waiting.take());
                waiting.drainTo(lines, TOGETHER - 1);
                write(lines);
            } catch (InterruptedException closing) {
                // What still waits is written before the loop ends.
            }
        }
    }

    private void write(List<Line<T>> lines) {
        var things = lines.stream().map(Line::thing).toList();
        try {
            transactions.executeWithoutResult(status -> store.accept(things));
            lines.forEach(line -> line.written().complete(null));
        } catch (RuntimeException fault) {
            LOG.error("{} things could not be written down by {}", things.size(), writer.getName(), fault);
            lines.forEach(line -> line.written().completeExceptionally(fault));
        }
    }

    @Override
    public void close() throws InterruptedException {
        isClosed = true;
        writer.interrupt();
        writer.join();
    }
}
