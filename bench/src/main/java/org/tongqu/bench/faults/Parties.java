package org.tongqu.bench.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tongqu.bench.Workshop;
import org.tongqu.bench.exchange.Servers;
import org.tongqu.bench.program.OwnStore;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.node.Main;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/**
 * Everybody who takes part, each a program of its own: the centre and its store, a node, a program that follows changes,
 * the databases of source and target, and the lines between them.
 */
final class Parties implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Workshop bench;
    private final Path folder;
    private final int nodePort;
    private final PostgresServer store;
    private final PostgresServer source;
    private final PostgresServer target;
    private final Relay toCentre;
    private final Relay toSource;
    private final Relay toTarget;
    private Child centre;
    private Child node;
    private Child follower;

    Parties(Workshop bench, Path folder, int rows) throws IOException, SQLException, InterruptedException {
        this.bench = bench;
        this.folder = folder;
        store = server("store");
        source = server("source");
        target = server("target");
        OwnStore.create(store, "bench");
        field().lay(rows);
        nodePort = freePort();
        toCentre = new Relay(nodePort);
        toSource = new Relay(port(source));
        toTarget = new Relay(port(target));
        centre = startCentre();
        enrol(centre.hears("code ", PATIENCE));
        centre.hears("serves", PATIENCE);
        node = startNode();
        follower = startFollower();
    }

    private PostgresServer server(String name) throws IOException {
        return PostgresServer.start(
                Files.createDirectories(folder.resolve(name)),
                bench.root().resolve("bench/target/postgresql"),
                Durability.ON_DISK,
                line -> {});
    }

    /** Without the lines between: for whoever looks. */
    Field field() {
        return new Field(Servers.login(source), Servers.login(target));
    }

    private static int port(PostgresServer server) {
        return Integer.parseInt(server.address("postgres").url().replaceFirst(".*:([0-9]+)/.*", "$1"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Login over(Relay line, PostgresServer server) {
        var own = Servers.login(server);
        return new Login("jdbc:postgresql://127.0.0.1:" + line.port() + "/postgres", own.user(), own.password());
    }

    private Child startCentre() throws IOException {
        var from = over(toSource, source);
        var into = over(toTarget, target);
        var address = store.address("bench");
        return Child.start(
                CentreProgram.class,
                folder.resolve("centre.log"),
                Map.of(
                        "OWNER_PASSWORD", address.owner().password(),
                        "APPLICATION_PASSWORD", address.application().password(),
                        "SOURCE_PASSWORD", from.password(),
                        "TARGET_PASSWORD", into.password()),
                List.of(
                        address.url(),
                        bench.root().resolve("bench/packs").toString(),
                        Files.createDirectories(folder.resolve("data")).toString(),
                        Integer.toString(nodePort),
                        from.url(),
                        from.user(),
                        into.url(),
                        into.user()));
    }

    private void enrol(String code) throws IOException, InterruptedException {
        node("enrol", "--centre", "https://localhost:" + toCentre.port(), "--code", code);
        var from = over(toSource, source);
        var password = Files.writeString(folder.resolve("password"), from.password());
        node(
                "connect",
                "--system",
                CentreProgram.system(CentreProgram.NODE),
                "--url",
                from.url(),
                "--user",
                from.user(),
                "--password-file",
                password.toString());
    }

    private void node(String... arguments) throws IOException, InterruptedException {
        try (var verb = startNode(List.of(arguments))) {
            if (verb.ends() != 0) {
                throw new IllegalStateException("The node said:\n" + verb.lastWords());
            }
        }
    }

    private Child startNode() throws IOException {
        return startNode(List.of("run", "--status-port", "0", "--spool-megabytes", "64"));
    }

    private Child startNode(List<String> arguments) throws IOException {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of("--home", folder.resolve("node").toString()));
        return Child.start(Main.class, folder.resolve("node.log"), Map.of(), all);
    }

    private Child startFollower() throws IOException {
        var from = over(toSource, source);
        var into = over(toTarget, target);
        return Child.start(
                FollowerProgram.class,
                folder.resolve("follower.log"),
                Map.of("SOURCE_PASSWORD", from.password(), "TARGET_PASSWORD", into.password()),
                List.of(from.url(), from.user(), into.url(), into.user()));
    }

    void killCentre() throws IOException, InterruptedException {
        centre.kill();
        centre = startCentre();
        centre.hears("serves", PATIENCE);
    }

    void killNode() throws IOException, InterruptedException {
        node.kill();
        node = startNode();
    }

    void killFollower() throws IOException, InterruptedException {
        follower.kill();
        follower = startFollower();
    }

    void killStore() {
        kill(store);
    }

    void killSource() {
        kill(source);
    }

    void killTarget() {
        kill(target);
    }

    /** The server and all its children at once, as when a machine loses its power; it is started again by its keeper. */
    private static void kill(PostgresServer server) {
        ProcessHandle.of(server.pid()).ifPresent(main -> {
            var children = main.descendants().toList();
            main.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        });
    }

    List<Relay> lines() {
        return List.of(toCentre, toSource, toTarget);
    }

    /**
     * Receipts that were checked.
     *
     * @param untrue runs whose receipts are not what was signed by all who have to
     */
    record Receipts(long count, Set<Long> untrue) {}

    Receipts receipts() throws IOException, InterruptedException {
        centre.tell("receipts");
        var said = Stream.of(centre.hears("receipts ", PATIENCE).split(" "))
                .map(Long::valueOf)
                .toList();
        return new Receipts(said.getFirst(), Set.copyOf(said.subList(1, said.size())));
    }

    String lastWords() {
        return "Centre:\n" + centre.lastWords() + "\nNode:\n" + node.lastWords() + "\nFollower:\n"
                + follower.lastWords();
    }

    @Override
    public void close() throws IOException {
        centre.close();
        node.close();
        follower.close();
        for (var line : lines()) {
            line.close();
        }
        store.close();
        source.close();
        target.close();
    }
}
