package org.tongqu.platform.matter.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.matter.services.ServiceCatalogue;

/** FEATURE: the page of a case tells which step could not be done, why, and where the case goes on. */
class HandlingLinesTest {

    private final ServiceCatalogue catalogue = StartedPlatform.shared().bean(ServiceCatalogue.class);

    @Test
    void anErrorThatWasCaughtNamesTheStepAndTheEventOnItsEdge() {
        var pack = catalogue.items().stream()
                .map(item -> catalogue.pack(item.packId()))
                .filter(one -> one.process().nodes().values().stream().anyMatch(Node.Edge.class::isInstance))
                .findFirst()
                .orElseThrow();
        var edge = pack.process().nodes().values().stream()
                .filter(Node.Edge.class::isInstance)
                .map(Node.Edge.class::cast)
                .findFirst()
                .orElseThrow();
        var caught = new CaseEvent.ErrorCaught(
                Instant.EPOCH, "t-1", edge.id(), "service-refused", "no numbers left", new Datum.Fields(Map.of()));

        var line = Objects.requireNonNull(new HandlingLines(pack, Label::same).line(caught));

        assertThat(line.key()).isEqualTo("story.error-caught");
        assertThat(line.args()).containsExactly(CaseViews.step(pack, edge.hostId()), CaseViews.step(pack, edge.id()));
        assertThat(line.why()).isEqualTo(Optional.of("no numbers left"));
    }
}
