package org.tongqu.platform.data.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongqu.exchange.node.Main;
import org.tongqu.platform._support.ChildProgram;

/** A department's node with a folder of its own: its verbs here, its work in a program of its own. */
public final class TestNode implements AutoCloseable {

    final Path home;
    private final List<ChildProgram> running = new ArrayList<>();

    public TestNode(Path folder) {
        this.home = folder.resolve("node");
    }

    /** What a verb ended with, and what it said. */
    public record Said(int code, String text) {}

    public Said verb(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, UTF_8);
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        var code = Main.run(all.toArray(String[]::new), out, out);
        return new Said(code, bytes.toString(UTF_8));
    }

    public Said enrol(String centre, String code) {
        return verb("enrol", "--centre", centre, "--code", code);
    }

    Said connect(String system) throws IOException {
        var password =
                Files.writeString(home.resolveSibling("password"), Twin.login().password() + "\n");
        return verb(
                "connect",
                "--system=" + system,
                "--connector=postgresql",
                "--url=" + Twin.login().url(),
                "--user=" + Twin.login().user(),
                "--password-file=" + password);
    }

    /** @param more options of {@code run} */
    public ChildProgram start(String... more) {
        var all = new ArrayList<>(
                List.of("run", "--home", home.toString(), "--status-port", "0", "--spool-megabytes", "64"));
        all.addAll(List.of(more));
        var program = ChildProgram.start(List.of(), Main.class, all.toArray(String[]::new));
        running.add(program);
        return program;
    }

    /** Parcels on its disk. */
    long spooled() {
        var spool = home.resolve("spool");
        try (var files = Files.isDirectory(spool) ? Files.list(spool) : java.util.stream.Stream.<Path>empty()) {
            return files.filter(file -> file.toString().endsWith(".parcel")).count();
        } catch (IOException | UncheckedIOException gone) {
            return -1;
        }
    }

    /** The page of a node that was started. */
    public Page page(ChildProgram program) {
        return new Page(program.lineWith("http://localhost:").replaceFirst(".*(http://localhost:[0-9]+)/.*", "$1"));
    }

    /** What whoever stands at the node's machine sees. */
    public record Page(String address) {
        private static final HttpClient CLIENT = HttpClient.newHttpClient();

        public String text(String path) {
            try {
                return CLIENT.send(
                                HttpRequest.newBuilder(URI.create(address + path))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        public boolean shows(String words) {
            return text("/").contains(words);
        }
    }

    @Override
    public void close() {
        running.forEach(ChildProgram::close);
    }
}
