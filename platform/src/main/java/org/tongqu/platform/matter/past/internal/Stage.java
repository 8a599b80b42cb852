package org.tongqu.platform.matter.past.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.matter.casework.CaseLoad;
import org.tongqu.platform.matter.intake.SubmissionLoad;
import org.tongqu.platform.operate.demo.DemoCity;

/**
 * Where all matters of one service are played: what is the same for each of them.
 *
 * @param reasons what officers say with an outcome, from the scenarios of the pack
 * @param end nothing happens from this time on
 */
record Stage(
        Pack pack,
        DemoCity city,
        Rhythm rhythm,
        Routes routes,
        Map<String, List<String>> reasons,
        Instant end,
        Tables tables) {

    /** What somebody says with it; empty where nobody says anything. */
    String reason(String outcome, SplittableRandom random) {
        var said = reasons.getOrDefault(outcome, List.of());
        return said.isEmpty() ? "" : said.get(random.nextInt(said.size()));
    }

    /** Those who make what was played ready for the tables. */
    record Tables(SubmissionLoad submissions, CaseLoad cases, Services.Makers makers) {}
}
