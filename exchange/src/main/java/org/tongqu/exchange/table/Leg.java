package org.tongqu.exchange.table;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tongqu.exchange.source.RowSource;
import org.tongqu.exchange.wire.BrokenWire;

/** Reading beside writing: two batches go round between two threads. */
final class Leg implements AutoCloseable {

    private final RowSource source;
    private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(2);
    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(2);
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    private final Batch broken = new Batch(0);
    private final Thread thread;

    Leg(RowSource source, RowReader reader) {
        this(source, reader, List.of(new Batch(), new Batch()));
    }

    /** @param two to begin with */
    Leg(RowSource source, RowReader reader, List<Batch> two) {
        this.source = source;
        free.addAll(two);
        this.thread = Thread.ofPlatform().daemon().name("exchange-reader").start(() -> read(reader));
    }

    private void read(RowReader reader) {
        try {
            reader.read(free, ready);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException | Error e) {
            fault.set(e);
            // The writer holds one batch at most, so there is room.
            ready.add(broken);
        }
    }

    /** The next batch, waited for; a fault of the reader comes out here. */
    Batch take() throws SQLException {
        try {
            var batch = ready.take();
            if (batch == broken) {
                throw fault();
            }
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while reading the source", e);
        }
    }

    private SQLException fault() {
        return switch (fault.get()) {
            case SQLException e -> e;
            case BrokenWire e -> new SQLException("The source sends what is not a row", e);
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> new SQLException("The reader ended without a word");
        };
    }

    void giveBack(Batch batch) {
        batch.clear();
        free.add(batch);
    }

    @Override
    public void close() throws SQLException {
        thread.interrupt();
        source.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
