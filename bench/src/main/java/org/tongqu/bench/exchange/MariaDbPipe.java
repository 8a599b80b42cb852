package org.tongqu.bench.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.tongqu.exchange.Login;
import org.tongqu.servers.MariaDbServer;

/** The limit from MariaDB: {@code mariadb --quick | COPY …}, texts of which nobody looks at one. */
final class MariaDbPipe {

    private static final String DATABASE = "people";
    private static final String COPY_IN = "COPY limit_person FROM STDIN (NULL 'NULL')";

    private static final String TABLE = """
            CREATE TABLE person (id integer PRIMARY KEY, sfzh varchar(18) NOT NULL, xm varchar(50), xb char(1),
                csrq date, mz char(2), xzqh char(6), zz varchar(200), lxdh varchar(20), hyzk char(2), whcd char(2),
                sr decimal(12,2), djsj datetime, gxsj datetime(6))
            """;

    private final MariaDbServer server;

    MariaDbPipe(MariaDbServer server) {
        this.server = server;
    }

    Login login() {
        return Servers.login(server, DATABASE);
    }

    /** Takes the people of PostgreSQL over as they are. */
    void fill(Login people) throws SQLException, IOException, InterruptedException {
        Servers.execute(Servers.login(server, ""), "CREATE DATABASE " + DATABASE, "SET GLOBAL local_infile = 1");
        Servers.execute(login(), TABLE);
        var loading = new ProcessBuilder(command(
                        "--local-infile=1",
                        "-e",
                        "SET sql_log_bin = 0; LOAD DATA LOCAL INFILE '/dev/stdin' INTO TABLE person"))
                .redirectErrorStream(true)
                .start();
        try (var connection = people.open();
                var out = loading.getOutputStream()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY person TO STDOUT", out);
        }
        var said = new String(loading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (loading.waitFor() != 0) {
            throw new IllegalStateException("mariadb says " + said);
        }
        Servers.execute(login(), "ANALYZE TABLE person");
    }

    void run(Login target) throws SQLException, IOException, InterruptedException {
        var reading = new ProcessBuilder(
                        command("--quick", "--batch", "--skip-column-names", "-e", "SELECT * FROM person"))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        if (Pipe.hasPsql()) {
            Pipe.together(reading, Pipe.psql(target, COPY_IN));
            return;
        }
        var started = reading.start();
        try (var connection = target.open()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY_IN, started.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        started.waitFor();
    }

    private List<String> command(String... more) {
        List<String> command = new ArrayList<>(List.of(
                server.client().toString(),
                "--no-defaults",
                "--host=127.0.0.1",
                "--port=" + server.port(),
                "--user=" + server.superuser().role(),
                "--password=" + server.superuser().password(),
                "--skip-ssl",
                "--default-character-set=utf8mb4",
                "--database=" + DATABASE));
        command.addAll(List.of(more));
        return command;
    }
}
