package org.tongqu.exchange.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongqu.exchange._support.TestDatabases.execute;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange._support.TestMariaDb;
import org.tongqu.exchange.inventory.FoundTable.Column;
import org.tongqu.exchange.inventory.FoundTable.Kind;
import org.tongqu.exchange.inventory.FoundTable.Place;

/** FEATURE: a database is asked which tables it has, whoever made it, and nothing else is looked at. */
class InventoryTest {

    @Test
    void postgresqlTellsItsTablesWithTheirRemarks() throws SQLException {
        var login = TestDatabases.fresh();
        execute(
                login,
                "CREATE SCHEMA own",
                "CREATE TABLE own.person (sfzh varchar(18) PRIMARY KEY, xm text NOT NULL, born date, paid numeric(12,2),"
                        + " any_number numeric, count numeric(9), alive boolean, seen timestamptz, photo bytea, size real)",
                "COMMENT ON TABLE own.person IS '人口'",
                "COMMENT ON COLUMN own.person.sfzh IS '公民身份号码'",
                "CREATE VIEW own.living AS SELECT sfzh FROM own.person WHERE alive",
                "CREATE SCHEMA tongqu_exchange",
                "CREATE TABLE tongqu_exchange.run (id integer)");

        var found = Inventory.of(login);

        assertThat(found).extracting(FoundTable::path).containsExactly("own.living", "own.person");
        assertThat(found.getLast().remark()).isEqualTo("人口");
        assertThat(found.getLast().columns())
                .containsExactly(
                        new Column("sfzh", "公民身份号码", Kind.TEXT, 18, Place.KEY),
                        new Column("xm", "", Kind.LONG_TEXT, 0, Place.REQUIRED),
                        new Column("born", "", Kind.DAY, 0, Place.OPTIONAL),
                        new Column("paid", "", Kind.DECIMAL, 12, Place.OPTIONAL),
                        new Column("any_number", "", Kind.FLOATING, 0, Place.OPTIONAL),
                        new Column("count", "", Kind.INTEGER, 0, Place.OPTIONAL),
                        new Column("alive", "", Kind.TRUTH, 0, Place.OPTIONAL),
                        new Column("seen", "", Kind.MOMENT, 0, Place.OPTIONAL),
                        new Column("photo", "", Kind.OTHER, 0, Place.OPTIONAL),
                        new Column("size", "", Kind.FLOATING, 0, Place.OPTIONAL));
    }

    @Test
    void mariadbTellsItsTablesWithTheirRemarks() throws SQLException {
        var login = TestMariaDb.fresh();
        execute(
                login,
                "CREATE TABLE person (id int PRIMARY KEY COMMENT '序号', name varchar(30) NOT NULL, born date,"
                        + " paid decimal(12,2), note longtext, changed datetime) COMMENT '户籍'");

        var found = Inventory.of(login);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().remark()).isEqualTo("户籍");
        assertThat(found.getFirst().columns())
                .containsExactly(
                        new Column("id", "序号", Kind.INTEGER, 0, Place.KEY),
                        new Column("name", "", Kind.TEXT, 30, Place.REQUIRED),
                        new Column("born", "", Kind.DAY, 0, Place.OPTIONAL),
                        new Column("paid", "", Kind.DECIMAL, 12, Place.OPTIONAL),
                        new Column("note", "", Kind.LONG_TEXT, 0, Place.OPTIONAL),
                        new Column("changed", "", Kind.MOMENT, 0, Place.OPTIONAL));
    }

    @Test
    void aDatabaseThatCannotBeEnteredIsAFault() {
        assertThatThrownBy(() -> Inventory.of(new Login("jdbc:postgresql://127.0.0.1:1/none", "nobody", "")))
                .isInstanceOf(SQLException.class);
    }
}
