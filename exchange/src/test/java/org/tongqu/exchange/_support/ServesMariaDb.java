package org.tongqu.exchange._support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.tongqu.exchange.Login;
import org.tongqu.servers.Durability;
import org.tongqu.servers.MariaDbOrigin;
import org.tongqu.servers.MariaDbServer;

/** A program with a MariaDB of its own, until it is killed. */
public final class ServesMariaDb {

    private ServesMariaDb() {}

    /** @param arguments the folder of the server, and what it shall have done before it says so */
    public static void main(String[] arguments) throws Exception {
        var server = start(Path.of(arguments[0]));
        TestDatabases.execute(login(server), arguments[1].split(";", -1));
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            out.write(("served by " + server.pid() + "\n").getBytes(UTF_8));
            out.flush();
            Thread.currentThread().join();
        }
    }

    public static MariaDbServer start(Path folder) {
        var programs = new MariaDbServer.Programs(
                new MariaDbOrigin.ClassPath(), Path.of("target", "mariadb").toAbsolutePath());
        return MariaDbServer.start(folder, programs, Durability.BESIDE, line -> {});
    }

    public static Login login(MariaDbServer server) {
        return new Login(
                server.url(""), server.superuser().role(), server.superuser().password());
    }

    public static Process inAProcess(Path folder, String statements) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServesMariaDb.class.getName(),
                        folder.toString(),
                        statements)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
