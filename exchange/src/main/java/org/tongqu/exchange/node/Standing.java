package org.tongqu.exchange.node;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How the node stands, for its page: written by the threads that work, read by whoever looks. */
final class Standing {

    private static final int TROUBLES = 20;

    private final Map<String, FlowLine> flows = new LinkedHashMap<>();
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final LongAdder asked = new LongAdder();
    private final LongAdder called = new LongAdder();
    private @Nullable Instant since;
    private @Nullable Instant heard;

    /** What is known of a flow. @param rows that the centre committed since this program began */
    record FlowLine(
            String id,
            String zh,
            String en,
            Instant began,
            Optional<Instant> ended,
            long rows,
            long aside,
            String state) {}

    /** What went wrong, and whether it still does. @param code names the words @param times in a row */
    record Trouble(Instant at, String about, String code, String detail, int times) {}

    /** How many calls went through since this program began. @param asked of others, here @param called by systems of here */
    record Calls(long asked, long called) {}

    /** All of it. @param since the centre answers; empty while it does not */
    record Seen(
            Optional<Instant> since,
            Optional<Instant> heard,
            List<FlowLine> flows,
            List<Trouble> troubles,
            Calls calls) {}

    /** A call of another department was answered by one of this department's interfaces. */
    void asked() {
        asked.increment();
    }

    /** A call of one of this department's systems was answered by the centre. */
    void called() {
        called.increment();
    }

    synchronized Seen seen() {
        return new Seen(
                Optional.ofNullable(since),
                Optional.ofNullable(heard),
                List.copyOf(flows.values()),
                List.copyOf(troubles),
                new Calls(asked.sum(), called.sum()));
    }

    synchronized void hears(Instant now) {
        since = since == null ? now : since;
        heard = now;
    }

    synchronized void isAway(Instant now, String why) {
        since = null;
        trouble(now, "", "centre-away", why);
    }

    synchronized void trouble(Instant now, String about, String code, String detail) {
        var last = troubles.peekFirst();
        var times = 1;
        if (last != null && last.about().equals(about) && last.code().equals(code)) {
            times += last.times();
            troubles.removeFirst();
        }
        troubles.addFirst(new Trouble(now, about, code, detail, times));
        while (troubles.size() > TROUBLES) {
            troubles.removeLast();
        }
    }

    /** @param doing what is done with it, as the page names it */
    synchronized void begins(org.tongqu.engines.exchanges.Flow flow, String doing, Instant now) {
        var before = flows.get(flow.id());
        flows.put(
                flow.id(),
                new FlowLine(
                        flow.id(),
                        flow.title().zh(),
                        flow.title().en(),
                        now,
                        Optional.empty(),
                        before == null ? 0 : before.rows(),
                        before == null ? 0 : before.aside(),
                        doing));
    }

    synchronized void committed(String flow, long rows, long aside) {
        change(
                flow,
                line -> new FlowLine(
                        line.id(),
                        line.zh(),
                        line.en(),
                        line.began(),
                        line.ended(),
                        line.rows() + rows,
                        line.aside() + aside,
                        line.state()));
    }

    synchronized void ended(String flow, String state, Instant now) {
        change(
                flow,
                line -> new FlowLine(
                        line.id(),
                        line.zh(),
                        line.en(),
                        line.began(),
                        Optional.of(now),
                        line.rows(),
                        line.aside(),
                        state));
    }

    private void change(String flow, java.util.function.UnaryOperator<FlowLine> how) {
        flows.computeIfPresent(flow, (id, line) -> how.apply(line));
    }
}
