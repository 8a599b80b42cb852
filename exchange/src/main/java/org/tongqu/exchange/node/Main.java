package org.tongqu.exchange.node;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.exchange.Drivers;
import org.tongqu.exchange.Login;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Language;

/** The verb {@code node} of the command: enrol, connect, offer, run, status. Ends with 0 when done, 1 when refused, 2 when misused. */
public final class Main {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private static final int STATUS_PORT = 8470;
    private static final long SPOOL_MEGABYTES = 256;

    private static final Map<String, Set<String>> TAKES = Map.of(
            "enrol", Set.of("centre", "code", "home"),
            "connect", Set.of("system", "connector", "url", "user", "password-file", "home"),
            "offer", Set.of("home", "address", "header", "secret-file", "no-more"),
            "run", Set.of("home", "status-port", "spool-megabytes", "calls-port", "calls-address"),
            "status", Set.of("home", "status-port"));

    private final Map<String, String> given;
    private final PrintStream out;
    private final PrintStream err;

    private Main(Map<String, String> given, PrintStream out, PrintStream err) {
        this.given = given;
        this.out = out;
        this.err = err;
    }

    static {
        // Lines are given up here before the centre gives them up, so that none is used that is ending.
        if (System.getProperty("jdk.httpclient.keepalive.timeout") == null) {
            System.setProperty("jdk.httpclient.keepalive.timeout", "15");
        }
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** Does one verb and returns what the program ends with. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        var verb = arguments.length == 0 ? "" : arguments[0];
        if (!TAKES.containsKey(verb)) {
            err.println(Words.both("cli.verb", verb));
            return MISUSED;
        }
        Map<String, String> given = new LinkedHashMap<>();
        var rest = Arrays.asList(arguments).subList(1, arguments.length);
        for (int i = 0; i < rest.size(); i++) {
            var option = rest.get(i);
            var name = option.replaceFirst("^--", "").split("=", 2)[0];
            if (!option.startsWith("--") || !TAKES.get(verb).contains(name)) {
                err.println(Words.both("cli.option", option));
                return MISUSED;
            }
            if (option.contains("=")) {
                given.put(name, option.substring(option.indexOf('=') + 1));
            } else if (i + 1 < rest.size()) {
                given.put(name, rest.get(++i));
            } else {
                err.println(Words.both("cli.value", option));
                return MISUSED;
            }
        }
        return new Main(given, out, err).run(verb);
    }

    private int run(String verb) {
        try {
            return switch (verb) {
                case "enrol" -> enrol();
                case "connect" -> connect();
                case "offer" -> offer();
                case "run" -> work();
                default -> status();
            };
        } catch (Lacking lacking) {
            err.println(Words.both("cli.lacking", lacking.option));
            return MISUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return REFUSED;
        }
    }

    /** An option that is needed. */
    private static final class Lacking extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String option;

