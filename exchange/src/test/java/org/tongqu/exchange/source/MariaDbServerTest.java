package org.tongqu.exchange.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tongqu.exchange._support.ServesMariaDb;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.Durability;
import org.tongqu.servers.MariaDbOrigin;
import org.tongqu.servers.MariaDbServer;

/** FEATURE: a program brings a MariaDB along, which is found again whatever became of the program. */
@Execution(ExecutionMode.CONCURRENT)
class MariaDbServerTest {

    @TempDir
    private Path folder;

    @Test
    void afterAKillTheNextStartFindsEveryCommittedRowAndNoOtherServerAtWork() throws Exception {
        var program = ServesMariaDb.inAProcess(
                folder, "CREATE DATABASE kept;CREATE TABLE kept.row (n INT);INSERT INTO kept.row VALUES (1), (2)");
        var served = ProcessHandle.of(pid(program)).orElseThrow();
        program.destroyForcibly().waitFor();

        try (var again = ServesMariaDb.start(folder)) {
            assertThat(served.isAlive()).isFalse();
            assertThat(TestDatabases.value(ServesMariaDb.login(again), "SELECT count(*) FROM kept.row"))
                    .isEqualTo("2");
        }
    }

    @Test
    void theDriverAndTheProgramsMayComeFromFilesBesideTheProgram(@TempDir Path drivers) throws Exception {
        var program = ServesMariaDb.besideTheProgram(folder, "CREATE DATABASE beside", drivers);
        try {
            var server = pid(program);
            assertThat(server).isPositive();
            assertThat(folder.resolve("programs")).isDirectory();
            program.destroy();
            isGone(server);
        } finally {
            program.destroy();
            program.waitFor();
        }
    }

    /** It ends with the program that started it, and writes to its folder until then. */
    private static void isGone(long server) {
        ProcessHandle.of(server).ifPresent(ending -> ending.onExit().join());
    }

    private static long pid(Process program) throws IOException {
        try (var said = new BufferedReader(new InputStreamReader(program.getInputStream(), UTF_8))) {
            var line = Objects.requireNonNull(said.readLine(), "It ended without a word");
            assertThat(line).startsWith("served by ");
            return Long.parseLong(line.substring("served by ".length()));
        }
    }

    @Test
    void aServerThatAKilledProgramLeftIsEndedBeforeTheNext() throws Exception {
        ServesMariaDb.start(folder).close();
        var files = folder.resolve("mariadb");
        // Named like the server and at work on its folder, as what a killed program left would be.
        var left = new ProcessBuilder(
                        "bash",
                        "-c",
                        "exec -a mariadbd tail -f /dev/null --pid=1 -- " + files.toAbsolutePath() + "/ibdata1")
                .start();
        Files.writeString(files.resolve("server.pid"), left.pid() + "\n");

        try (var again = ServesMariaDb.start(folder)) {
            assertThat(left.isAlive()).isFalse();
            assertThat(again.pid()).isPositive();
        } finally {
            left.destroyForcibly();
        }
    }

    @Test
    void whereThereAreNoProgramsThePersonIsToldWhatToDo() {
        var nowhere = new MariaDbServer.Programs(new MariaDbOrigin.Installed(folder.resolve("usr")), folder);

        assertThatThrownBy(() -> MariaDbServer.start(folder, nowhere, Durability.BESIDE, line -> {}))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(folder.resolve("usr").toString());
    }
}
