package org.tongqu.platform.data.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongqu.exchange.node.Main;
import org.tongqu.platform._support.ChildProgram;

/** A department's node with a folder of its own: its verbs here, its work in a program of its own. */
final class TestNode implements AutoCloseable {

    final Path home;
    private final List<ChildProgram> running = new ArrayList<>();

    TestNode(Path folder) {
        this.home = folder.resolve("node");
    }

    /** What a verb ended with, and what it said. */
    record Said(int code, String text) {}

    Said verb(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, UTF_8);
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        var code = Main.run(all.toArray(String[]::new), out, out);
        return new Said(code, bytes.toString(UTF_8));
    }

    Said enrol(String centre, String code) {
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

    ChildProgram start() {
        var program = ChildProgram.start(
                List.of(),
                Main.class,
                "run",
                "--home",
                home.toString(),
                "--status-port",
                "0",
                "--spool-megabytes",
                "64");
        running.add(program);
        return program;
    }

    @Override
    public void close() {
        running.forEach(ChildProgram::close);
    }
}
