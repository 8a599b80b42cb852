package org.tongqu.scale;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.crosscheck.CrossParts;
import org.tongqu.exchange.crosscheck.CrossParts.Incomparable;
import org.tongqu.exchange.crosscheck.CrossParts.Readings;
import org.tongqu.exchange.crosscheck.Found;
import org.tongqu.kernel.Outcome;

/** Makes comparisons on a cluster. The two sides may stand in different databases. */
public final class OnCluster {

    /** So many parts for each worker, so that little is read again when one is lost. */
    private static final int PARTS = 4;

    private final Cluster cluster;

    public OnCluster(Cluster cluster) {
        this.cluster = cluster;
    }

    /** A comparison, its flows, and where they deliver to. */
    public record Asked(ComparisonJob job, Flow about, Login aboutLogin, Flow against, Login againstLogin) {}

    /** What was found. @param moment of the database that it is about */
    public record Answer(List<Found> found, String moment) {

        public Answer {
            found = List.copyOf(found);
        }
    }

    /** A comparison by identifier, of everything. */
    public Outcome<Answer, Incomparable> byKey(Asked asked) throws Exception {
        var parts = new CrossParts(asked.job(), asked.about(), asked.against());
        try (var about = Look.at(asked.aboutLogin());
                var against = Look.at(asked.againstLogin())) {
            return switch (parts.byKey(about.connection(), against.connection(), cluster.parallelism() * PARTS)) {
                case Outcome.Refused<Readings, Incomparable>(var why) -> Outcome.refused(why);
                case Outcome.Done<Readings, Incomparable>(var readings) -> {
                    var job = new ByKey(readings, about.entry(), against.entry());
                    var found = collected(job.found(cluster.environment()), asked).stream()
                            .map(row -> parts.found(row.texts()))
                            .toList();
                    yield Outcome.done(new Answer(found, about.moment()));
                }
            };
        }
    }

    private static <T> List<T> collected(DataStream<T> stream, Asked asked) throws Exception {
        List<T> all = new ArrayList<>();
        try (var rows = stream.executeAndCollect("tongqu " + asked.job().code())) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}
