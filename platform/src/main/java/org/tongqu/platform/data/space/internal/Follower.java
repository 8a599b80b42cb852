package org.tongqu.platform.data.space.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.Position;
import org.tongqu.platform.data.golden.RecordFeed;
import org.tongqu.platform.data.golden.StoredRecords;

/** Takes over changes of golden records lot by lot; each lot and the place behind it are one transaction. */
@Component
public class Follower {

    private static final int LOT = 500;

    private final LayerBook book;
    private final RecordFeed feed;
    private final StoredRecords records;
    private final FollowStore store;
    private final TransactionTemplate transaction;

    Follower(
            LayerBook book,
            RecordFeed feed,
            StoredRecords records,
            FollowStore store,
            TransactionTemplate transaction) {
        this.book = book;
        this.feed = feed;
        this.records = records;
        this.store = store;
        this.transaction = transaction;
    }

    public List<Register> registers() {
        return book.registers();
    }

    /** Takes over the next lot. @return whether there may be more */
    public boolean step(Register register) {
        var end = feed.end();
        var declaration = Integer.toHexString(register.toString().hashCode());
        var reached = store.reached(register, declaration).flatMap(Position::parse);
        if (reached.isPresent() && feed.lines(register, reached.get(), end, 1).isEmpty()) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> {
            return store.position(register, declaration, Position.START.text())
                    .flatMap(Position::parse)
                    .map(after -> lot(register, declaration, after, end))
                    .orElse(false);
        }));
    }

    private boolean lot(Register register, String declaration, Position after, Position end) {
        var lines = feed.lines(register, after, end, LOT);
        if (lines.isEmpty()) {
            return false;
        }
        var maker = new FeatureRow.Maker(records, register);
        Map<String, FeatureRow> there = new LinkedHashMap<>();
        List<String> gone = new ArrayList<>();
        for (var line : lines) {
            var row = line.record().flatMap(maker::row);
            row.ifPresentOrElse(made -> there.put(line.identifier(), made), () -> gone.add(line.identifier()));
        }
        store.put(register, List.copyOf(there.values()));
        store.remove(
                register, gone.stream().filter(one -> !there.containsKey(one)).toList());
        store.reached(register, declaration, lines.getLast().position().text());
        return lines.size() == LOT;
    }
}
