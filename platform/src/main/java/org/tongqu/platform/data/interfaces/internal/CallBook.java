package org.tongqu.platform.data.interfaces.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.platform.data.interfaces.Call;
import org.tongqu.platform.data.interfaces.CallRefusal.Why;

/**
 * Writes calls down, many in one commit: whatever came while the last commit was on its way goes with the next. A call is
 * told only when its commit stands; one that cannot be written is not answered.
 */
@Component
class CallBook implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CallBook.class);
    private static final int TOGETHER = 500;

    private final BlockingQueue<Line> waiting = new LinkedBlockingQueue<>();
    private final CallStore store;
    private final TransactionTemplate transactions;
    private final Thread writer;
    private volatile boolean isClosed;

    CallBook(CallStore store, TransactionTemplate transactions) {
        this.store = store;
        this.transactions = transactions;
        this.writer = Thread.ofPlatform().daemon().name("call-book").unstarted(this::write);
    }

    private record Line(Call call, CompletableFuture<Void> written) {}

    @Override
    public void afterPropertiesSet() {
        writer.start();
    }

    /**
     * Writes the call; returns when that is committed.
     *
     * @return false when it could not be written
     */
    boolean isWritten(Call call) {
        if (isClosed) {
            return false;
        }
        var line = new Line(call, new CompletableFuture<>());
        waiting.add(line);
        try {
            line.written().join();
            return true;
        } catch (CompletionException failed) {
            return false;
        }
    }

    private void write() {
        var lines = new ArrayList<Line>();
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

    private void write(List<Line> lines) {
        var calls = lines.stream().map(Line::call).toList();
        try {
            transactions.executeWithoutResult(status -> store.write(calls));
            lines.forEach(line -> line.written().complete(null));
        } catch (RuntimeException fault) {
            LOG.error("{} calls could not be written down and are not answered", calls.size(), fault);
            lines.forEach(line -> line.written().completeExceptionally(fault));
        }
    }

    /** Refused for being too many, calls are counted and not each written down. */
    static boolean isCountedOnly(Call call) {
        return call.why().filter(why -> why == Why.TOO_OFTEN).isPresent();
    }

    @Override
    public void destroy() throws InterruptedException {
        isClosed = true;
        writer.interrupt();
        writer.join();
    }
}
