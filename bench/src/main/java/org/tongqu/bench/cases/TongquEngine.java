package org.tongqu.bench.cases;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.bench.program.OwnPlatform;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.intake.Submitted;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Division;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Post;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.servers.DatabaseAddress;

/** The whole platform in this program, as it runs: an act is refused or done, journalled, watched and told. */
final class TongquEngine implements Engine {

    private static final String DIVISION = "999801";
    private static final String OFFICE = "11999801MB0000000K";
    private static final Datum.Fields PASS = new Datum.Fields(Map.of("note", Datum.of("complete")));

    /** Working days of the years in which limits set today may end; made up. */
    private static final String CALENDAR = """
            #edition bench
            #years %d %d
            date,kind,name
            %d-01-01,holiday,new year
            """;

    private final ConfigurableApplicationContext platform;
    private final Casework casework;
    private final JdbcClient sql;
    private final SignedIn.Officer clerk =
            new SignedIn.Officer("account-1", "clerk-1", "Lin Xiao", OFFICE, Set.of("clerk"));
    private final AtomicInteger running = new AtomicInteger();

    TongquEngine(DatabaseAddress database, int threads, Path packs, Path data) {
        this(OwnPlatform.start(database, packs, data, "--tongqu.database.connections=" + (threads + 4)));
    }

    /** @param platform closed with the engine */
    TongquEngine(ConfigurableApplicationContext platform) {
        this.platform = platform;
        this.casework = platform.getBean(Casework.class);
        this.sql = platform.getBean(JdbcClient.class);
        found(platform.getBean(Directory.class));
    }

    private void found(Directory directory) {
        int year = Year.now(platform.getBean(Clock.class)).getValue();
        if (directory.calendar().findDay(LocalDate.of(year, 1, 1)).isEmpty()) {
            directory.importCalendar(CALENDAR.formatted(year, year + 1, year), "bench", "bench");
        }
        directory.put(new Division(new DivisionCode("990000"), "Province"));
        directory.put(new Division(new DivisionCode("999800"), "City"));
        directory.put(new Division(new DivisionCode(DIVISION), "District"));
        directory.put(new Organisation(
                OFFICE,
                "bench",
                new Label("Bench", "Bench office"),
                new DivisionCode(DIVISION),
                Optional.empty(),
                new Organisation.Contact("", "")));
        directory.put(new Post(OFFICE, "clerk", new Label("Clerk", "Clerk")));
        directory.put(new Staff(clerk.staff(), clerk.name(), OFFICE, "clerk", clerk.roles()));
    }

    @Override
    public String name() {
        return "tongqu";
    }

    @Override
    public List<String> open(Service service, int cases) {
        var pack = platform.getBean(ServiceCatalogue.class).pack(service.pack());
        var ref = new Submitted.PackRef(pack.id(), pack.version(), pack.contentHash());
        return IntStream.range(0, cases).mapToObj(number -> open(ref)).toList();
    }

    private String open(Submitted.PackRef pack) {
        var id = UUID.randomUUID().toString();
        Datum.Fields answers =
                new Datum.Fields(Map.of("subject", Datum.of("Five steps"), "division", Datum.of(DIVISION)));
        var submitted = new Submitted(
                ReceiptNumber.of(DIVISION, Year.of(2026), running.incrementAndGet()),
                id,
                pack,
                new Submitted.Applicant("account-2", "Zhou Ming"),
                new Submitted.Place(OFFICE, DIVISION),
                "Five steps",
                answers,
                Optional.empty(),
                Instant.ofEpochMilli(platform.getBean(Clock.class).millis()));
        platform.getBean(TransactionTemplate.class).executeWithoutResult(status -> platform.publishEvent(submitted));
        return id;
    }

    @Override
    public List<String> tasks(String caseId) {
        return sql.sql("SELECT task_id FROM casework.task WHERE case_id = ? AND done_at IS NULL")
                .param(UUID.fromString(caseId))
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public void step(String caseId, String taskId) {
        done(casework.act(clerk, caseId, new CaseCommand.Claim(taskId)));
        done(casework.act(clerk, caseId, new CaseCommand.Complete(taskId, "pass", "", PASS)));
    }

    private static void done(Outcome<?, ?> outcome) {
        if (outcome instanceof Outcome.Refused) {
            throw new IllegalStateException("An act was refused: " + outcome);
        }
    }

    @Override
    public boolean isEnded(String caseId) {
        return casework.findCase(clerk, caseId).orElseThrow().standing().isEnded();
    }

    @Override
    public void close() {
        platform.close();
    }
}
