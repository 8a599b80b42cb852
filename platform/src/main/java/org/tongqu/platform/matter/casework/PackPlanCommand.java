package org.tongqu.platform.matter.casework;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.command.OpenUnder;
import org.tongqu.engines.packs.command.PackCommand;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.platform.matter.services.InUse;
import org.tongqu.platform.trust.directory.StoredCalendar;
import org.tongqu.platform.trust.seals.Seals;
import org.tongqu.servers.CannotStart;

/**
 * {@code pack plan DIR --database-url URL}: what publishing the packs of the folder would change in a running store, and
 * which open cases keep the version they have. With {@code --from DAY} the cases of a period are played again by the
 * changed packs. Reads alone, as the application's role, and starts no platform.
 */
public final class PackPlanCommand {

    private static final String ROLE = "tongqu_app";
    private static final String PASSWORD = "TONGQU_DATABASE_APPLICATION_PASSWORD";
    private static final String USAGE = "pack plan DIR --database-url=jdbc:postgresql://HOST/DATABASE"
            + " [--from=2026-01-01 [--to=2026-06-30] --keys=FILE [--json]]";

    private final PrintStream out;
    private final PrintStream progress;
    private final JdbcClient store;

    private PackPlanCommand(JdbcClient store, PrintStream out, PrintStream progress) {
        this.store = store;
        this.out = out;
        this.progress = progress;
    }

    /** What the cases of which days are played again with; nothing where that is not asked. */
    private record Again(Rehearsal.Period period, Path keys, boolean json) {}

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var progress = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), System.getenv(), out, progress));
    }

    /** @param args the folder, the address of the store, and what is said about playing cases again */
    static int run(List<String> args, Map<String, String> environment, PrintStream out, PrintStream progress) {
        var again = args.size() < 2 ? Optional.<Again>empty() : again(args.subList(2, args.size()));
        if (args.size() < 2 || args.size() > 2 && again.isEmpty()) {
            out.println(USAGE);
            return PackCommand.UNUSABLE;
        }
        var source = new DriverManagerDataSource(args.get(1), ROLE, environment.getOrDefault(PASSWORD, ""));
        var command = new PackPlanCommand(JdbcClient.create(source), out, progress);
        try {
            return command.plan(Path.of(args.get(0)), again);
        } catch (DataAccessException unreachable) {
            out.println("The store at " + args.get(1) + " cannot be read as " + ROLE + ": "
                    + unreachable.getMostSpecificCause().getMessage());
            out.println("Check the address, and the password in " + PASSWORD + ".");
            return PackCommand.UNUSABLE;
        } catch (CannotStart noKeys) {
            out.println(noKeys.getMessage());
            return PackCommand.UNUSABLE;
        }
    }

    private static Optional<Again> again(List<String> words) {
        var said = new HashMap<String, String>();
        for (var word : words) {
            var parts = word.split("=", 2);
            if (!Set.of("--from", "--to", "--keys", "--json").contains(parts[0])
                    || parts.length < 2 != parts[0].equals("--json")) {
                return Optional.empty();
            }
            said.put(parts[0], parts.length < 2 ? "" : parts[1]);
        }
        try {
            var from = LocalDate.parse(said.getOrDefault("--from", ""));
            var to = LocalDate.parse(said.getOrDefault("--to", "9999-12-30"));
            return Optional.of(new Again(
                    new Rehearsal.Period(from, to),
                    Optional.ofNullable(said.get("--keys")).map(Path::of).orElse(Seals.demoKeys(Path.of("data"))),
                    said.containsKey("--json")));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private int plan(Path folder, Optional<Again> again) {
        var inUse = InUse.packs(store);
        var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var told = again.filter(Again::json).isPresent() ? quiet : out;
        var planned = PackCommand.planAgainst(inUse, open(store), folder, told);
        if (again.isEmpty() || planned == PackCommand.UNUSABLE) {
            return planned;
        }
        var reading =
                Files.isRegularFile(folder.resolve("pack.yaml")) ? PackReader.read(folder) : PackReader.readAll(folder);
        if (reading.hasErrors()) {
            return planned;
        }
        var hashes = inUse.stream().map(Pack::contentHash).collect(Collectors.toSet());
        var calendar = StoredCalendar.of(store);
        var clock = Clock.systemUTC();
        var rehearsal = new Rehearsal(store, Seals.of(again.get().keys()));
        var result = planned;
        for (var pack : reading.packs()) {
            if (!hashes.contains(pack.contentHash())
                    && play(rehearsal, pack, again.get(), () -> new Moment(clock.instant(), calendar))) {
                result = PackCommand.PROBLEMS;
            }
        }
        return result;
    }

    /** Whether its author must look at something before publishing. */
    private boolean play(Rehearsal rehearsal, Pack pack, Again again, Supplier<Moment> today) {
        var report = new RehearsalReport(pack, out, progress);
        var asked = new Rehearsal.Asked(pack.id(), again.period(), Optional.empty());
        var all = rehearsal.count(asked);
        var seen = 0;
        var some = rehearsal.next(pack, asked, Optional.empty(), today);
        while (!some.isEmpty()) {
            for (var line : some) {
                report.note(++seen, all, line);
                if (again.json()) {
                    report.json(line);
                }
            }
            some = rehearsal.next(pack, asked, Optional.of(some.getLast().mark()), today);
        }
        if (again.json()) {
            report.jsonOfAll(all);
        } else {
            out.println(pack.id() + " → " + pack.version());
            report.table(all);
        }
        return report.isGrave();
    }

    private static List<OpenUnder> open(JdbcClient store) {
        return store.sql("""
                SELECT pack_id, pack_version, sum(cases) AS cases, sum(drafts) AS drafts
                  FROM (SELECT pack_id, pack_version, count(*) AS cases, 0 AS drafts
                          FROM casework.case_file WHERE status = 'RUNNING' GROUP BY pack_id, pack_version
                        UNION ALL
                        SELECT pack_id, pack_version, 0, count(*) FROM intake.draft GROUP BY pack_id, pack_version) every
                 GROUP BY pack_id, pack_version ORDER BY pack_id, pack_version
                """)
                .query((row, number) -> new OpenUnder(
                        row.getString("pack_id"),
                        row.getString("pack_version"),
                        row.getLong("cases"),
                        row.getLong("drafts")))
                .list();
    }
}
