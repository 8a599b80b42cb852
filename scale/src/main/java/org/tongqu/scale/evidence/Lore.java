package org.tongqu.scale.evidence;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongqu.engines.linkage.Columns;
import org.tongqu.engines.linkage.LinkageParts;
import org.tongqu.engines.linkage.Rows;
import org.tongqu.scale.evidence.Passed.Learned;

/**
 * What one has to know of all rows to say something of a few.
 *
 * @param common by field, what too many mention
 * @param means by field, how often two rows drawn at random mention the same
 */
record Lore(LinkageParts parts, List<Set<String>> common, List<Double> means) implements Serializable {

    static Lore of(LinkageParts parts, List<Learned> all) {
        var fields = parts.plan().fields().size();
        List<Set<String>> common = Stream.generate(() -> (Set<String>) new HashSet<String>())
                .limit(fields)
                .toList();
        var met = new double[fields];
        for (var learned : all) {
            met[learned.field()] += learned.met();
            if (!learned.text().isEmpty()) {
                common.get(learned.field()).add(learned.text());
            }
        }
        return new Lore(
                parts,
                List.copyOf(common),
                IntStream.range(0, fields)
                        .mapToObj(field -> parts.mean(met[field]))
                        .toList());
    }

    Columns columns(Rows left, Rows right) {
        return parts.columns(left, right, common);
    }

    /** Of a row of which nothing is rare. */
    double[] rarities() {
        var rarities = new double[means.size()];
        java.util.Arrays.fill(rarities, 1);
        return rarities;
    }

    double rarity(int field, long count) {
        return parts.rarity(count, means.get(field));
    }
}
