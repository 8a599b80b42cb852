package org.tongqu.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Trait;
import org.tongqu.engines.linkage.Evidence;
import org.tongqu.engines.linkage.Explained.Piece;
import org.tongqu.engines.linkage.Linkage;
import org.tongqu.engines.linkage.Rows;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.crosscheck.CrossCheck;
import org.tongqu.exchange.crosscheck.Found;
import org.tongqu.exchange.crosscheck.RowList;
import org.tongqu.scale.OnCluster.Asked;

/** FEATURE: a cluster of separate programs finds row by row what the program itself finds. */
class OnClusterTest {

    private static final int PEOPLE = 6000;
    private static final long SEED = 7;

    /** So many tasks have ended when the worker is killed, and many more have not. */
    private static final int ENOUGH = 8;

    private static Deliveries deliveries;
    private static LocalCluster cluster;
    private static Login one;
    private static Login other;

    @BeforeAll
    static void aClusterAndTwoDatabases() throws Exception {
        cluster = LocalCluster.start(Path.of("target", "cluster").toAbsolutePath(), 2);
        deliveries = Deliveries.start();
        one = deliveries.login("one");
        other = deliveries.login("other");
        var made = Deliveries.made(PEOPLE).toArray(String[]::new);
        Deliveries.execute(one, made);
        Deliveries.execute(other, made);
    }

    @AfterAll
    static void stop() {
        cluster.close();
        deliveries.close();
    }

    private static List<String> lines(List<Found> found) {
        return found.stream().map(Found::toString).sorted().toList();
    }

    @Test
    void byIdentifierTheSidesMayStandInTwoDatabases() throws Exception {
        var job = Deliveries.job("deceased-still-paid");
        List<Found> own = new ArrayList<>();
        new CrossCheck(job, Deliveries.PAID, Deliveries.DEATHS, one).all(own::add);

        var answer = new OnCluster(cluster.client(2))
                .byKey(new Asked(job, Deliveries.PAID, one, Deliveries.DEATHS, other))
                .orElseThrow();

        assertThat(own).hasSizeGreaterThan(500);
        assertThat(lines(answer.found())).isEqualTo(lines(own));
    }

    /** The shipped comparison by evidence, and all other kinds of evidence there are. */
    private static ComparisonJob byEvidence() {
        var job = Deliveries.job("deceased-under-another-number");
        return new ComparisonJob(
                job.code(),
                job.words(),
                job.finds(),
                job.about(),
                job.against(),
                job.pairs(),
                job.answer(),
                job.days(),
                job.sensitivity(),
                Stream.concat(
                                job.traits().stream(),
                                Stream.of(
                                        new Trait(Evidence.PHONE, "phone", "phone"),
                                        new Trait(Evidence.ADDRESS, "household_address", "address")))
                        .toList());
    }

    private record Values(RowList list, List<String> names) implements Rows {

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public String value(int row, int field) {
            return list.value(row, names.get(field)).strip();
        }
    }

    /** What the program itself links, each link with its score and what each trait weighs. */
    private static List<String> linked(ComparisonJob job) throws SQLException {
        var lists = new CrossCheck(job, Deliveries.POPULATION, Deliveries.DEATHS, one)
                .lists(PEOPLE)
                .orElseThrow();
        var own = new Values(
                lists.about(), job.traits().stream().map(Trait::about).toList());
        var other = new Values(
                lists.against(), job.traits().stream().map(Trait::against).toList());
        var linkage = new Linkage(job.plan(), own, other);
        var linked = linkage.link(SEED);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < linked.left().length; i++) {
            var explained = linkage.explain(linked.weights(), linked.left()[i], linked.right()[i]);
            lines.add((i < linked.sure()) + " " + linked.scores()[i] + " "
                    + explained.pieces().stream().map(Piece::weight).toList() + " "
                    + Arrays.toString(lists.about().rows().get(linked.left()[i])) + " "
                    + Arrays.toString(lists.against().rows().get(linked.right()[i])));
        }
        return lines;
    }

    private static List<String> lines(OnCluster.Linked linked) {
        List<String> lines = new ArrayList<>();
        for (var link : linked.links()) {
            lines.add((lines.size() < linked.sure()) + " " + link.score() + " "
                    + Arrays.stream(link.weights()).boxed().toList() + " " + Arrays.toString(link.about()) + " "
                    + Arrays.toString(link.against()));
        }
        return lines;
    }

    @Test
    void byEvidenceTheSameAreLinkedForTheSameReasonsThoughAWorkerIsKilledMidway() throws Exception {
        var job = byEvidence();
        var asked = new Asked(job, Deliveries.POPULATION, one, Deliveries.DEATHS, other);
        var client = cluster.client(2);
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = beside.submit(() -> new OnCluster(client).byEvidence(asked, SEED));
            while (client.progress(OnCluster.name(asked, "linking")).stream()
                    .noneMatch(one -> one.state().equals("RUNNING") && one.finished() >= ENOUGH)) {
                assertThat(running.isDone()).isFalse();
            }
            cluster.kill(0);
            cluster.addWorker();

            var own = linked(job);
            assertThat(own).hasSizeGreaterThan(1500).anyMatch(line -> line.startsWith("false"));
            assertThat(lines(running.get())).isEqualTo(own);
            assertThat(client.progress(OnCluster.name(asked, "linking")))
                    .as("the loss hit it")
                    .anyMatch(one -> one.losses() > 0);
        }
    }
}
