package org.tongqu.exchange.node;

import java.time.Instant;
import java.util.List;

/** A node at work: one thread that reads, one that sends, and a page. */
final class Node implements AutoCloseable {

    private final List<Thread> threads;
    private final StatusPage page;

    private Node(List<Thread> threads, StatusPage page) {
        this.threads = threads;
        this.page = page;
    }

    /** How much it may keep, and where its page is. @param port of the page; 0 for any */
    record Settings(long spoolBytes, int port) {}

    static Node start(Home home, Identity identity, Settings settings) {
        var standing = new Standing();
        var spool = Spool.open(home, settings.spoolBytes());
        var tally = new Tally(home);
        var line = new Worker.Line(identity);
        var kept = new Worker.Kept(home, spool, tally);
        var page = StatusPage.open(settings.port(), new StatusPage.Shown(standing, spool, line, home));
        var threads = List.of(
                thread("node-sender", new Sender(spool, line, tally, standing, Instant::now)),
                thread("node-worker", new Worker(kept, line, standing, Instant::now)));
        return new Node(threads, page);
    }

    private static Thread thread(String name, Runnable work) {
        return Thread.ofPlatform().name(name).start(work);
    }

    int port() {
        return page.port();
    }

    void join() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        page.close();
    }
}
