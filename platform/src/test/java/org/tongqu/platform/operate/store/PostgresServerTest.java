package org.tongqu.platform.operate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tongqu.platform._support.ChildProgram;
import org.tongqu.platform._support.KeepsWriting;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.DatabaseAddress;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/** FEATURE: the store lives and dies with the program, and keeps what it acknowledged. */
@Execution(ExecutionMode.CONCURRENT)
class PostgresServerTest {

    @TempDir
    private Path folder;

    @Test
    void killingTheProgramEndsItsServerAndLosesNothingAcknowledged() throws Exception {
        ChildProgram.withUnpackedPostgres(folder);
        int acknowledged;
        try (ChildProgram writer = ChildProgram.start(List.of(), KeepsWriting.class, folder.toString())) {
            acknowledged = number(writer.lineWith("committed 250"));
            Optional<ProcessHandle> server = serverProcess();
            assertThat(server).isPresent();

            writer.kill();

            server.get().onExit().get(30, TimeUnit.SECONDS);
        }

        try (PostgresServer restarted = start()) {
            assertThat(largestNumber(restarted)).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    @Test
    void aServerThatEndsUnaskedIsStartedAgainWithAllThatWasCommitted() throws Exception {
        ChildProgram.withUnpackedPostgres(folder);
        try (PostgresServer server = start()) {
            execute(server, "CREATE TABLE kept (number integer); INSERT INTO kept VALUES (7)");
            ProcessHandle killed = serverProcess().orElseThrow();

            killed.destroyForcibly();

            assertThat(answerAfterTheFall(server, "SELECT number FROM kept")).isEqualTo(7);
            assertThat(serverProcess().map(ProcessHandle::pid)).isPresent().isNotEqualTo(Optional.of(killed.pid()));
        }
        assertThat(serverProcess()).isEmpty();
    }

    @Test
    void aServerLeftFromAKilledRunIsStoppedBeforeAnotherStarts() throws Exception {
        ChildProgram.withUnpackedPostgres(folder);
        start().close();
        Process left = orphan();
        while (serverProcess().isEmpty()) {
            assertThat(left.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }

        try (PostgresServer restarted = start()) {
            assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(serverProcess()).isPresent();
            assertThat(restarted.address().url()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void aFolderInUseIsRefusedWithTheProcessThatUsesIt() throws Exception {
        ChildProgram.withUnpackedPostgres(folder);
        try (PostgresServer first = start()) {
            assertThat(first.address().url()).isNotBlank();
            assertThatThrownBy(this::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void whatWasCutShortWhileItWasMadeIsMadeAgain() throws Exception {
        ChildProgram.withUnpackedPostgres(folder);
        Files.createDirectories(folder.resolve("store.half/base"));
        Files.writeString(folder.resolve("store.half/PG_VERSION"), "18\n");

        try (PostgresServer server = start()) {
            assertThat(server.address().url()).isNotBlank();
            assertThat(folder.resolve("store.half")).doesNotExist();
        }
    }

    @Test
    void thePasswordsAreForTheirOwnerOnlyAndThePortStaysTheSame() throws Exception {
        ChildProgram.withUnpackedPostgres(folder);
        String first = addressOfOneRun();

        assertThat(addressOfOneRun()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("passwords.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nobodyEntersWithoutThePassword() throws Exception {
        ChildProgram.withUnpackedPostgres(folder);
        try (PostgresServer server = start()) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(server.address().url(), "postgres", "postgres"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aFolderThatLostItsPasswordsSaysSo() throws Exception {
        ChildProgram.withUnpackedPostgres(folder);
        start().close();
        Files.delete(folder.resolve("passwords.properties"));

        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("passwords.properties");
    }

    private PostgresServer start() {
        return PostgresServer.start(folder, Durability.ON_DISK, Progress.silent());
    }

    private String addressOfOneRun() {
        try (PostgresServer server = start()) {
            return server.address().url();
        }
    }

    /** A server without a program, as a run that could not be bound to its server would leave it. */
    private Process orphan() throws IOException {
        String port = Files.readString(folder.resolve("store.port"));
        String server = "\"" + folder + "/postgresql/18.6.0/bin/postgres\" -D \"" + folder + "/store\" -p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=";
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        return new ProcessBuilder("sh", "-c", "exec " + (root ? "unshare -U " : "") + server)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("orphan.log").toFile())
                .start();
    }

    private Optional<ProcessHandle> serverProcess() throws IOException {
        Path pidFile = folder.resolve("store/postmaster.pid");
        return Files.exists(pidFile)
                ? Files.readAllLines(pidFile).stream()
                        .findFirst()
                        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                : Optional.empty();
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        DatabaseAddress address = server.address();
        try (Connection connection = DriverManager.getConnection(
                address.url(), address.owner().role(), address.owner().password())) {
            connection.createStatement().execute(sql);
        }
    }

    /** Asks until the server answers again, for as long as anybody would wait. */
    private static int answerAfterTheFall(PostgresServer server, String sql) throws SQLException {
        DatabaseAddress address = server.address();
        long begun = System.nanoTime();
        while (true) {
            try (Connection connection = DriverManager.getConnection(
                            address.url(),
                            address.owner().role(),
                            address.owner().password());
                    ResultSet answer = connection.createStatement().executeQuery(sql)) {
                assertThat(answer.next()).isTrue();
                return answer.getInt(1);
            } catch (SQLException away) {
                if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(60)) {
                    throw away;
                }
            }
        }
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
    }

    private static int largestNumber(PostgresServer server) throws SQLException {
        DatabaseAddress address = server.address();
        try (Connection connection = DriverManager.getConnection(
                        address.url(), address.owner().role(), address.owner().password());
                ResultSet largest = connection
                        .createStatement()
                        .executeQuery("SELECT max(n) FROM number HAVING max(n) = count(*)")) {
            assertThat(largest.next())
                    .as("every number up to the largest is there")
                    .isTrue();
            return largest.getInt(1);
        }
    }
}
