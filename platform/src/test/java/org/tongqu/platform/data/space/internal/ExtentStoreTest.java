package org.tongqu.platform.data.space.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.space.Shapes;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.space.Extent;

/** FEATURE: how many things a layer has, and where, is known without counting them. */
class ExtentStoreTest {

    private final StartedPlatform platform = StartedPlatform.shared();
    private final FollowStore follow = platform.bean(FollowStore.class);
    private final ExtentStore extents = platform.bean(ExtentStore.class);
    /** One that is on no map, so that nobody else writes to it. */
    private final Register register =
            platform.bean(GoldenRegisters.class).find("key-project").orElseThrow();

    private static FeatureRow row(int thing, SplittableRandom random) {
        var west = 110 + random.nextInt(8);
        var south = 30 + random.nextInt(8);
        var box = Shapes.box(new Envelope(west, west + 1 + random.nextInt(2), south, south + 1));
        return new FeatureRow(
                "x" + thing, "k" + random.nextInt(3), "", "", "", box, Map.of(), Map.of(), Optional.empty());
    }

    @Test
    void whatIsKeptIsWhatCountingSays_howeverThingsComeMoveAndGo() {
        var random = new SplittableRandom(20_261_128);
        Map<String, FeatureRow> there = new HashMap<>();
        for (int step = 0; step < 60; step++) {
            if (random.nextInt(3) == 0) {
                var gone = there.keySet().stream()
                        .filter(one -> random.nextInt(3) == 0)
                        .toList();
                follow.remove(register, gone);
                gone.forEach(there::remove);
            } else {
                Map<String, FeatureRow> more = new LinkedHashMap<>();
                for (int i = random.nextInt(6); i >= 0; i--) {
                    var row = row(random.nextInt(25), random);
                    more.put(row.identifier(), row);
                }
                follow.put(register, new ArrayList<>(more.values()));
                there.putAll(more);
            }
            assertThat(kept()).as("after step %s", step).isEqualTo(counted(there));
        }
        follow.remove(register, List.copyOf(there.keySet()));
        assertThat(kept()).isEmpty();
    }

    private Map<String, Extent> kept() {
        Map<String, Extent> kept = new HashMap<>(extents.all());
        kept.keySet().removeIf(layer -> !layer.startsWith(register.code()));
        return kept;
    }

    private Map<String, Extent> counted(Map<String, FeatureRow> there) {
        Map<String, Extent> counted = new HashMap<>();
        for (var row : there.values()) {
            var one = new Extent(1, row.shape().getEnvelopeInternal());
            counted.merge(register.code(), one, Extent::with);
            counted.merge(register.code() + "." + row.kind(), one, Extent::with);
        }
        return counted;
    }
}
