package org.tongqu.platform.data.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.exchange.Login;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.TestDatabase;
import org.tongqu.platform._support.TestServer;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.Item.Mark;
import org.tongqu.platform.data.catalog.Item.Sensitivity;
import org.tongqu.platform.data.exchange.Connections;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: a department's own databases become drafts of the catalogue, and a changed table is told. */
class DiscoveryTest {

    private static final TestDatabase DATABASE = TestServer.shared().newDatabase();
    private static final SharingTerms TERMS = new SharingTerms("307900", "《测试条例》第一条", "逐项核验");

    private final Department department = Department.fresh();
    private final Discovery discovery = department.bean(Discovery.class);
    private final String schema = "s" + department.organisation().toLowerCase(Locale.ROOT);
    private final String system = "own-" + department.organisation();

    DiscoveryTest() throws SQLException {
        execute(
                "CREATE SCHEMA " + schema,
                "CREATE TABLE " + schema
                        + ".person (sfzh varchar(18) PRIMARY KEY, xm text NOT NULL, \"住址\" varchar(200),"
                        + " income numeric(10,2), changed timestamptz)",
                "COMMENT ON TABLE " + schema + ".person IS '残疾人登记'",
                "CREATE TABLE " + schema + ".place (id integer PRIMARY KEY, name varchar(40))");
        department.bean(Connections.class).connect(system, department.organisation(), login());
    }

    private static Login login() {
        var address = DATABASE.address();
        return new Login(address.url(), address.owner().role(), address.owner().password());
    }

    private static void execute(String... statements) throws SQLException {
        var login = login();
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Looked.Seen seen(String table) {
        return discovery.look(department.officer(), system).orElseThrow().tables().stream()
                .filter(seen -> seen.table().path().equals(schema + "." + table))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTableBecomesADraftWithWhatTheDictionarySays() {
        var codes = discovery
                .draft(department.officer(), system, Set.of(schema + ".person"), TERMS, "表 {path}")
                .orElseThrow();

        var edition = department
                .bean(Catalog.class)
                .editions(department.officer(), codes.getFirst())
                .getFirst();
        assertThat(edition.description().name()).isEqualTo("残疾人登记");
        assertThat(edition.description().summary()).isEqualTo("表 " + schema + ".person");
        assertThat(edition.items())
                .extracting(Item::field)
                .containsExactly("sfzh", "xm", "column_3", "income", "changed");
        assertThat(edition.items())
                .extracting(Item::sensitivity)
                .containsExactly(
                        Sensitivity.PERSONAL,
                        Sensitivity.PERSONAL,
                        Sensitivity.PERSONAL,
                        Sensitivity.SENSITIVE,
                        Sensitivity.INTERNAL);
        assertThat(edition.items().getFirst().marks()).containsExactlyInAnyOrder(Mark.KEY, Mark.REQUIRED);
        department
                .bean(Compiling.class)
                .submit(department.officer(), codes.getFirst())
                .orElseThrow();
    }

    @Test
    void noTableBecomesTwoResourcesAndWhatChangedInItIsTold() throws SQLException {
        var both = Set.of(schema + ".person", schema + ".place");
        assertThat(discovery
                        .draft(department.officer(), system, both, TERMS, "{path}")
                        .orElseThrow())
                .hasSize(2);
        assertThat(discovery.draft(department.officer(), system, both, TERMS, "{path}"))
                .isEqualTo(Outcome.refused(new DiscoveryRefusal.NothingChosen()));
        assertThat(seen("person").resource().orElseThrow().isAsBefore()).isTrue();

        execute(
                "ALTER TABLE " + schema + ".place ADD COLUMN area numeric(8,2)",
                "ALTER TABLE " + schema + ".place DROP COLUMN name");

        var place = seen("place").resource().orElseThrow();
        assertThat(place.added()).containsExactly("area");
        assertThat(place.gone()).containsExactly("name");
    }

    @Test
    void nobodyLooksIntoTheSystemsOfOthers() {
        var other = Department.fresh();
        assertThat(discovery.look(other.officer(), system)).isEqualTo(Outcome.refused(new DiscoveryRefusal.NoSystem()));
        assertThat(discovery.systems(other.officer())).isEmpty();
        assertThat(discovery.look(department.acceptor(), system))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(DiscoveryRefusal.MayNot.class));
    }

    @Test
    void aSystemThatIsAwayIsTold() {
        department
                .bean(Connections.class)
                .connect(system, department.organisation(), new Login("jdbc:postgresql://127.0.0.1:1/x", "x", "x"));
        assertThat(discovery.look(department.officer(), system))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(DiscoveryRefusal.Untold.class));
    }

    @Test
    void thePageAsksForAllThatIsMissing() {
        var platform = StartedPlatform.shared();
        var employer = Employer.at(platform, department.organisation());
        var officer = employer.signIn(employer.hires(Compiling.OFFICER));
        var page = officer.opens("/desk/catalog/discover?system=" + system);
        assertThat(page.body()).contains(schema + ".person", "残疾人登记", "5 个字段");
        assertThat(sends(officer, Map.of("system", system)).body()).contains("请至少选一张", "六位数字", "请写明依据", "请写明条件");
        var drafted = sends(
                officer,
                Map.of(
                        "system",
                        system,
                        "tables",
                        schema + ".place",
                        "category",
                        "307900",
                        "basis",
                        "《测试条例》",
                        "condition",
                        "逐项核验"));
        assertThat(drafted.body()).contains("已生成 1 份草稿", "一致");
        var clerk = employer.signIn(employer.hires("acceptor"));
        assertThat(clerk.opens("/desk/catalog/discover").status()).isEqualTo(403);
    }

    private static Visitor.Answer sends(Visitor officer, Map<String, String> fields) {
        return officer.sends("/desk/catalog/discover", fields);
    }
}
