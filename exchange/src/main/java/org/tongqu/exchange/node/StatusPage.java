package org.tongqu.exchange.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Language;

/** The node's own page, for whoever stands at this machine and nobody else. Shows no row and no password. */
final class StatusPage implements AutoCloseable {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final Sentences SENTENCES = Sentences.in("texts/node");
    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final Shown shown;

    /** What it shows. */
    record Shown(Standing standing, Spool spool, Worker.Line line, Home home) {}

    private StatusPage(HttpServer server, Shown shown) {
        this.server = server;
        this.shown = shown;
    }

    /** @param port 0 for any */
    static StatusPage open(int port, Shown shown) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var page = new StatusPage(server, shown);
            server.createContext("/", page::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("The port " + port + " of the status page cannot be opened", e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            // A name that leads to this machine by somebody else's doing is not answered.
            var host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                    .orElse("");
            var isLocal = host.matches("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?");
            switch (isLocal ? exchange.getRequestURI().getPath() : "") {
                case "/" -> send(exchange, FOUND, "text/html; charset=utf-8", html(language(exchange)));
                case "/status.json" -> send(exchange, FOUND, "application/json", json().canonical());
                default -> send(exchange, NOT_FOUND, "text/plain; charset=utf-8", "404");
            }
        }
    }

    private static Language language(HttpExchange exchange) {
        var query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        return query.contains("lang=en") ? Language.EN : Language.ZH;
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Datum json() {
        var seen = shown.standing().seen();
        var filling = shown.spool().filling();
        var identity = shown.line().get().identity();
        return Datum.empty()
                .with("system", Datum.of(identity.system()))
                .with("centre", Datum.of(identity.centre().toString()))
                .with("since", Datum.of(seen.since().map(Instant::toString).orElse("")))
                .with("certificate", Datum.of(Worker.until(identity).toString()))
                .with("parcels", Datum.of(filling.parcels()))
                .with("bytes", Datum.of(filling.bytes()))
                .with("asked", Datum.of(seen.calls().asked()))
                .with("called", Datum.of(seen.calls().called()))
                .with(
                        "flows",
                        Datum.of(seen.flows().stream()
                                .map(flow -> Datum.empty()
                                        .with("flow", Datum.of(flow.id()))
                                        .with("state", Datum.of(flow.state()))
                                        .with("rows", Datum.of(flow.rows()))
                                        .with("aside", Datum.of(flow.aside())))
                                .toList()))
                .with(
                        "troubles",
                        Datum.of(seen.troubles().stream()
                                .map(trouble -> Datum.empty()
                                        .with("at", Datum.of(trouble.at().toString()))
                                        .with("about", Datum.of(trouble.about()))
                                        .with("code", Datum.of(trouble.code()))
                                        .with("detail", Datum.of(trouble.detail())))
                                .toList()));
    }

    private String html(Language language) {
        var words = new Words(language);
        var seen = shown.standing().seen();
        var identity = shown.line().get().identity();
        var filling = shown.spool().filling();
        var out =
                new StringBuilder("<!doctype html><html lang=\"" + language.tag() + "\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><meta http-equiv=\"refresh\" content=\"10\">"
                        + "<title>" + words.say("heading", identity.system()) + "</title><style>" + STYLE
                        + "</style></head><body><main><h1>" + words.say("heading", identity.system()) + "</h1>");
        out.append("<p>").append(other(language)).append("</p><dl>");
        fact(out, words, "centre", identity.centre().toString());
        fact(
                out,
                words,
                "connected",
                seen.since().map(at -> words.say("since", MOMENT.format(at))).orElseGet(() -> words.say("away")));
        fact(out, words, "certificate", words.say("until", MOMENT.format(Worker.until(identity))));
        fact(
                out,
                words,
                "database",
                shown.home().connection().map(Object::toString).orElseGet(() -> words.say("no-connection")));
        fact(
                out,
                words,
                "spool",
                words.say(
                        "waiting",
                        String.valueOf(filling.parcels()),
                        String.valueOf(filling.bytes() >> 10),
                        String.valueOf(filling.bound() >> 20)));
        var offered = shown.home().offered();
        fact(
                out,
                words,
                "offered",
                offered.isEmpty()
                        ? words.say("offered.none")
                        : offered.stream().map(Offered::toString).collect(Collectors.joining(", ")));
        fact(
                out,
                words,
                "calls",
                words.say(
                        "calls.count",
                        String.valueOf(seen.calls().asked()),
                        String.valueOf(seen.calls().called())));
        out.append("</dl>");
        flows(out, words, seen.flows(), language);
        troubles(out, words, seen.troubles());
        return out.append("</main></body></html>").toString();
    }

    private static String other(Language language) {
        return language == Language.ZH
                ? "<a lang=\"en\" href=\"/?lang=en\">English</a>"
                : "<a lang=\"zh\" href=\"/\">" + SENTENCES.say(Language.ZH, "chinese", List.of()) + "</a>";
    }

    private static void fact(StringBuilder out, Words words, String name, String value) {
        out.append("<dt>")
                .append(words.say(name))
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>");
    }

    private static void flows(StringBuilder out, Words words, List<Standing.FlowLine> flows, Language language) {
        out.append("<h2>").append(words.say("flows")).append("</h2>");
        if (flows.isEmpty()) {
            out.append("<p>").append(words.say("flows.empty")).append("</p>");
            return;
        }
        head(out, words, "flow", "began", "ended", "rows", "aside", "lag", "state");
        for (var flow : flows) {
            row(
                    out,
                    language == Language.ZH ? flow.zh() : flow.en(),
                    MOMENT.format(flow.began()),
                    flow.ended().map(MOMENT::format).orElse(""),
                    String.valueOf(flow.rows()),
                    String.valueOf(flow.aside()),
                    words.say(
                            "minutes",
                            String.valueOf(Duration.between(flow.began(), Instant.now())
                                    .toMinutes())),
                    words.say("state." + flow.state()));
        }
        out.append("</tbody></table></div>");
    }

    private static void troubles(StringBuilder out, Words words, List<Standing.Trouble> troubles) {
        out.append("<h2>").append(words.say("troubles")).append("</h2>");
        if (troubles.isEmpty()) {
            out.append("<p>").append(words.say("troubles.empty")).append("</p>");
            return;
        }
        head(out, words, "at", "flow", "what", "do", "times");
        for (var trouble : troubles) {
            row(
                    out,
                    MOMENT.format(trouble.at()),
                    trouble.about(),
                    words.trouble(trouble.code(), trouble.detail()),
                    words.remedy(trouble.code()),
                    String.valueOf(trouble.times()));
        }
        out.append("</tbody></table></div>");
    }

    private static void head(StringBuilder out, Words words, String... columns) {
        out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(words.say(columns[0]))
                .append("\"><table><thead><tr>");
        for (var column : columns) {
            out.append("<th scope=\"col\">").append(words.say(column)).append("</th>");
        }
        out.append("</tr></thead><tbody>");
    }

    private static void row(StringBuilder out, String... cells) {
        out.append("<tr>");
        for (var cell : cells) {
            out.append("<td>").append(escaped(cell)).append("</td>");
        }
        out.append("</tr>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static final String STYLE = """
            body{font:16px/1.6 system-ui,sans-serif;margin:0;color:#1b1f23;background:#fff}
            main{max-width:60rem;margin:0 auto;padding:1rem}
            h1{font-size:1.5rem}h2{font-size:1.2rem}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{color:#57606a}dd{margin:0;overflow-wrap:anywhere}
            .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
            th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #d0d7de;vertical-align:top}
            """;
}
