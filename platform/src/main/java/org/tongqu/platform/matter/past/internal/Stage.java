package org.tongqu.platform.matter.past.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.casework.CaseLoad;
import org.tongqu.platform.matter.intake.SubmissionLoad;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Staff;

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
        Tables tables,
        Known known) {

    /** What is looked up again and again, kept: what other bodies an office works with, who holds a role in it,
     * and whose streets it serves. */
    record Known(
            Map<String, Datum> bodies,
            Map<String, List<Staff>> holders,
            Map<String, Townspeople> people,
            Map<String, Organisation> organisations) {
        Known(Map<String, Datum> bodies) {
            this(bodies, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    /** What a case of the office knows when it is opened. */
    Datum.Fields opening(Organisation office, Datum answers) {
        var bodies = known.bodies().getOrDefault(office.code(), Datum.empty());
        return new Datum.Fields(
                bodies.fields("").isEmpty()
                        ? Map.of("answers", answers)
                        : Map.of("answers", answers, "organisations", bodies));
    }

    Organisation organisation(String code) {
        return known.organisations()
                .computeIfAbsent(
                        code,
                        key -> city.organisations().stream()
                                .filter(organisation -> organisation.code().equals(key))
                                .findFirst()
                                .orElseThrow());
    }

    List<Staff> holders(String organisation, String role) {
        return known.holders().computeIfAbsent(organisation + " " + role, key -> city.holders(organisation, role));
    }

    Townspeople people(Organisation office) {
        return known.people()
                .computeIfAbsent(
                        office.code(),
                        key -> new Townspeople(
                                city.residents(),
                                city.communities().stream()
                                        .filter(community -> community.code().isWithin(office.division()))
                                        .toList(),
                                Optional.empty()));
    }

    /** What somebody says with it; empty where nobody says anything. */
    String reason(String outcome, SplittableRandom random) {
        var said = reasons.getOrDefault(outcome, List.of());
        return said.isEmpty() ? "" : said.get(random.nextInt(said.size()));
    }

    /** Those who make what was played ready for the tables. */
    record Tables(SubmissionLoad submissions, CaseLoad cases, Services.Makers makers) {}
}
