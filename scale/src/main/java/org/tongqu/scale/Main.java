package org.tongqu.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.exchange.cluster.ClusterJson;
import org.tongqu.exchange.cluster.ClusterOrder;
import org.tongqu.exchange.cluster.ClusterRefusal;
import org.tongqu.exchange.crosscheck.CrossParts.Incomparable;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.scale.OnCluster.Answer;
import org.tongqu.scale.OnCluster.Asked;

/**
 * Makes one comparison on a cluster ({@code run}): the order comes on the input, the answer goes to the output line by line,
 * what goes wrong to the error stream. Or says how many workers a cluster has ({@code workers HOST:PORT}), or is one of this
 * machine for as long as its input is open ({@code local FOLDER WORKERS}).
 */
public final class Main {

    private static final Logger LOG = Logger.getLogger(Main.class.getName());
    private static final Logger FLINK = Logger.getLogger("org.apache.flink");

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        FLINK.setLevel(Level.WARNING);
        if (arguments.length == 2 && arguments[0].equals("workers")) {
            var place = arguments[1].split(":", 2);
            var workers = new Cluster(place[0], Integer.parseInt(place[1]), 1, List.of()).workers();
            System.out.println("{\"cluster\":\"" + arguments[1] + "\",\"workers\":" + workers + "}");
            System.exit(workers > 0 ? 0 : 1);
        }
        if (arguments.length == 3 && arguments[0].equals("local")) {
            local(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        }
        if (arguments.length != 1 || !arguments[0].equals("run")) {
            System.err.println(
                    "Takes 'run' with an order on its input, 'workers HOST:PORT', or 'local FOLDER WORKERS'.");
            System.exit(2);
        }
        var order = ClusterJson.read(DatumJson.read(new String(System.in.readAllBytes(), UTF_8)));
        var out = new PrintStream(System.out, false, UTF_8);
        make(order, out);
        out.flush();
        System.exit(0);
    }

    /** Says where it is, once it is whole. */
    private static void local(Path folder, int workers) throws Exception {
        try (var cluster = LocalCluster.start(folder.toAbsolutePath(), workers, "-XX:TieredStopAtLevel=1")) {
            System.out.println("{\"port\":" + cluster.port() + "}");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        System.exit(0);
    }

    private static void make(ClusterOrder order, PrintStream out) throws Exception {
        try {
            var place = order.place();
            var reached = new Cluster(place.host(), place.port(), place.parallelism(), Jars.needed());
            if (reached.workers() == 0) {
                say(ClusterJson.refused(new ClusterRefusal.Away()), out);
                return;
            }
            var cluster = new OnCluster(reached);
            var asked = new Asked(
                    order.job(),
                    order.about().flow(),
                    order.about().target(),
                    order.against().flow(),
                    order.against().target());
            if (order.job().isByEvidence()) {
                evidence(cluster, asked, order.seed(), out);
            } else {
                key(cluster, asked, out);
            }
        } catch (SQLException unread) {
            refuse(new ClusterRefusal.Unread(), unread, out);
        } catch (InterruptedException ended) {
            throw ended;
        } catch (Exception away) {
            refuse(new ClusterRefusal.Away(), away, out);
        }
    }

    private static void refuse(ClusterRefusal why, Exception reason, PrintStream out) {
        LOG.log(Level.WARNING, "The comparison was not made", reason);
        say(ClusterJson.refused(why), out);
    }

    private static void key(OnCluster cluster, Asked asked, PrintStream out) throws Exception {
        switch (cluster.byKey(asked)) {
            case Outcome.Refused<Answer, Incomparable>(var pair) ->
                say(ClusterJson.refused(new ClusterRefusal.Incomparable(pair.about(), pair.against())), out);
            case Outcome.Done<Answer, Incomparable>(var answer) -> {
                answer.rows().forEach(row -> say(ClusterJson.found(row), out));
                say(ClusterJson.done(answer.moment(), 0), out);
            }
        }
    }

    private static void evidence(OnCluster cluster, Asked asked, long seed, PrintStream out) throws Exception {
        var linked = cluster.byEvidence(asked, seed);
        for (var link : linked.links()) {
            say(ClusterJson.linked(link.about(), link.against(), link.reasons()), out);
        }
        say(ClusterJson.done(linked.moment(), linked.sure()), out);
    }

    private static void say(Datum line, PrintStream out) {
        out.println(line.canonical());
    }
}
