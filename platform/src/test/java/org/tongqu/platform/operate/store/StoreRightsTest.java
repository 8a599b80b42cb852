package org.tongqu.platform.operate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
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
