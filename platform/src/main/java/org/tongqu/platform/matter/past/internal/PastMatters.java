package org.tongqu.platform.matter.past.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.Demo;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.Scenario.Step;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.registers.RegisterLoad;
import org.tongqu.platform.matter.casework.CaseLoad;
import org.tongqu.platform.matter.decisions.DecisionLoad;
import org.tongqu.platform.matter.intake.SubmissionLoad;
import org.tongqu.platform.matter.licences.LicenceLoad;
import org.tongqu.platform.matter.notices.NoticeLoad;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.supervision.ClockLoad;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;

/** Two years of matters of every service whose pack says how applications are invented. */
@Component
class PastMatters implements DemoPart {

    /** Shared among the services. */
    private static final int TOTAL = 50_400;

    private static final int CHUNK = 2_100;
    private static final int YEARS = 2;

    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final NextYear nextYear;
    private final Loads loads;

    PastMatters(ServiceCatalogue catalogue, Directory directory, NextYear nextYear, Loads loads) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.nextYear = nextYear;
        this.loads = loads;
    }

    /** The tables that are filled. */
    @Component
    record Loads(
            SubmissionLoad submissions,
            CaseLoad cases,
            DecisionLoad decisions,
            LicenceLoad licences,
            NoticeLoad notices,
            ClockLoad clocks,
            RegisterLoad registers) {}

    @Override
    public String name() {
        return "matters of " + YEARS + " years";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void load(DemoCity city, Progress progress) {
        var packs = catalogue.items().stream()
                .map(item -> catalogue.pack(item.packId()))
                .filter(pack -> !pack.demo().equals(Demo.NONE))
                .toList();
        var rhythm = new Rhythm(nextYear.included(directory.calendar(), city.today()));
        for (var pack : packs) {
            load(city, rhythm, pack, new Part(TOTAL / packs.size(), progress));
        }
    }

    private record Part(int total, Progress progress) {}

    private void load(DemoCity city, Rhythm rhythm, Pack pack, Part part) {
        var end = city.today().atStartOfDay(WorkingCalendar.ZONE).toInstant();
        var random = city.random("matters " + pack.id());
        var period = new Plan.Period(city.today().minusYears(YEARS), city.today(), part.total());
        var plan = Plan.of(offices(city, pack), pack.demo().ends(), period, rhythm, random);
        var firstCode = city.firms().count() + 1L;
        var stage = stage(city, rhythm, pack, new Ends(end, firstCode));
        var matters = plan.matters();
        for (int from = 0; from < matters.size(); from += CHUNK) {
            var played = matters.subList(from, Math.min(matters.size(), from + CHUNK)).parallelStream()
                    .map(planned -> Play.of(stage, planned))
                    .toList();
            write(played, pack.title().zh());
            if (from / CHUNK % 6 == 5) {
                part.progress().say("  matters: " + (from + CHUNK) + " of " + matters.size());
            }
        }
        loads.submissions().numbersUsed(matters.size());
        loads.decisions().numbersUsed(plan.used());
        loads.registers().codesUsed(firstCode + matters.size());
    }

    /** Of a kind that is found in the districts, those; else the city's own. */
    private static List<Organisation> offices(DemoCity city, Pack pack) {
        var all = city.organisationsOf(pack.dispatch().organisationKind());
        var below = all.stream()
                .filter(office -> !office.division().equals(city.division()))
                .toList();
        return below.isEmpty() ? all : below;
    }

    /** @param firstCode running number of the first new organisation code */
    record Ends(Instant end, long firstCode) {}

    Stage stage(DemoCity city, Rhythm rhythm, Pack pack, Ends ends) {
        var facts = new Datum.Fields(Map.of(
                "answers",
                pack.scenarios().isEmpty()
                        ? Datum.empty()
                        : pack.scenarios().getFirst().given().answers()));
        var routes = Routes.of(pack, facts, rhythm.calendar(), ends.end().minusSeconds(300L * 86_400));
        return new Stage(
                pack,
                city,
                rhythm,
                routes,
                reasons(pack),
                ends.end(),
                new Stage.Tables(
                        loads.submissions(),
                        loads.cases(),
                        new Services.Makers(loads.licences(), loads.decisions(), ends.firstCode())),
                new Stage.Known());
    }

    /** What officers say, by outcome, as the pack's scenarios have them say it. */
    private static Map<String, List<String>> reasons(Pack pack) {
        var reasons = new HashMap<String, List<String>>();
        for (var scenario : pack.scenarios()) {
            for (var step : scenario.steps()) {
                if (step instanceof Step.Complete complete && !complete.reason().isBlank()) {
                    reasons.computeIfAbsent(complete.outcome(), outcome -> new ArrayList<>())
                            .add(complete.reason());
                }
                if (step instanceof Step.Withdraw withdraw) {
                    reasons.computeIfAbsent("withdrawn", outcome -> new ArrayList<>())
                            .add(withdraw.reason());
                }
            }
        }
        return reasons;
    }

    private void write(List<Played> played, String source) {
        loads.submissions()
                .load(played.stream().flatMap(one -> one.submissions().stream()).toList());
        loads.cases().load(played.stream().map(Played::ready).toList());
        loads.clocks().load(played.stream().map(Played::past).toList());
        loads.decisions()
                .load(played.stream().flatMap(one -> one.decisions().stream()).toList());
        loads.licences()
                .load(played.stream().flatMap(one -> one.licences().stream()).toList());
        loads.notices()
                .load(played.stream().flatMap(one -> one.notices().stream()).toList());
        var firms = played.stream().flatMap(one -> one.firms().stream()).toList();
        loads.registers().firms(firms.size(), firms::get, source, done -> {});
    }
}
