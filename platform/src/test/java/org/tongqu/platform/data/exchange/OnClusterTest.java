package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Answer;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.engines.comparisons.ComparisonJob.Words;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.exchange.ComparisonSettings.Cluster;
import org.tongqu.platform.data.exchange.ComparisonSettings.RunsOn;
import org.tongqu.platform.data.exchange.DeliveredTables.Asked;
import org.tongqu.platform.data.exchange.DeliveredTables.Barred;
import org.tongqu.platform.data.exchange.DeliveredTables.Unseen;
import org.tongqu.platform.data.exchange.internal.Preparing;

/** FEATURE: a comparison that is to be made on a cluster needs agreements as any other, and then the cluster. */
class OnClusterTest {

    private static final Words WORDS = new Words(Label.same("t"), Label.same("t"), Label.same("t"));
    private static final Cluster NOWHERE = new Cluster("127.0.0.1", 1, 2, Path.of("nowhere"), Duration.ofSeconds(20));

    private static Side side(Twin twin) {
        return new Side(twin.flow.id(), List.of("cert_no"), List.of(), Optional.empty(), List.of("name"));
    }

    @Test
    void withoutAnAgreementItIsNotAskedAndAClusterThatIsAwayIsNamed() throws Exception {
        var about = new Twin("");
        var against = new Twin("");
        var tables = new DeliveredTables(
                about.provider.bean(Preparing.class),
                new ComparisonSettings(RunsOn.CLUSTER, NOWHERE),
                about.provider.bean(Clock.class));
        var job = new ComparisonJob(
                "t",
                WORDS,
                Finds.BOTH,
                side(about),
                Optional.of(side(against)),
                List.of(),
                new Answer("name", "", Optional.empty()),
                5,
                Sensitivity.PERSONAL,
                List.of());
        var asked = new Asked(job, about.flow, against.flow);

        assertThat(tables.isOnCluster()).isTrue();
        assertThat(tables.onCluster(asked, 0))
                .isEqualTo(Outcome.refused(new Barred(Unseen.NOT_PERMITTED, about.flow.id(), "")));

        about.agreed(Masking.PLAIN, OptionalLong.empty());
        against.agreed(Masking.PLAIN, OptionalLong.empty());

        assertThat(tables.onCluster(asked, 0))
                .isEqualTo(Outcome.refused(new Barred(Unseen.CLUSTER_AWAY, "127.0.0.1:1", "")));
    }
}
