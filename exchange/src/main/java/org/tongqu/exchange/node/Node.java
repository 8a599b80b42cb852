package org.tongqu.exchange.node;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A node at work: one thread that reads, one that sends, some that ask interfaces, and a page. */
final class Node implements AutoCloseable {

    private final List<Thread> threads;
    private final StatusPage page;
    private final Interfaces interfaces;
    private final Optional<CallsPort> calls;

    private Node(List<Thread> threads, StatusPage page, Interfaces interfaces, Optional<CallsPort> calls) {
        this.threads = threads;
        this.page = page;
        this.interfaces = interfaces;
        this.calls = calls;
    }

    /**
     * How much it may keep, and where it is called.
     *
     * @param port of the page; 0 for any
     * @param calls where the department's systems call what others offer; empty when they do not call here
     */
    record Settings(long spoolBytes, int port, Optional<InetSocketAddress> calls) {}

    static Node start(Home home, Identity identity, Settings settings) {
        var standing = new Standing();
        var spool = Spool.open(home, settings.spoolBytes());
        var tally = new Tally(home);
        var line = new Worker.Line(identity);
        var kept = new Worker.Kept(home, spool, tally);
        var page = StatusPage.open(settings.port(), new StatusPage.Shown(standing, spool, line, home));
        var calls = settings.calls().map(at -> CallsPort.open(at, line, standing, Instant::now));
        var interfaces = new Interfaces(home, line, standing, Instant::now);
        var threads = List.of(
                thread("node-sender", new Sender(spool, line, tally, standing, Instant::now)),
                thread("node-worker", new Worker(kept, line, standing, Instant::now)),
                thread("node-interfaces", interfaces));
        return new Node(threads, page, interfaces, calls);
    }

    private static Thread thread(String name, Runnable work) {
        return Thread.ofPlatform().name(name).start(work);
    }

    int port() {
        return page.port();
    }

    Optional<Integer> callsPort() {
        return calls.map(CallsPort::port);
    }

    void join() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        interfaces.close();
        calls.ifPresent(CallsPort::close);
        page.close();
    }
}
