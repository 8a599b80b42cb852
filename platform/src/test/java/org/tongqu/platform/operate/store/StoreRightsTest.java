package org.tongqu.platform.operate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.platform._support.PlatformDatabase;
import org.tongqu.platform._support.TestDatabase;

/** FEATURE: the application works with rows and cannot touch tables. */
@PlatformDatabase
class StoreRightsTest {

    private final TestDatabase database;

    StoreRightsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void theApplicationReadsAndWritesRowsOfATableTheOwnerMakesLater() {
        database.asOwner().sql("CREATE SCHEMA later").update();
        database.asOwner()
                .sql("CREATE TABLE later.thing (id bigint GENERATED ALWAYS AS IDENTITY, name text)")
                .update();

        database.asApplication()
                .sql("INSERT INTO later.thing (name) VALUES ('one')")
                .update();
        database.asApplication().sql("UPDATE later.thing SET name = 'two'").update();

        assertThat(database.asApplication()
                        .sql("SELECT name FROM later.thing")
                        .query(String.class)
                        .list())
                .containsExactly("two");
    }

    @Test
    void theApplicationCannotMakeOrDropATable() {
        assertThatThrownBy(() -> database.asApplication()
                        .sql("CREATE TABLE operate.mine (id int)")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> database.asApplication()
                        .sql("DROP TABLE operate.demo_load")
                        .update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    @Test
    void theApplicationCannotReadTheHistoryOfMigrations() {
        assertThatThrownBy(() -> database.asApplication()
                        .sql("SELECT count(*) FROM operate.flyway_schema_history")
                        .query(Integer.class)
                        .single())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "journal.entry",
                "journal.link",
                "casework.event",
                "intake.submission",
                "decisions.decision",
                "decisions.publication",
                "registers.history",
                "services.pack_version",
                "seals.probe"
            })
    void whatIsWrittenOnceTheApplicationCanNeitherChangeNorDelete(String table) {
        assertThat(rights("tongqu_app", table)).containsExactlyInAnyOrder("SELECT", "INSERT");
        assertThatThrownBy(() ->
                        database.asApplication().sql("DELETE FROM " + table).update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void ofALicenceOnlyItsEndCanBeWrittenLater() {
        assertThat(rights("tongqu_app", "licences.licence")).containsExactlyInAnyOrder("SELECT", "INSERT");
        assertThatThrownBy(() -> database.asApplication()
                        .sql("UPDATE licences.licence SET number = 'x'")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
        database.asApplication()
                .sql("UPDATE licences.licence SET revoked_why = 'x'")
                .update();
    }

    @Test
    void supervisionReadsWhatWasDoneAndChangesNothing() {
        var tables = database.asOwner().sql("""
                SELECT schemaname || '.' || tablename FROM pg_tables WHERE tableowner = 'tongqu' ORDER BY 1
                """).query(String.class).list();
        assertThat(tables).contains("casework.event", "journal.entry", "identity.account", "intake.draft");

        for (String table : tables.stream().filter(Objects::nonNull).toList()) {
            var hidden = table.startsWith("identity.")
                    || table.startsWith("seals.")
                    || table.startsWith("operate.")
                    || Set.of("intake.draft", "intake.material").contains(table);
            assertThat(rights("tongqu_watch", table)).as(table).isEqualTo(hidden ? List.of() : List.of("SELECT"));
        }
    }

    @Test
    void nobodyEntersAsSupervisionItself() {
        assertThat(database.asOwner().sql("""
                        SELECT rolcanlogin OR rolsuper OR rolbypassrls OR rolcreaterole
                          FROM pg_roles WHERE rolname = 'tongqu_watch'
                        """).query(Boolean.class).single()).isFalse();
    }

    @Test
    void aTransactionThatOnlyReadsCannotWrite() {
        var reading = new TransactionTemplate(
                Objects.requireNonNull(database.transactions().getTransactionManager()));
        reading.setReadOnly(true);

        assertThatThrownBy(() -> reading.executeWithoutResult(status -> database.asApplication()
                        .sql("UPDATE supervision.clock SET title = 'x'")
                        .update()))
                .rootCause()
                .hasMessageContaining("read-only transaction");
    }

    private List<String> rights(String role, String table) {
        return List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE").stream()
                .filter(right -> database.asOwner()
                        .sql("SELECT has_table_privilege(?, ?, ?)")
                        .param(role)
                        .param(table)
                        .param(right)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    @Test
    void theOwnerIsNoSuperuser() {
        assertThat(database.asOwner()
                        .sql(
                                "SELECT rolsuper OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }
}
