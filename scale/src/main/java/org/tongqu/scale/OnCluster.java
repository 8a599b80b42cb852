package org.tongqu.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Trait;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.linkage.Explained;
import org.tongqu.engines.linkage.LinkageParts;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.crosscheck.CrossParts;
import org.tongqu.exchange.crosscheck.CrossParts.Incomparable;
import org.tongqu.exchange.crosscheck.CrossParts.Readings;
import org.tongqu.kernel.Outcome;
import org.tongqu.scale.evidence.LinkingJobs;
import org.tongqu.scale.evidence.Passed.Linking;

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

    /** What was found. @param rows see {@link CrossParts#found} @param moment of the database that it is about */
    public record Answer(List<@Nullable String[]> rows, String moment) {

        public Answer {
            rows = List.copyOf(rows);
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
                    var found = collected(job.found(cluster.environment()), name(asked.job(), "by key")).stream()
                            .map(Row::texts)
                            .toList();
                    yield Outcome.done(new Answer(found, about.moment()));
                }
            };
        }
    }

    /** A link: what the rows say, and what each trait weighs. */
    public record Link(String[] about, String[] against, Explained reasons) {}

    /** What was linked, the best first. @param sure so many are taken to be one */
    public record Linked(List<Link> links, int sure, String moment) {

        public Linked {
            links = List.copyOf(links);
        }
    }

    /** A comparison by evidence. @param seed for the pairs drawn at random */
    public Linked byEvidence(Asked asked, long seed) throws Exception {
        var parts = new CrossParts(asked.job(), asked.about(), asked.against());
        try (var about = Look.at(asked.aboutLogin());
                var against = Look.at(asked.againstLogin())) {
            var numbered = parts.byEvidence(about.connection(), against.connection(), cluster.parallelism() * PARTS);
            var links = numbered.abouts() == 0 || numbered.againsts() == 0
                    ? List.<Linking>of()
                    : links(asked, numbered, about.entry(), against.entry(), seed);
            return new Linked(
                    links.stream().map(link -> link(asked, link)).toList(),
                    links.isEmpty() ? 0 : links.getFirst().sure(),
                    about.moment());
        }
    }

    private static Link link(Asked asked, Linking link) {
        var pair = link.pair();
        var pieces = IntStream.range(0, pair.weights().length)
                .mapToObj(field -> new Explained.Piece(
                        asked.job().traits().get(field).about(),
                        LinkageParts.level(pair.pattern(), field),
                        pair.weights()[field]))
                .toList();
        return new Link(link.about(), link.against(), new Explained(pair.start(), pieces));
    }

    private List<Linking> links(Asked asked, CrossParts.Numbered numbered, Entry about, Entry against, long seed)
            throws Exception {
        var parts = new LinkageParts(
                asked.job().plan(), Math.toIntExact(numbered.abouts()), Math.toIntExact(numbered.againsts()));
        var all = new CrossParts(asked.job(), asked.about(), asked.against());
        var own = new Listing(
                all.listOfAbout(),
                asked.job().traits().stream().map(Trait::about).toList());
        var other = new Listing(
                all.listOfAgainst(),
                asked.job().traits().stream().map(Trait::against).toList());
        var learning = cluster.environment();
        var learned = collected(
                new LinkingJobs(
                                Rows.read(learning, about, numbered.about()).map(own),
                                Rows.read(learning, against, numbered.against()).map(other))
                        .learned(parts),
                name(asked.job(), "counting"));
        var linking = cluster.environment();
        var links = collected(
                new LinkingJobs(
                                Rows.read(linking, about, numbered.about()).map(own),
                                Rows.read(linking, against, numbered.against()).map(other))
                        .links(parts, learned, seed),
                name(asked.job(), "linking"));
        links.sort(Comparator.comparingInt(Linking::place));
        return links;
    }

    /** As the cluster shows it; says nothing of anybody. */
    static String name(ComparisonJob job, String step) {
        return "tongqu " + job.code() + ": " + step;
    }

    private static <T> List<T> collected(DataStream<T> stream, String name) throws Exception {
        List<T> all = new ArrayList<>();
        try (var rows = stream.executeAndCollect(name)) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}
