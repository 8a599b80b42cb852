package org.tongqu.scale.evidence;

import java.util.HashMap;
import java.util.Map;
import org.tongqu.engines.linkage.LinkageParts;
import org.tongqu.engines.linkage.Weights;
import org.tongqu.scale.evidence.Passed.Counted;

/** Estimates the weights from all counts. */
final class Weighing extends AtEnd<Counted, Weights> {

    static final int CANDIDATES = 0;
    static final int DRAWN = 1;

    private final LinkageParts parts;
    private final Map<Integer, Long> candidates = new HashMap<>();
    private final Map<Integer, Long> drawn = new HashMap<>();

    Weighing(LinkageParts parts) {
        this.parts = parts;
    }

    @Override
    void take(Counted counted) {
        (counted.kind() == CANDIDATES ? candidates : drawn).merge(counted.pattern(), counted.count(), Long::sum);
    }

    @Override
    void end() {
        say(parts.weights(candidates, drawn));
    }
}
