package org.tongqu.platform.data.exchange.internal.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Trait;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.linkage.Linkage;
import org.tongqu.engines.packs.reading.ComparisonPacks;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.crosscheck.CrossCheck;
import org.tongqu.exchange.crosscheck.KeyRows;
import org.tongqu.exchange.crosscheck.RowLists;
import org.tongqu.exchange.file.BatchCheck;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.exchange.source.FileTable;
import org.tongqu.exchange.source.Sources;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.Reconciler;
import org.tongqu.exchange.table.TableExchange;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.MariaDbOrigin;
import org.tongqu.servers.MariaDbServer;

/** FEATURE: the demo's departments have databases of their own, of two makers, from which rows flow to other departments. */
class DepartmentsTest {

    private static final Path PROGRAMS = Path.of("target", "mariadb-programs");
    /** Rows that an agreement for approvals lets pass in one run. */
    private static final long MOST = 10_000;

    private static final String PASSWORD = "0123456789abcdef";

    @TempDir
    static Path folder;

    private static DepartmentServer own;
    private static DepartmentServer foreign;
    private static final Map<String, Login> LOGINS = new HashMap<>();

    @BeforeAll
    static void bothServers() throws SQLException {
        own = PostgresDepartments.start(folder);
        connect(own, "postgresql");
        foreign = MariaDbDepartments.start(folder, programs());
        connect(foreign, "mariadb");
    }

    @AfterAll
    static void stop() {
        own.close();
        foreign.close();
    }

    private static MariaDbServer.Programs programs() {
        return new MariaDbServer.Programs(new MariaDbOrigin.ClassPath(), PROGRAMS);
    }

    private static void connect(DepartmentServer server, String kind) throws SQLException {
        for (var department : Department.of(kind)) {
            LOGINS.put(department.system(), server.prepare(department, PASSWORD));
        }
    }

    @Test
    void fiveDepartmentsHaveSystemsOnTwoMakersServers() {
        assertThat(LOGINS.keySet())
                .contains("public-security", "civil-affairs", "human-resources", "firm-register", "tax");
        assertThat(LOGINS.values())
                .extracting(login -> login.url().split(":", -1)[1])
                .contains("mariadb", "postgresql");
    }

    @Test
    void eachFlowFromMariaDbFitsTheTablesOfBothSides() throws Exception {
        Map<String, Receipt> receipts = new TreeMap<>();
        for (var flow : flows()) {
            if (flow.source().connector() == Connector.MARIADB) {
                var receipt = run(flow);
                assertThat(receipt.read()).as(flow.id()).isEqualTo(receipt.written() + receipt.setAside());
                assertThat(receipt.written()).as(flow.id()).isGreaterThan(receipt.setAside() * 20);
                receipts.put(flow.id(), receipt);
            }
        }

        assertThat(receipts).hasSize(6);
        assertThat(receipts.values()).allMatch(receipt -> receipt.setAside() > 0);
    }

    @Test
    void onTheFirstStartAMillionRowsAreThereToMove() throws Exception {
        var rows = 0L;
        for (var flow : flows()) {
            if (flow.source().connector() == Connector.FILES) {
                continue;
            }
            var agreed = flow.running().orElseThrow().agreed().purpose();
            var source = login(flow.running().orElseThrow().from());
            rows += agreed.equals("approval")
                    ? MOST
                    : count(source, flow.source().table());
        }

        assertThat(rows).isGreaterThan(1_000_000);
    }

    @Test
    void whatGbkCannotHoldAndWhatIsNoDayIsSetAsideWithItsReason() throws Exception {
        run(flow("population-to-health"));

        assertThat(reasons()).contains("birth_date", "cert_no", "nation", "person_name", "sex");
    }

    @Test
    void oneDepartmentTakesRowsIntoItsOwnMariaDbAndBothSidesAreTheSame() throws Exception {
        var flow = flow("population-to-civil-affairs");
        assertThat(flow.target().connector()).isEqualTo(Connector.MARIADB);

        var receipt = run(flow);
        var running = flow.running().orElseThrow();
        var source = Sources.open(flow, login(running.from())).orElseThrow();
        var compared = new Reconciler(flow, source, login(running.to()))
                .compare((here, there) -> {})
                .orElseThrow();

        assertThat(count(login("civil-affairs"), "jh_czrk"))
                .isEqualTo(receipt.ranges().rows());
        assertThat(compared.targetRows()).isEqualTo(receipt.written());
        assertThat(compared.isEqual()).isTrue();
    }

