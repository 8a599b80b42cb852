package org.tongqu.bench.matter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.TemporaryFolder;
import org.tongqu.bench.Workshop;
import org.tongqu.bench.program.Account;
import org.tongqu.bench.program.Demo;
import org.tongqu.bench.visits.Load;
import org.tongqu.bench.visits.Markup;
import org.tongqu.bench.visits.Tally;
import org.tongqu.bench.visits.Visitor;
import org.tongqu.engines.packs.reading.PackReader;

/**
 * Whole matters per second with the city loaded: applications are filled in and sent by citizens, accepted, examined and
 * decided by officers, and done when the applicant sees the licence. Meanwhile another officer and a passer-by look at
 * pages, and how long these take is the other half of the figure.
 */
public final class MatterMeasurement implements Measurement {

    private static final Pattern SERVICE = Pattern.compile("href=\"/services/([a-z0-9-]+/[a-z0-9-]+)\"");
    /** All load comes from one address; what departments exchange meanwhile is measured by itself. */
    private static final Map<String, String> ALONE =
            Map.of("TONGQU_LIMITS_REQUESTS_PER_MINUTE", "0", "TONGQU_EXCHANGE_DEPARTMENTS", "false");

    private static final int SAMPLES_PER_SECOND = 10;
    private static final int SAMPLERS = 4;

    @Override
    public String name() {
        return "matter";
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        var options = Options.of(arguments);
        if (options.data().isPresent()) {
            return measure(bench, options, options.data().get());
        }
        try (var folder = TemporaryFolder.in(bench.root().resolve("bench/target"), "matter-")) {
            return measure(bench, options, folder.path());
        }
    }

    private static Map<String, Object> measure(Workshop bench, Options options, Path data) throws Exception {
        prepare(bench, data);
        Visitor.keepConnections(options.workers() + 3 * SAMPLERS);
        try (var demo = Demo.start(bench, data, ALONE)) {
            demo.secondsToFirstPage(System.nanoTime());
            var accounts = demo.accounts();
            var stranger = Visitor.stranger(demo.home());
            var officers =
                    signIn(demo, accounts.stream().filter(Account::isOfficer).toList());
            var citizens = signIn(
                    demo, accounts.stream().filter(one -> !one.isOfficer()).toList());
            var plan = Plan.of(pack(bench, options, stranger));
            var counter = new Counter(
                    plan, citizens, new Desk(officers), Instant.now().toEpochMilli());
            bench.say("One matter of " + plan.pack().id() + " to begin with …");
            counter.handle();
            var onlooker = signIn(
                    demo, accounts.stream().filter(Account::isOfficer).limit(1).toList());
            return measure(bench, options, new People(counter, onlooker.getFirst(), stranger));
        }
    }

    /** Loads the city and lets the program prepare its next starts, which would otherwise be done beside the measuring. */
    private static void prepare(Workshop bench, Path data) throws IOException, InterruptedException {
        try (var demo = Demo.start(bench, data)) {
            demo.secondsToFirstPage(System.nanoTime());
            bench.say("Waiting until the program has prepared its next starts …");
            demo.untilPrepared(bench.root().resolve("platform/target/app"));
        }
    }

    private static List<Visitor> signIn(Demo demo, List<Account> accounts) throws IOException, InterruptedException {
        var visitors = new ArrayList<Visitor>();
        for (var account : accounts) {
            visitors.add(Visitor.signedIn(demo.home(), account));
        }
        return visitors;
    }

    private static org.tongqu.engines.packs.Pack pack(Workshop bench, Options options, Visitor stranger)
            throws IOException, InterruptedException {
        var id = options.pack().isPresent()
                ? options.pack().get()
                : Markup.first(stranger.get("/services").page().body(), SERVICE)
                        .orElseThrow(() -> new IllegalStateException("The portal offers no service"));
        var folder = bench.root().resolve("packs").resolve(id);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no pack " + folder);
        }
        var reading = PackReader.read(folder);
        return reading.packs().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id + " is broken: " + reading.problems()));
    }

    /** @param officer somebody who only looks, in a session of their own */
    private record People(Counter counter, Visitor officer, Visitor stranger) {}

    private static Map<String, Object> measure(Workshop bench, Options options, People people)
            throws InterruptedException {
        bench.say("Warming up for " + options.warmUp() + " s …");
        new Load(people.counter()::handle, new Tally(), options.workers()).run(options.rate(), options.warmUp());
        bench.say("Measuring for " + options.seconds() + " s …");
        var pages = new Pages(new Tally(), new Tally(), new Tally());
        var matters = new Tally();
        var samplers = samplers(options, people, pages);
        var took =
                new Load(people.counter()::handle, matters, options.workers()).run(options.rate(), options.seconds());
        for (var sampler : samplers) {
            sampler.join();
        }
        return report(bench, took, matters, pages);
    }

    private record Pages(Tally inbox, Tally cases, Tally home) {

        /** Of the inbox and the case page together, whichever is slower. */
        double officer(int percentile) {
            return Math.max(inbox.millis(percentile), cases.millis(percentile));
        }
    }

    private static List<Thread> samplers(Options options, People people, Pages pages) {
        return List.of(
                sampler(
                        pages.inbox(),
                        options,
                        () -> people.officer().get("/desk/inbox").page()),
                sampler(
                        pages.cases(),
                        options,
                        () -> people.officer().get(people.counter().lastCase()).page()),
                sampler(pages.home(), options, () -> people.stranger().get("/").page()));
    }

    private static Thread sampler(Tally tally, Options options, Tally.Deed deed) {
        return Thread.startVirtualThread(() -> {
            try {
                new Load(deed, tally, SAMPLERS).run(SAMPLES_PER_SECOND, options.seconds());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Map<String, Object> report(Workshop bench, double took, Tally matters, Pages pages) {
        say(bench, "matter", matters);
        say(bench, "inbox", pages.inbox());
        say(bench, "case page", pages.cases());
        say(bench, "portal home", pages.home());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("matters_per_s", Math.round(matters.done() / took * 10) / 10.0);
        figures.put("officer_page_p50_ms", pages.officer(50));
        figures.put("officer_page_p99_ms", pages.officer(99));
        figures.put("portal_home_p50_ms", pages.home().millis(50));
        figures.put("portal_home_p99_ms", pages.home().millis(99));
        figures.put("matters", matters.done());
        figures.put(
                "failed",
                matters.failed()
                        + pages.inbox().failed()
                        + pages.cases().failed()
                        + pages.home().failed());
        figures.put("goal", Map.of("matters_per_s", 30, "officer_page_p99_ms", 150, "portal_home_p99_ms", 40));
        return figures;
    }

    private static void say(Workshop bench, String what, Tally tally) {
        bench.say(String.format(
                "  %-12s %6d done %4d failed   p50 %.1f ms   p99 %.1f ms",
                what, tally.done(), tally.failed(), tally.millis(50), tally.millis(99)));
        tally.firstFailures().forEach(why -> bench.say("    " + why));
    }
}
