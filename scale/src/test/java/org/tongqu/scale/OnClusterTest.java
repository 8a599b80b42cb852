package org.tongqu.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
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
import org.tongqu.engines.linkage.Linkage;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.cluster.ClusterAnswer;
import org.tongqu.exchange.cluster.ClusterAnswer.Links;
import org.tongqu.exchange.cluster.ClusterOrder;
import org.tongqu.exchange.cluster.ClusterOrder.Delivered;
import org.tongqu.exchange.cluster.ClusterOrder.Place;
import org.tongqu.exchange.cluster.ClusterProgram;
import org.tongqu.exchange.cluster.ClusterRefusal;
import org.tongqu.exchange.crosscheck.CrossCheck;
import org.tongqu.exchange.crosscheck.Found;
import org.tongqu.kernel.Outcome;

/** FEATURE: a cluster of separate programs finds row by row what the program itself finds. */
class OnClusterTest {

    private static final int PEOPLE = 6000;
    private static final long SEED = 7;

    /** Programs that live for seconds are not worth much compiling. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    /** So many tasks have ended when the worker is killed, and many more have not. */
    private static final int ENOUGH = 8;

    private static Deliveries deliveries;
    private static LocalCluster cluster;
    private static Login one;
    private static Login other;

    @BeforeAll
    static void aClusterAndTwoDatabases() throws Exception {
        cluster = LocalCluster.start(Path.of("target", "cluster").toAbsolutePath(), 2, QUICK);
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

    /** Has it made by the program of its own, with the deaths from another database. */
    private static ClusterAnswer made(ComparisonJob job, Delivered about) throws InterruptedException {
        var client = cluster.client(2);
        return new ClusterProgram(System.getProperty("java.class.path"), Duration.ofMinutes(3))
                .make(new ClusterOrder(
                        job,
                        about,
                        new Delivered(Deliveries.DEATHS, other),
                        new Place(client.host(), client.port(), client.parallelism()),
                        SEED))
                .orElseThrow();
    }

    private static List<String> lines(List<Found> found) {
        return found.stream().map(Found::toString).sorted().toList();
    }

    @Test
    void byIdentifierTheSidesMayStandInTwoDatabases() throws Exception {
        var job = Deliveries.job("deceased-still-paid");
        List<Found> own = new ArrayList<>();
        new CrossCheck(job, Deliveries.PAID, Deliveries.DEATHS, one).all(own::add);

        var answer = made(job, new Delivered(Deliveries.PAID, one));

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

    /** What the program itself links, each link with its score and what each trait weighs. */
    private static List<String> linked(ComparisonJob job) throws SQLException {
        var lists = new CrossCheck(job, Deliveries.POPULATION, Deliveries.DEATHS, one)
                .lists(PEOPLE)
                .orElseThrow();
        var linkage = new Linkage(
                job.plan(),
                lists.about().read(job.traits().stream().map(Trait::about).toList()),
                lists.against().read(job.traits().stream().map(Trait::against).toList()));
        var linked = linkage.link(SEED);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < linked.left().length; i++) {
            var explained = linkage.explain(linked.weights(), linked.left()[i], linked.right()[i]);
            lines.add((i < linked.sure()) + " " + explained + " "
                    + Arrays.toString(lists.about().rows().get(linked.left()[i])) + " "
                    + Arrays.toString(lists.against().rows().get(linked.right()[i])));
        }
        return lines;
    }

    private static List<String> lines(Links links) {
        List<String> lines = new ArrayList<>();
        for (var reasons : links.reasons()) {
            var at = lines.size();
            lines.add((at < links.sure()) + " " + reasons + " "
                    + Arrays.toString(links.lists().about().rows().get(at)) + " "
                    + Arrays.toString(links.lists().against().rows().get(at)));
        }
        return lines;
    }

    private static List<Cluster.Progress> progress(ComparisonJob job) throws InterruptedException {
        return cluster.client(2).progress(OnCluster.name(job, "linking"));
    }

    @Test
    void byEvidenceTheSameAreLinkedForTheSameReasonsThoughAWorkerIsKilledMidway() throws Exception {
        var job = byEvidence();
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = beside.submit(() -> made(job, new Delivered(Deliveries.POPULATION, one)));
            while (progress(job).stream().noneMatch(one -> one.state().equals("RUNNING") && one.finished() >= ENOUGH)) {
                assertThat(running.isDone()).isFalse();
            }
            cluster.kill(0);
            cluster.addWorker();

            var own = linked(job);
            assertThat(own).hasSizeGreaterThan(1500).anyMatch(line -> line.startsWith("false"));
            assertThat(lines(running.get().links().orElseThrow())).isEqualTo(own);
            assertThat(progress(job)).as("the loss hit it").anyMatch(one -> one.losses() > 0);
        }
    }

    @Test
    void aClusterThatIsAwayIsARefusal() throws Exception {
        var order = new ClusterOrder(
                Deliveries.job("deceased-still-paid"),
                new Delivered(Deliveries.PAID, one),
                new Delivered(Deliveries.DEATHS, other),
                new Place("127.0.0.1", 1, 1),
                SEED);

        assertThat(new ClusterProgram(System.getProperty("java.class.path"), Duration.ofMinutes(3)).make(order))
                .isEqualTo(Outcome.refused(new ClusterRefusal.Away()));
        assertThat(ClusterProgram.in(Path.of("nowhere"), Duration.ofMinutes(3)).make(order))
                .isEqualTo(Outcome.refused(new ClusterRefusal.Away()));
    }
}
