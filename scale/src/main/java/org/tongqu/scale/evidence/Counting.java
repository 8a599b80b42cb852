package org.tongqu.scale.evidence;

import java.util.HashMap;
import java.util.Map;
import org.tongqu.scale.evidence.Passed.Counted;
import org.tongqu.scale.evidence.Passed.Paired;

/** Counts patterns where they are, so that only counts travel. */
final class Counting extends AtEnd<Paired, Counted> {

    private final int kind;
    private final Map<Integer, Long> counts = new HashMap<>();

    Counting(int kind) {
        this.kind = kind;
    }

    @Override
    void take(Paired pair) {
        counts.merge(pair.pattern(), 1L, Long::sum);
    }

    @Override
    void end() {
        counts.forEach((pattern, count) -> say(new Counted(kind, pattern, count)));
    }
}