    /** As the files' module lays it into its folder, once it was checked. */
    @Test
    void theStatisticsOfficesFileFitsItsFlowAndThreeOfItsRowsDoNot() throws Exception {
        var flow = flow("population-to-urban-management");
        var batch = Files.createDirectories(
                folder.resolve("files").resolve(flow.id()).resolve(FileTable.number(1)));
        var file = batch.resolve("a.csv");
        Files.write(
                file,
                new ClassPathResource("org/tongqu/platform/data/files/demo-population.csv").getContentAsByteArray());
        var part = new Manifest.Part("a.csv", Files.size(file), BatchCheck.digest(file), 400);
        Files.writeString(
                batch.resolve(Manifest.NAME),
                new Manifest("1", flow.id(), "statistics", List.of(part), Optional.empty()).json());

        var source =
                Sources.open(flow, FileTable.login(folder.resolve("files"))).orElseThrow();
        var receipt = new TableExchange(flow, source, login("library"), Instant::now)
                .run(Mode.CHANGED, () -> true)
                .orElseThrow();

        assertThat(List.of(receipt.read(), receipt.written(), receipt.setAside()))
                .containsExactly(400L, 397L, 3L);
    }

    private static List<String> reasons() throws SQLException {
        List<String> found = new ArrayList<>();
        try (var library = login("library").open();
                var statement = library.createStatement();
                var rows = statement.executeQuery("SELECT DISTINCT field FROM tongqu_exchange.quarantine"
                        + " WHERE flow = 'population-to-health' ORDER BY 1")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Test
    void whatWasPlantedIsFoundToTheLastOne() throws Exception {
        for (var id : List.of(
                "low-income-to-medical-insurance",
                "deaths-to-medical-insurance",
                "income-to-medical-insurance",
                "vehicles-to-transport",
                "population-to-health",
                "marriages-to-housing-fund",
                "firms-to-tax")) {
            run(flow(id));
        }
        run(flow("insured-to-tax"), OptionalLong.of(20_000));
        Map<String, Set<String>> planted = new TreeMap<>();
        planted.put("deceased-still-paid", people(n -> isPaid(n) && n % 25 == 0 && n % 2000 != 0 && !hasTwoNumbers(n)));
        planted.put("low-income-with-vehicle", people(n -> isPaid(n) && n % 31 == 3 && hasVehicle(n)));
        planted.put("low-income-above-line", people(n -> isPaid(n) && n % 23 == 3 && n <= 20_000));
        planted.put("one-number-two-names", people(n -> isPaid(n) && n % 43 == 3 && isResident(n)));
        planted.put("married-twice", people(n -> n % 2002 == 8 && n % 12 != 0 && n % 38 != 0 && n % 1502 != 0));

        Map<String, Set<String>> found = new TreeMap<>();
        for (var job : ComparisonPacks.readAll(Path.of("../packs")).jobs()) {
            if (job.isByRegister()) {
                continue;
            }
            var about = flow(job.about().flow());
            var target = login(about.running().orElseThrow().to());
            var check = new CrossCheck(job, about, flow(job.other().flow()), target);
            Set<String> keys = new TreeSet<>();
            if (job.isByEvidence()) {
                keys.addAll(linked(job, check.lists(400_000).orElseThrow()));
            } else {
                check.all(one -> assertThat(keys.add(one.key().getFirst())).isTrue());
            }
            found.put(job.code(), keys);
        }
        var byEvidence = Objects.requireNonNull(found.remove("deceased-under-another-number"));
        // A few more have the name and the day of birth of somebody else who died: people tell them apart.
        assertThat(byEvidence).hasSizeLessThan(60);
        byEvidence.retainAll(people(DepartmentsTest::hasTwoNumbers));
        assertThat(byEvidence).hasSizeGreaterThan(20);
        assertThat(found.remove("cancelled-firm-insures")).hasSize((int) IntStream.rangeClosed(1, 20_000)
                .filter(n -> n % 577 == 0 && n % 5 != 0)
                .count());
        assertThat(found).isEqualTo(planted);
        assertThat(found.values()).allMatch(keys -> keys.size() >= 10);
    }

    @Test
    void theMeansOfAFamilyAreThereToBeAskedFor() throws Exception {
        var packs = Path.of("../packs");
        var check = ComparisonPacks.readAll(packs).checks().getFirst();
        Map<String, List<String>> found = new TreeMap<>();
        for (var query : check.queries()) {
            var file = packs.resolve(
                    "data-resources/cross-checks/exchanges/" + query.side().flow() + ".yaml");
            var flow = ExchangeReader.read(file.toString(), Files.readAllBytes(file))
                    .orElseThrow();
            run(flow);
            var rows = new KeyRows(
                            query.side(),
                            flow,
                            login(flow.running().orElseThrow().to()))
                    .of(people(n -> n == 3 || n == 20 || n == 20_012), 9)
                    .orElseThrow();
            var column = query.line().map(line -> line.condition().column()).orElse(query.key());
            found.put(
                    query.code(),
                    rows.stream().map(row -> row.getOrDefault(column, "")).toList());
        }

        assertThat(found)
                .isEqualTo(Map.of(
                        "income",
                        List.of("51.11", "7.40"),
                        "vehicle",
                        List.of("999904195201010008"),
                        "wage",
                        List.of("4111.00", "1240.00"),
                        "fund",
                        List.of("999904195201010008"),
                        "firm",
                        List.of("999904195201010008")));
    }

    /** Those who died under another number than the one on record. */
    private static boolean hasTwoNumbers(int n) {
        return n % 1975 == 0 && n <= 56_000;
    }

    /** The numbers on record of those who are linked with another number. */
    private static Set<String> linked(ComparisonJob job, RowLists lists) {
        var traits = job.traits();
        var linked = new Linkage(
                        job.plan(),
                        lists.about().read(traits.stream().map(Trait::about).toList()),
                        lists.against().read(traits.stream().map(Trait::against).toList()))
                .link(1);
        Set<String> numbers = new TreeSet<>();
        for (int i = 0; i < linked.sure() + linked.doubtful(); i++) {
            var number = lists.about().key(linked.left()[i]).getFirst();
            if (!number.equals(lists.against().key(linked.right()[i]).getFirst())) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Whether a person of the generator has a month on record that is let in. */
    private static boolean isPaid(int n) {
        return n % 17 == 3
                && (n % 25 != 0 || n % 3 == 0)
                && n <= 60_000
                && n % 1601 != 0
                && n % 1201 != 0
                && n % 997 != 0
                && n % 1303 != 0;
    }

    private static boolean hasVehicle(int n) {
        return n % 6007 != 0 && n % 5003 != 0 && n % 7001 != 0;
    }

    private static boolean isResident(int n) {
        return IntStream.of(8011, 3019, 4507, 2503, 7507, 10_007, 9011, 13_007).noneMatch(each -> n % each == 0);
    }

    private static Set<String> people(IntPredicate rule) throws SQLException {
        var numbers = IntStream.rangeClosed(1, 60_000)
                .filter(rule)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        Set<String> people = new TreeSet<>();
        try (var tax = login("tax").open();
                var statement = tax.createStatement();
                var rows =
                        statement.executeQuery("SELECT made.citizen(n) FROM unnest('{" + numbers + "}'::int[]) AS n")) {
            while (rows.next()) {
                people.add(rows.getString(1));
            }
        }
        return people;
    }

    @Test
    void theNextStartFillsNothingAgainAndLetsTheNewPasswordIn() throws Exception {
        var department = Department.of("mariadb").getLast();
        var login = login(department.system());
        execute(login, "DELETE FROM hy_djxx WHERE vfxm = ''");

        var again = foreign.prepare(department, "fedcba9876543210");

        assertThat(count(again, "hy_djxx")).isPositive().isLessThan(30_030);
        foreign.prepare(department, PASSWORD);
    }

    @Test
    void aCommandThatCannotBringTheProgramsSaysWhy() {
        try (var bringing = new MariaDbBringing(List.of("sh", "-c", "echo 'not permitted: ask root'; exit 1"))) {
            assertThatThrownBy(() -> bringing.brought())
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("not permitted: ask root");
        }
    }

    private static Login login(String system) {
        return Objects.requireNonNull(LOGINS.get(system), system);
    }

    private static void execute(Login login, String sql) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Login login, String table) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Receipt run(Flow flow) throws SQLException {
        return run(flow, OptionalLong.empty());
    }

    private static Receipt run(Flow flow, OptionalLong rows) throws SQLException {
        var running = flow.running().orElseThrow();
        var from = login(running.from());
        var source = Sources.open(flow, from).orElseThrow();
        return new TableExchange(flow, source, login(running.to()), Instant::now)
                .run(Mode.FULL, rows, () -> true)
                .orElseThrow();
    }

    private static Flow flow(String id) throws IOException {
        return flows().stream().filter(flow -> flow.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<Flow> flows() throws IOException {
        List<Flow> flows = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath:org/tongqu/platform/data/exchange/exchanges/*.yaml")) {
            var name = String.valueOf(file.getFilename());
            flows.add(ExchangeReader.read(name, file.getContentAsByteArray()).orElseThrow());
        }
        assertThat(flows).anyMatch(flow -> flow.source().connector() == Connector.MARIADB);
        return flows;
    }
}
