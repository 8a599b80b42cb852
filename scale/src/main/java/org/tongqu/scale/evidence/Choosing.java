package org.tongqu.scale.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tongqu.engines.linkage.LinkageParts;
import org.tongqu.scale.evidence.Passed.Linking;
import org.tongqu.scale.evidence.Passed.Scored;

/** Takes the best pairs, each row once. */
final class Choosing extends AtEnd<Scored, Linking> {

    private final LinkageParts parts;
    private final List<Scored> pairs = new ArrayList<>();

    Choosing(LinkageParts parts) {
        this.parts = parts;
    }

    @Override
    void take(Scored pair) {
        pairs.add(pair);
    }

    @Override
    void end() {
        pairs.sort(Comparator.comparingInt(Scored::left).thenComparingInt(Scored::right));
        var both = pairs.stream()
                .mapToLong(pair -> (long) pair.left() << 32 | pair.right())
                .toArray();
        var taken = parts.taken(both, pairs.stream().mapToDouble(Scored::score).toArray());
        for (int place = 0; place < taken.places().length; place++) {
            var pair = pairs.get(taken.places()[place]);
            say(new Linking(place, taken.sure(), pair, new String[0], new String[0]));
        }
    }
}
