package org.tongqu.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.crosscheck.CrossCheck;
import org.tongqu.exchange.crosscheck.Found;
import org.tongqu.scale.OnCluster.Asked;

/** FEATURE: a cluster of separate programs finds row by row what the program itself finds. */
class OnClusterTest {

    private static final int PEOPLE = 6000;

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
}
