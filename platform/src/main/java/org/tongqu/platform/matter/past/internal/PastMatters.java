package org.tongqu.platform.matter.past.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
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

    /** Shared among the services as their packs say. */
    private static final int TOTAL = 50_400;

    private static final int CHUNK = 1_050;
    private static final int SAID_EACH = 12_600;
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
        var services = catalogue.items().stream()
                .map(item -> catalogue.pack(item.packId()))
                .filter(pack -> !pack.demo().equals(Demo.NONE))
                .map(pack -> new Plan.Offered(pack, offices(city, pack)))
                .toList();
        var rhythm = new Rhythm(nextYear.included(directory.calendar(), city.today()));
        var end = city.today().atStartOfDay(WorkingCalendar.ZONE).toInstant();
        var firstCode = city.firms().count() + 1L;
        var stages = services.stream()
                .collect(Collectors.toMap(
                        service -> service.pack().id(),
                        service -> stage(city, rhythm, service, new Ends(end, firstCode))));
        var period = new Plan.Period(city.today().minusYears(YEARS), city.today(), TOTAL);
        var plan = Plan.of(services, period, rhythm, city.random("matters"));
        var matters = plan.matters();
        var numbers = new RunningNumbers(plan.used());
        try (var players = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
            var ahead = players.submit(() -> played(matters, 0, stages));
            for (int from = 0; from < matters.size(); from += CHUNK) {
                var chunk = ahead.join();
                int next = from + CHUNK;
                ahead = players.submit(() -> played(matters, next, stages));
                chunk.forEach((pack, played) ->
                        write(played, catalogue.pack(pack).title().zh(), numbers));
                if (next % SAID_EACH == 0) {
                    progress.say("  matters: " + next + " of " + matters.size());
                }
            }
        }
        loads.submissions().numbersUsed(matters.size());
        loads.decisions().numbersUsed(numbers.used());
        loads.registers().codesUsed(firstCode + matters.size());
    }

    /** A chunk by its packs: played by all processors while the one before it is written. */
    private static Map<String, List<Played>> played(List<Planned> matters, int from, Map<String, Stage> stages) {
        return matters.subList(Math.min(matters.size(), from), Math.min(matters.size(), from + CHUNK)).parallelStream()
                .map(planned -> Play.of(
                        Optional.ofNullable(stages.get(planned.pack().id())).orElseThrow(), planned))
                .collect(Collectors.groupingBy(
                        played -> played.past().head().pack().id(), LinkedHashMap::new, Collectors.toList()));
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

    Stage stage(DemoCity city, Rhythm rhythm, Plan.Offered service, Ends ends) {
        var pack = service.pack();
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
                new Stage.Known(bodies(service)));
    }

    /** By office, what a case knows of the organisations that have a step of it, as when it is really opened. */
    private Map<String, Datum> bodies(Plan.Offered service) {
        var bodies = new HashMap<String, Datum>();
        for (var office : service.offices()) {
            Datum known = Datum.empty();
            for (var kind : service.pack().process().organisationKinds()) {
                var body = directory.findResponsible(kind, office.division());
                if (body.isPresent()) {
                    known = known.with(kind, Datum.of(body.get().code()));
                }
            }
            bodies.put(office.code(), known);
        }
        return bodies;
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

    private void write(List<Played> played, String source, RunningNumbers numbers) {
        loads.submissions()
                .load(played.stream().flatMap(one -> one.submissions().stream()).toList());
        loads.cases().load(played.stream().map(Played::ready).toList());
        loads.clocks().load(played.stream().map(Played::past).toList());
        loads.decisions()
                .load(numbers.given(
                        played.stream().flatMap(one -> one.decisions().stream()).toList(), directory::organisation));
        loads.licences()
                .load(played.stream().flatMap(one -> one.licences().stream()).toList());
        loads.notices()
                .load(played.stream().flatMap(one -> one.notices().stream()).toList());
        var firms = played.stream().flatMap(one -> one.firms().stream()).toList();
        loads.registers().firms(firms.size(), firms::get, source, done -> {});
    }
}
