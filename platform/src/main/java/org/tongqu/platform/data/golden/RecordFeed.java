package org.tongqu.platform.data.golden;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.StoredRecords.Stored;
import org.tongqu.platform.data.golden.internal.FeedStore;

/**
 * All records of a register in the order in which they last changed. Whoever reads on from where they stopped misses none:
 * only changes are told before which nothing can still come. A record that changes again while it is read comes again later.
 */
@Service
public class RecordFeed {

    private final FeedStore store;

    RecordFeed(FeedStore store) {
        this.store = store;
    }

    /** @param record as it is now; empty for one that is no more */
    public record Line(Position position, String identifier, Optional<Stored> record) {

        @Override
        public String toString() {
            return "Line[position=" + position + "]";
        }
    }

    /** Up to where it can be read now. */
    @Transactional(readOnly = true)
    public Position end() {
        return Position.before(store.oldest());
    }

    /** Of each register that has any the last change that can be read; one statement, however many there are. */
    @Transactional(readOnly = true)
    public Map<String, Position> last(Collection<String> registers) {
        Map<String, Position> last = new HashMap<>();
        store.last(registers).forEach((register, changed) -> last.put(register, Position.before(changed + 1)));
        return last;
    }

    /** What lies behind the one place and not behind the other, in order. */
    @Transactional(readOnly = true)
    public List<Line> lines(Register register, Position after, Position upTo, int limit) {
        return store.rows(register, after, upTo, limit).stream()
                .map(row -> new Line(
                        row.position(),
                        row.identifier(),
                        row.fields().map(fields -> new Stored(register, row.identifier(), fields))))
                .toList();
    }
}
