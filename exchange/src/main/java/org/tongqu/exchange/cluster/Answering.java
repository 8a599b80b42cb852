package org.tongqu.exchange.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.linkage.Explained;
import org.tongqu.engines.linkage.Level;
import org.tongqu.exchange.cluster.ClusterAnswer.Links;
import org.tongqu.exchange.crosscheck.CrossParts;
import org.tongqu.exchange.crosscheck.Found;
import org.tongqu.exchange.crosscheck.RowList;
import org.tongqu.exchange.crosscheck.RowLists;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** Takes an answer line by line; it counts only when its last line came. */
final class Answering {

    private final ComparisonJob job;
    private final CrossParts parts;
    private final RowList about;
    private final RowList against;
    private final List<Found> found = new ArrayList<>();
    private final List<Explained> reasons = new ArrayList<>();
    private Outcome<ClusterAnswer, ClusterRefusal> outcome = Outcome.refused(new ClusterRefusal.Away());

    Answering(ClusterOrder order) {
        this.job = order.job();
        this.parts = new CrossParts(
                order.job(), order.about().flow(), order.against().flow());
        this.about = parts.listOfAbout();
        this.against = parts.listOfAgainst();
    }

    void take(Datum line) {
        if (!line.at("row").isNothing()) {
            found.add(parts.found(ClusterJson.readTexts(line.items("row"))));
        } else if (!line.at("done").isNothing()) {
            outcome = Outcome.done(answer(ClusterJson.text(line, "done"), (int) ClusterJson.number(line, "sure")));
        } else if (!line.at("refused").isNothing()) {
            outcome = Outcome.refused(ClusterJson.readRefused(line));
        } else {
            about.rows().add(ClusterJson.readTexts(line.items("about")));
            against.rows().add(ClusterJson.readTexts(line.items("against")));
            reasons.add(reasons(line));
        }
    }

    private Explained reasons(Datum line) {
        var levels = line.items("levels");
        var weights = line.items("weights");
        return new Explained(
                Double.parseDouble(ClusterJson.text(line, "start")),
                IntStream.range(0, levels.size())
                        .mapToObj(field -> new Explained.Piece(
                                job.traits().get(field).about(),
                                Level.valueOf(ClusterJson.text(levels.get(field), "")),
                                Double.parseDouble(ClusterJson.text(weights.get(field), ""))))
                        .toList());
    }

    private ClusterAnswer answer(String moment, int sure) {
        return new ClusterAnswer(
                moment,
                found,
                job.isByEvidence()
                        ? Optional.of(new Links(new RowLists(about, against, moment), reasons, sure))
                        : Optional.empty());
    }

    Outcome<ClusterAnswer, ClusterRefusal> outcome() {
        return outcome;
    }
}
