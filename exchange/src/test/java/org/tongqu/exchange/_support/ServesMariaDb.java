package org.tongqu.exchange._support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tongqu.exchange.Login;
import org.tongqu.servers.Durability;
import org.tongqu.servers.MariaDbOrigin;
import org.tongqu.servers.MariaDbServer;

/** A program with a MariaDB of its own, until it is killed. */
public final class ServesMariaDb {

    private ServesMariaDb() {}

    /** @param arguments the folder of the server, what it shall have done before it says so, and the jar with its programs */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var server = arguments.length < 3
                ? start(folder)
                : start(
                        folder,
                        new MariaDbServer.Programs(
                                new MariaDbOrigin.Jar(Path.of(arguments[2])), folder.resolve("programs")));
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
        return start(folder, programs);
    }

    private static MariaDbServer start(Path folder, MariaDbServer.Programs programs) {
        return MariaDbServer.start(folder, programs, Durability.BESIDE, line -> {});
    }

    public static Login login(MariaDbServer server) {
        return new Login(
                server.url(""), server.superuser().role(), server.superuser().password());
    }

    public static Process inAProcess(Path folder, String statements) throws IOException {
        return inAProcess(System.getProperty("java.class.path"), "drivers", List.of(folder.toString(), statements));
    }

    /** With neither the driver nor the programs on its class path: they come from files. */
    public static Process besideTheProgram(Path folder, String statements, Path drivers) throws IOException {
        var parts = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        var foreign = parts.stream().filter(part -> part.contains("maria")).toList();
        for (var jar : foreign) {
            if (jar.contains("java-client")) {
                Files.copy(Path.of(jar), drivers.resolve("driver.jar"));
            }
        }
        var programs = foreign.stream()
                .filter(jar -> jar.contains("linux64"))
                .findFirst()
                .orElseThrow();
        var rest =
                parts.stream().filter(part -> !foreign.contains(part)).collect(Collectors.joining(File.pathSeparator));
        return inAProcess(rest, drivers.toString(), List.of(folder.toString(), statements, programs));
    }

    private static Process inAProcess(String classPath, String drivers, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Dtongqu.drivers=" + drivers,
                "-cp",
                classPath,
                ServesMariaDb.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
