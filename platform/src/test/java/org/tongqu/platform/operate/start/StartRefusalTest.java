package org.tongqu.platform.operate.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tongqu.platform.Tongqu;
import org.tongqu.platform._support.ChildProgram;
import org.tongqu.platform._support.TestDatabase;
import org.tongqu.platform._support.TestServer;
import org.tongqu.servers.DatabaseAddress;

/** FEATURE: a start that cannot succeed says why and what to do, in two sentences. */
@Execution(ExecutionMode.CONCURRENT)
class StartRefusalTest {

    /** The tests run in the module's folder, the packs lie beside it. */
    private static final String PACKS = "--tongqu.packs=../packs";

    @TempDir
    private Path folder;

    @Test
    void aPortInUseIsNamedBeforeAnythingIsUnpacked() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String said = refused(List.of(), "--tongqu.data=" + folder, "--server.port=" + taken.getLocalPort());

            assertThat(said)
                    .contains("Port " + taken.getLocalPort() + " is in use by another program.")
                    .contains("What to do: Stop that program, or choose another port: --port")
                    .doesNotContain("Exception");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aDiskThatIsFullWhileUnpackingLeavesNothingThatLooksDone() {
        String said = refused(filesUpToMegabytes(2), "--tongqu.data=" + folder, "--server.port=0");

        assertThat(said).contains("The disk that holds " + folder + " is full").doesNotContain("Exception");
        assertThat(folder.resolve("postgresql/18.6.0")).doesNotExist();

        try (ChildProgram again = ChildProgram.start(
                List.of(),
                Tongqu.class,
                PACKS,
                "--tongqu.data=" + folder,
                "--tongqu.demo.load=false",
                "--server.port=0")) {
            assertThat(again.lineWith("Tongqu serves")).contains("http://localhost:");
        }
    }

    @Test
    void aDiskThatIsFullWhileTheDatabaseIsMadeLeavesNothingThatLooksDone() throws Exception {
        ChildProgram.withUnpackedPostgres(folder);
        String said = refused(filesUpToMegabytes(2), "--tongqu.data=" + folder, "--server.port=0");

        assertThat(said).contains("The disk that holds " + folder + " is full").doesNotContain("Exception");
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void aDiskThatIsFullWhileTheDemoIsLoadedIsToldAsWhatItIs() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        String said = refused(
                diskOfMegabytes(small, 240),
                "--tongqu.data=" + small,
                "--server.port=0",
                "--tongqu.test.fills-the-disk=true");

        assertThat(said)
                .contains("Filling the disk")
                .contains("The disk that holds " + small + " is full")
                .contains("Nothing that was acknowledged is lost");
    }

    @Test
    void productionRefusesADatabaseThatHoldsTheDemoCity() throws IOException {
        try (TestDatabase database = TestServer.shared().newDatabase()) {
            database.asOwner()
                    .sql("INSERT INTO operate.demo_load (name, loaded_at) VALUES ('city-1', now())")
                    .update();

            String said = refused(List.of(), inProduction(database.address()));

            assertThat(said)
                    .contains("This may not run in production mode:")
                    .contains("The database holds the demo city (city-1).")
                    .doesNotContain("Tongqu serves");
        }
    }

    @Test
    void productionNamesEveryDemoAccountAndDemoKeyItFindsBeforeItServes() throws IOException {
        try (TestDatabase database = TestServer.shared().newDatabase()) {
            database.asOwner().sql("""
                    INSERT INTO identity.account (id, door, name, number_sealed, number_index, password,
                                                  password_set_at, demo, created_at)
                    VALUES ('c-demo', 'citizen', '陈晓', 'x', 'x', '!', now(), true, now())
                    """).update();
            String[] arguments = inProduction(database.address());
            Path keys = folder.resolve("tongqu.key");
            Files.writeString(keys, "demo\n" + Files.readString(keys));
            Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));

            assertThat(refused(List.of(), arguments))
                    .contains("This may not run in production mode:")
                    .contains("The database has demo accounts, whose passwords everybody knows.")
                    .contains("The key file " + keys + " belongs to the demo.")
                    .contains("chmod 600 " + keys)
                    .doesNotContain("Tongqu serves");
        }
    }

    @Test
    void aDatabaseThatCannotBeEnteredIsNamedWithTheRole() throws IOException {
        try (TestDatabase database = TestServer.shared().newDatabase()) {
            List<String> arguments = new ArrayList<>(List.of(inProduction(database.address())));
            arguments.add("--tongqu.database.owner.password=wrong");

            assertThat(refused(List.of(), arguments.toArray(String[]::new)))
                    .contains("cannot be entered as tongqu:")
                    .contains("./tongqu help serve");
        }
    }

    private String[] inProduction(DatabaseAddress address) throws IOException {
        Path keys = Files.writeString(folder.resolve("tongqu.key"), "key " + "5a".repeat(32) + "\n");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
        return new String[] {
            "--tongqu.mode=production",
            "--server.port=0",
            "--tongqu.keys=" + keys,
            "--tongqu.database.url=" + address.url(),
            "--tongqu.database.application.password=" + address.application().password(),
            "--tongqu.database.owner.password=" + address.owner().password()
        };
    }

    private static String[] with(String first, String... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
    }

    private static String refused(List<String> before, String... arguments) {
        try (ChildProgram program = ChildProgram.start(before, Tongqu.class, with(PACKS, arguments))) {
            String said = program.toTheEnd();
            assertThat(program.exitCode()).as(said).isEqualTo(2);
            assertThat(said).contains("Tongqu cannot start.");
            return said;
        }
    }

    /** The system refuses to make any file larger, in the way a full disk refuses to. */
    private static List<String> filesUpToMegabytes(int megabytes) {
        return List.of("bash", "-c", "ulimit -f " + megabytes * 1024 + " && exec \"$0\" \"$@\"");
    }

    /** A disk of its own that only the program sees; without the right to mount one, the limit of each file. */
    private static List<String> diskOfMegabytes(Path at, int megabytes) throws IOException, InterruptedException {
        for (List<String> space : List.of(List.of("unshare", "-m"), List.of("unshare", "-rm"))) {
            String mount = "mount -t tmpfs -o size=" + megabytes + "m tmpfs '" + at + "'";
            List<String> trial =
                    Stream.concat(space.stream(), Stream.of("sh", "-c", mount)).toList();
            if (new ProcessBuilder(trial).start().waitFor() == 0) {
                return Stream.concat(space.stream(), Stream.of("sh", "-c", mount + " && exec \"$0\" \"$@\""))
                        .toList();
            }
        }
        return filesUpToMegabytes(40);
    }
}
