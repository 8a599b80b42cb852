package org.tongqu.platform.data.comparison.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ComparisonPacks;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.crosscheck.CrossCheck;
import org.tongqu.exchange.source.Sources;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.TableExchange;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.Mod112;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.TestServer;
import org.tongqu.platform.data.comparison.Finding.Said;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.CorrectionAct;
import org.tongqu.platform.data.corrections.CorrectionMoved;
import org.tongqu.platform.data.golden.GoldenRecord;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: the deliveries of twenty-one departments are laid beside six base registers; what was planted is found. */
class LedgersTest {

    private static final int THINGS = 400;
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 5);
    private static final String SCRIPTS = "org/tongqu/platform/data/exchange/departments/";
    private static final Path PACKS = Path.of("../packs");
    private static final Path CHECKS = PACKS.resolve("data-resources/register-checks");

    private static final StartedPlatform PLATFORM = StartedPlatform.shared();
    private static final GoldenRegisters REGISTERS = PLATFORM.bean(GoldenRegisters.class);
    private static final LedgerDemo DEMO = PLATFORM.bean(LedgerDemo.class);
    private static Login login;

    @BeforeAll
    static void theRegistersAndTheLedgersAreThere() throws Exception {
        var address = TestServer.shared().newDatabase().address();
        login = new Login(address.url(), address.owner().role(), address.owner().password());
        for (var script : List.of("ledgers", "library-of-ledgers")) {
            execute(text(script + ".sql"));
        }
        deliver("population", "public-security", "99990119770101%03d", "name", "sex", "birthDate");
        deliver("legal-person", "market-regulation", "91999901%09d", "name", "representative");
        deliver("house", "natural-resources", "H999901%08d", "address", "division", "area");
        deliver("natural-space", "natural-resources", "G9999%08d", "name");
        deliver("city-component", "urban-management", "9999010101%06d", "kind");
        DEMO.fill(login);
    }

    private static void deliver(String register, String source, String form, String... attributes) {
        REGISTERS.deliver(
                REGISTERS.find(register).orElseThrow(),
                source,
                Entry.Doer.SYSTEM,
                IntStream.range(0, THINGS)
                        .mapToObj(number -> thing(register, form.formatted(number), number, attributes))
                        .iterator());
    }

    private static Delivered thing(String register, String body, int number, String... attributes) {
        var identifier = switch (register) {
            case "population" -> body + Mod112.check(body);
            case "legal-person" -> credit(body);
            default -> body;
        };
        Map<String, String> fields = new TreeMap<>();
        for (var attribute : attributes) {
            fields.put(attribute, value(attribute, number));
        }
        return new Delivered("L" + number, identifier, SINCE, fields);
    }

    private static String credit(String body) {
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(sign -> body + (char) sign)
                .filter(code -> UnifiedSocialCreditCode.parse(code) instanceof Outcome.Done)
                .findFirst()
                .orElseThrow();
    }

    private static String value(String attribute, int number) {
        return switch (attribute) {
            case "sex" -> String.valueOf(1 + number % 2);
            case "birthDate" -> "1977-01-01";
            case "division" -> "999901001001";
            case "area" -> String.valueOf(50 + number);
            default -> "甲乙丙丁戊己庚辛".charAt(number % 8) + String.valueOf(number);
        };
    }

    private static String text(String file) throws IOException {
        return new ClassPathResource(SCRIPTS + file).getContentAsString(UTF_8);
    }

    private static Flow flow(String id) {
        try {
            return ExchangeReader.read(id, Files.readAllBytes(CHECKS.resolve("exchanges/" + id + ".yaml")))
                    .orElseThrow();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<ComparisonJob> jobs() {
        return ComparisonPacks.readAll(PACKS).jobs().stream()
                .filter(ComparisonJob::isByRegister)
                .toList();
    }

    private static Set<String> found(ComparisonJob job) throws SQLException {
        var flow = flow(job.about().flow());
        var register = REGISTERS.find(job.register().orElseThrow().register()).orElseThrow();
        List<Said> found = new ArrayList<>();
        var laying = PLATFORM.bean(ByRegister.class).laying(job, register, found::add);
        new CrossCheck(job, flow, flow, login).all(laying::take);
        laying.lay();
        return found.stream().map(said -> said.key().getFirst()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void twentyOneDepartmentsAreComparedWithSixRegisters() {
        var flows = jobs().stream().map(job -> flow(job.about().flow())).toList();

        assertThat(flows.stream()
                        .map(flow -> flow.running().orElseThrow().from())
                        .distinct())
                .hasSize(21);
        assertThat(jobs().stream()
                        .map(job -> job.register().orElseThrow().register())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "population", "legal-person", "house", "city-component", "natural-space", "macro-economy");
        assertThat(jobs())
                .extracting(job -> job.about().flow())
                .containsExactlyInAnyOrderElementsOf(
                        Ledger.all().stream().map(Ledger::flow).toList());
    }

    @Test
    void whatWasPlantedIsFoundToTheLastOneAndCorrectedIsGone() throws Exception {
        Map<String, Set<String>> planted = new TreeMap<>();
        for (var ledger : Ledger.all()) {
            var receipt = run(ledger.flow());
            assertThat(receipt.setAside()).as(ledger.flow()).isZero();
            assertThat(receipt.written()).as(ledger.flow()).isGreaterThan(5);
            planted.put(ledger.flow(), new TreeSet<>(DEMO.rows(ledger).wrong()));
        }
        Map<String, Set<String>> found = new TreeMap<>();
        for (var job : jobs()) {
            found.put(job.about().flow(), found(job));
        }
        assertThat(found).isEqualTo(planted);
        assertThat(found.values()).as("each has something planted").noneMatch(Set::isEmpty);

        var job = jobs().stream()
                .filter(one -> one.about().flow().equals("ledger-veteran"))
                .findFirst()
                .orElseThrow();
        for (var identifier : found(job)) {
            DEMO.after(corrected(job, identifier));
        }
        run(job.about().flow());
        assertThat(found(job)).isEmpty();
    }

    /** The department says that it has corrected the value to that of the register. */
    private static CorrectionMoved corrected(ComparisonJob job, String identifier) {
        var population = REGISTERS.find("population").orElseThrow();
        var record = REGISTERS
                .record(population, identifier, GoldenRecord.AsOf.on(LocalDate.of(2099, 1, 1)))
                .orElseThrow();
        var name = Objects.requireNonNull(record.fields().get("name"))
                .chosen()
                .fact()
                .value();
        var correction = new Correction(
                "JC-2026-000001",
                new Correction.Origin("", job.about().flow(), "", "", ""),
                new Correction.Told(identifier, job.answer().item(), "", name, ""),
                Instant.EPOCH,
                Correction.State.CORRECTED,
                Optional.empty(),
                1);
        return new CorrectionMoved(correction, CorrectionAct.CORRECT.code(), Instant.EPOCH);
    }

    private static org.tongqu.exchange.table.Receipt run(String id) throws SQLException {
        var flow = flow(id);
        return new TableExchange(flow, Sources.open(flow, login).orElseThrow(), login, Instant::now)
                .run(Mode.FULL, () -> true)
                .orElseThrow();
    }
}
