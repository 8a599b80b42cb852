package org.tongqu.bench.faults;

import java.sql.SQLException;
import java.util.List;
import org.tongqu.bench.exchange.Servers;
import org.tongqu.exchange.Login;

/**
 * The tables on both sides. Each table of the target counts the rows that are written into it, and of the table that is
 * followed both sides count changes, each in the transaction of the change: what the ledger says is held against that.
 */
record Field(Login source, Login target) {

    static final String FOLLOWED = "followed";
    static final List<String> RUN = List.of(CentreProgram.NODE, CentreProgram.CENTRE);

    private static final String SOURCE_TABLE = """
            CREATE TABLE %1$s (id bigint PRIMARY KEY, number text NOT NULL, name text NOT NULL,
                version bigint NOT NULL DEFAULT 0, changed timestamptz NOT NULL DEFAULT clock_timestamp());
            INSERT INTO %1$s (id, number, name)
            SELECT i, CASE WHEN i %% 500 = 0 THEN 'bad' ELSE 'C' END || i, 'person ' || i FROM generate_series(1, %2$d) i
            """;

    private static final String TARGET_TABLE = """
            CREATE TABLE %1$s (cert_no text PRIMARY KEY, name text NOT NULL, state bigint NOT NULL);
            CREATE TRIGGER tally_new AFTER INSERT ON %1$s REFERENCING NEW TABLE AS written
              FOR EACH STATEMENT EXECUTE FUNCTION tally();
            CREATE TRIGGER tally_changed AFTER UPDATE ON %1$s REFERENCING NEW TABLE AS written
              FOR EACH STATEMENT EXECUTE FUNCTION tally();
            """;

    private static final String TALLY = """
            CREATE TABLE tally (name text NOT NULL, rows bigint NOT NULL);
            CREATE FUNCTION tally() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN
                 INSERT INTO tally SELECT TG_TABLE_NAME, count(*) FROM written HAVING count(*) > 0;
                 RETURN NULL;
               END $$;
            """;

    private static final String COUNTED = """
            CREATE TRIGGER tally_new AFTER INSERT ON %1$s REFERENCING NEW TABLE AS written
              FOR EACH STATEMENT EXECUTE FUNCTION tally();
            CREATE TRIGGER tally_changed AFTER UPDATE ON %1$s REFERENCING NEW TABLE AS written
              FOR EACH STATEMENT EXECUTE FUNCTION tally();
            CREATE TRIGGER tally_gone AFTER DELETE ON %1$s REFERENCING OLD TABLE AS written
              FOR EACH STATEMENT EXECUTE FUNCTION tally();
            """;

    private static final String STEPS = """
            CREATE TABLE step_back (number text);
            CREATE FUNCTION watch_steps() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN
                 IF NEW.state <= OLD.state THEN INSERT INTO step_back VALUES (NEW.cert_no); END IF;
                 RETURN NULL;
               END $$;
            CREATE TRIGGER steps AFTER UPDATE ON followed FOR EACH ROW EXECUTE FUNCTION watch_steps();
            """;

    void lay(int rows) throws SQLException {
        Servers.execute(source, TALLY);
        Servers.execute(target, TALLY);
        for (var table : RUN) {
            Servers.execute(source, SOURCE_TABLE.formatted(table, rows));
            Servers.execute(target, TARGET_TABLE.formatted(table));
        }
        Servers.execute(
                source,
                SOURCE_TABLE.formatted(FOLLOWED, rows / 4),
                "ALTER TABLE followed REPLICA IDENTITY FULL",
                COUNTED.formatted(FOLLOWED));
        Servers.execute(target, TARGET_TABLE.formatted(FOLLOWED), STEPS);
    }

    /** What has been written into a table of the target so far, in rows. */
    long written(String table) throws SQLException {
        return Servers.number(target, "SELECT coalesce(sum(rows), 0) FROM tally WHERE name = '" + table + "'");
    }

    /** Changes that were followed so far; -1 while the table is being filled. */
    long followed() throws SQLException {
        return Servers.number(target, "SELECT count(*) FROM pg_class WHERE relname = 'feed'") == 0
                ? -1
                : Servers.number(target, "SELECT coalesce(sum(changes), -1) FROM tongqu_exchange.feed WHERE run > 0");
    }
}
