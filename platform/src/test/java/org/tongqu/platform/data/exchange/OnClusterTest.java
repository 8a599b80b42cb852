package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Answer;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.engines.comparisons.ComparisonJob.Pair;
import org.tongqu.engines.comparisons.ComparisonJob.Words;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.comparison.ComparisonRun;
import org.tongqu.platform.data.comparison.Comparisons;
import org.tongqu.platform.data.comparison.Finding;
import org.tongqu.platform.data.comparison.Finding.State;
import org.tongqu.platform.data.comparison.internal.Comparers;
import org.tongqu.platform.data.corrections.Corrections;
import org.tongqu.platform.data.exchange.ComparisonSettings.Cluster;
import org.tongqu.platform.data.exchange.ComparisonSettings.RunsOn;
import org.tongqu.platform.data.exchange.DeliveredTables.Asked;
import org.tongqu.platform.data.exchange.DeliveredTables.Barred;
import org.tongqu.platform.data.exchange.DeliveredTables.Unseen;
import org.tongqu.platform.data.exchange.internal.Preparing;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: a comparison that is to be made on a cluster needs agreements as any other, and then the cluster; what it finds is kept. */
class OnClusterTest {

    private static final Words WORDS = new Words(Label.same("t"), Label.same("t"), Label.same("t"));
    private static final Cluster NOWHERE = new Cluster("127.0.0.1", 1, 2, Path.of("nowhere"), Duration.ofSeconds(20));

    private static final Path PROGRAM = Path.of("..", "scale", "target");

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

    private static ComparisonJob names(Twin about, Twin against) {
        return new ComparisonJob(
                "names-on-a-cluster",
                WORDS,
                Finds.DIFFER,
                side(about),
                Optional.of(side(against)),
                List.of(new Pair("name", "name")),
                new Answer("name", "", Optional.of("name")),
                5,
                Sensitivity.PERSONAL,
                List.of());
    }

    static boolean isBuilt() {
        return Files.exists(PROGRAM.resolve("scale.jar"));
    }

    /** The whole build makes the program before these tests. */
    @Test
    @EnabledIf("isBuilt")
    void whatAClusterFindsGoesToItsSourceAndClosesWhenItIsGone() throws Exception {
        var about = new Twin("");
        var against = new Twin("");
        for (var twin : List.of(about, against)) {
            twin.people(9, 10);
            twin.agreed(Masking.PLAIN, OptionalLong.empty());
        }
        Twin.execute("UPDATE " + about.source + " SET xm = '林小兰' WHERE id IN (3, 5)");
        about.run();
        against.run();
        var comparisons = about.provider.bean(Comparisons.class);
        try (var cluster = new ClusterProcess(PROGRAM)) {
            var place = new Cluster("127.0.0.1", cluster.port(), 1, PROGRAM, Duration.ofMinutes(1));
            var comparer = new Comparers(
                    StartedPlatform.shared(),
                    new DeliveredTables(
                            about.provider.bean(Preparing.class),
                            new ComparisonSettings(RunsOn.CLUSTER, place),
                            about.provider.bean(Clock.class)));
            var job = comparisons.declare(names(about, against)).orElseThrow();

            assertThat(comparer.compare(job).counts().found()).isEqualTo(2);

            var found = comparisons.findings(job, Optional.empty(), Long.MAX_VALUE, 9);
            assertThat(found).extracting(Finding::state).containsExactly(State.SENT, State.SENT);
            assertThat(found.getFirst().said().about()).containsEntry("name", "林小兰");
            var corrections = about.provider.bean(Corrections.class);
            assertThat(corrections.find(
                            about.provider.officer(),
                            found.getFirst().correction().orElseThrow()))
                    .map(open -> open.told().delivered())
                    .contains("林小兰");
            var employer = Employer.at(StartedPlatform.shared(), about.consumer.organisation());
            assertThat(employer.signIn(employer.hires(Compiling.OFFICER))
                            .opens("/desk/comparisons/" + job.code() + "?state=sent")
                            .body())
                    .contains("已退回来源", found.getFirst().correction().orElseThrow());

            Twin.execute("UPDATE " + about.target + " SET name = (SELECT name FROM " + against.target
                    + " WHERE cert_no = 'C000003') WHERE cert_no = 'C000003'");
            var next = comparer.compare(job);

            assertThat(next.reach()).as("whole each time").isEqualTo(ComparisonRun.Reach.ALL);
            assertThat(next.counts().gone()).isEqualTo(1);
            assertThat(comparisons.findings(job, Optional.empty(), Long.MAX_VALUE, 9))
                    .extracting(Finding::state)
                    .containsExactlyInAnyOrder(State.SENT, State.CLOSED);
        }
    }
}