        Lacking(String option) {
            this.option = option;
        }
    }

    private String needed(String option) {
        return Optional.ofNullable(given.get(option)).orElseThrow(() -> new Lacking("--" + option));
    }

    private Home home() {
        return Home.open(Path.of(given.getOrDefault("home", "node")).toAbsolutePath());
    }

    private int enrol() {
        URI centre;
        try {
            centre = URI.create(needed("centre"));
        } catch (IllegalArgumentException none) {
            return refused("cli.centre", needed("centre"));
        }
        if (!"https".equals(centre.getScheme()) || centre.getHost() == null) {
            return refused("cli.centre", needed("centre"));
        }
        try {
            return switch (Enrolment.enrol(home(), centre, needed("code"))) {
                case Outcome.Refused<Identity, Centre.No>(var no) -> refused(no);
                case Outcome.Done<Identity, Centre.No>(var identity) -> {
                    out.println(Words.both(
                            "cli.enrolled",
                            identity.system(),
                            Worker.until(identity).toString()));
                    yield DONE;
                }
            };
        } catch (IOException away) {
            return hasWrongAuthority(away)
                    ? refused("cli.wrong-authority", centre.toString())
                    : refused("cli.no-centre", centre.toString(), String.valueOf(away.getMessage()));
        }
    }

    private static boolean hasWrongAuthority(Throwable fault) {
        return fault instanceof Secured.WrongAuthority
                || fault.getCause() != null && hasWrongAuthority(fault.getCause());
    }

    private int connect() {
        var home = home();
        var identity = home.identity();
        if (identity.isEmpty()) {
            return refused("cli.not-enrolled", home.folder().toString());
        }
        if (!needed("system").equals(identity.get().system())) {
            return refused("cli.other-system", needed("system"), identity.get().system());
        }
        var connector = connector(given.getOrDefault("connector", "postgresql"));
        if (connector.isEmpty()
                || !needed("url").startsWith(Drivers.needed(connector.get()).address())) {
            return refused("cli.connector", given.getOrDefault("connector", "postgresql"), needed("url"));
        }
        if (!Drivers.isThere(connector.get())) {
            return refused(
                    "cli.driver",
                    Drivers.needed(connector.get()).jar(),
                    Drivers.folder().toString());
        }
        var password = password();
        if (password.isEmpty()) {
            return refused("cli.password");
        }
        var login = new Login(needed("url"), needed("user"), password.get());
        try (var tried = login.open()) {
            home.keep(login);
            out.println(Words.both(
                    "cli.connected", login.toString(), tried.getMetaData().getDatabaseProductName()));
            return DONE;
        } catch (SQLException closed) {
            return refused("cli.cannot-connect", login.toString(), String.valueOf(closed.getMessage()));
        }
    }

    /** Says which of the department's interfaces may be asked, or that one may no more. */
    private int offer() {
        var home = home();
        if (home.identity().isEmpty()) {
            return refused("cli.not-enrolled", home.folder().toString());
        }
        var isOver = given.containsKey("no-more");
        var address = needed(isOver ? "no-more" : "address");
        var secret = secret("secret-file");
        var offered = Offered.of(address, given.getOrDefault("header", ""), secret.orElse(""));
        if (offered.isEmpty()) {
            return refused("cli.address", address);
        }
        if (given.containsKey("header") != given.containsKey("secret-file")
                || given.containsKey("secret-file") && secret.isEmpty()) {
            return refused("cli.secret");
        }
        var base = offered.get().base();
        var all = new ArrayList<>(home.offered());
        var isGone = all.removeIf(each -> each.base().equals(base));
        if (isOver && !isGone) {
            return refused("cli.not-offered", base.toString());
        }
        if (!isOver) {
            all.add(offered.get());
        }
        home.keep(List.copyOf(all));
        out.println(Words.both(isOver ? "cli.offered-no-more" : "cli.offered", base.toString()));
        return DONE;
    }

    private static Optional<Connector> connector(String name) {
        return Arrays.stream(Connector.values())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Never an argument: those are seen by everybody on the machine. */
    private Optional<String> password() {
        if (given.containsKey("password-file")) {
            return secret("password-file");
        }
        return Optional.ofNullable(System.console())
                .map(console -> console.readPassword("%s ", Words.both("cli.ask-password")))
                .map(String::new);
    }

    /** What stands in a file; nothing when it cannot be read. */
    private Optional<String> secret(String option) {
        try {
            var file = given.get(option);
            return file == null
                    ? Optional.empty()
                    : Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException unread) {
            return Optional.empty();
        }
    }

    private int work() throws InterruptedException {
        var home = home();
        var identity = home.identity();
        if (identity.isEmpty()) {
            return refused("cli.not-enrolled", home.folder().toString());
        }
        var megabytes = number("spool-megabytes", SPOOL_MEGABYTES);
        var port = number("status-port", STATUS_PORT);
        var calls = number("calls-port", 0);
        if (megabytes.isEmpty() || !isPort(port) || !isPort(calls)) {
            return refused("cli.number");
        }
        try (var lock = HomeLock.tryTake(home)) {
            if (!lock.isHeld()) {
                return refused("cli.runs-already", home.folder().toString());
            }
            var host = given.getOrDefault("calls-address", "127.0.0.1");
            var at = Optional.ofNullable(given.get("calls-port"))
                    .map(said -> new InetSocketAddress(host, calls.get().intValue()));
            var settings = new Node.Settings(megabytes.get() << 20, port.get().intValue(), at);
            try (var node = Node.start(home, identity.get(), settings)) {
                out.println(
                        Words.both("cli.running", identity.get().system(), "http://localhost:" + node.port() + "/"));
                node.callsPort()
                        .ifPresent(open ->
                                out.println(Words.both("cli.calls", "http://" + host + ":" + open + CallsPort.PATH)));
                node.join();
            }
            return DONE;
        }
    }

    private static boolean isPort(Optional<Long> number) {
        return number.filter(port -> port <= 65_535).isPresent();
    }

    private Optional<Long> number(String option, long otherwise) {
        var text = given.getOrDefault(option, String.valueOf(otherwise));
        return text.matches("[0-9]{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private int status() throws InterruptedException {
        var port = number("status-port", STATUS_PORT);
        if (port.isEmpty()) {
            return refused("cli.number");
        }
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port.get() + "/status.json"))
                    .build();
            out.println(client.send(request, BodyHandlers.ofString()).body());
            return DONE;
        } catch (IOException notThere) {
            return refused("cli.not-running", String.valueOf(port.get()));
        }
    }

    private int refused(String code, String... quoted) {
        err.println(Words.both(code, quoted));
        return REFUSED;
    }

    private int refused(Centre.No no) {
        for (var language : Language.values()) {
            var words = new Words(language);
            err.println(words.trouble(no.reason(), no.detail()) + " " + words.remedy(no.reason()));
        }
        return REFUSED;
    }
}
