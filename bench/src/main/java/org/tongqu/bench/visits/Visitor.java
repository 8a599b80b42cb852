package org.tongqu.bench.visits;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tongqu.bench.program.Account;

/**
 * One browser: its cookies and, once signed in, the hidden value of its forms. Safe for use by many threads.
 *
 * <p>It asks through the plainest client of the JDK: what the load takes of the cores, the program measured does not get,
 * and connections that are kept and read by the thread that asks take least.
 */
public final class Visitor {

    private static final int PATIENCE_MS = 30_000;
    private static final int MOST_HOPS = 5;

    private final URI home;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private volatile String csrf = "";

    private Visitor(URI home) {
        this.home = home;
    }

    /** Keeps as many connections as there are people at once; the JDK would keep five. */
    public static void keepConnections(int most) {
        System.setProperty("http.maxConnections", Integer.toString(most));
    }

    public static Visitor stranger(URI home) {
        return new Visitor(home);
    }

    public static Visitor signedIn(URI home, Account account) throws IOException {
        var visitor = new Visitor(home);
        visitor.csrf = token(visitor.get(account.door()).page());
        var door =
                visitor.send(account.door(), Fields.of(Map.of("name", account.name(), "password", account.password())));
        visitor.csrf = token(visitor.follow(door.sent()).page());
        return visitor;
    }

    private Answer follow(Answer redirection) throws IOException {
        var answer = redirection;
        for (int hop = 0; hop < MOST_HOPS && !answer.location().isEmpty(); hop++) {
            answer = get(answer.location());
        }
        return answer;
    }

    private static String token(Answer page) {
        return Markup.hidden(page.body(), "_csrf")
                .orElseThrow(() -> new UnexpectedAnswer(page.asked(), "has no form", ""));
    }

    public Answer get(String address) throws IOException {
        return exchange("GET", address, Optional.empty());
    }

    /** Sends a form as browsers do when it has no files. */
    public Answer send(String address, Fields fields) throws IOException {
        var body = fields.and("_csrf", csrf).encoded().getBytes(StandardCharsets.US_ASCII);
        return exchange("POST", address, Optional.of(new Body("application/x-www-form-urlencoded", body)));
    }

    /** Sends a form as browsers do when it has files. */
    public Answer send(String address, Fields fields, Map<String, byte[]> papers) throws IOException {
        var body = new Multipart();
        body.add(fields.and("_csrf", csrf));
        papers.forEach((name, bytes) -> body.add(name, name + ".pdf", bytes));
        return exchange("POST", address, Optional.of(new Body(body.contentType(), body.bytes())));
    }

    private record Body(String type, byte[] bytes) {}

    private Answer exchange(String method, String address, Optional<Body> body) throws IOException {
        var asked = (HttpURLConnection) home.resolve(address).toURL().openConnection();
        asked.setRequestMethod(method);
        asked.setInstanceFollowRedirects(false);
        asked.setUseCaches(false);
        asked.setConnectTimeout(PATIENCE_MS);
        asked.setReadTimeout(PATIENCE_MS);
        if (!cookies.isEmpty()) {
            asked.setRequestProperty("Cookie", cookie());
        }
        if (body.isPresent()) {
            asked.setDoOutput(true);
            asked.setRequestProperty("Content-Type", body.get().type());
            asked.setFixedLengthStreamingMode(body.get().bytes().length);
            try (var out = asked.getOutputStream()) {
                out.write(body.get().bytes());
            }
        }
        return answer(asked);
    }

    private String cookie() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Reads the answer to its end, so that the connection can be used again. */
    private Answer answer(HttpURLConnection asked) throws IOException {
        int status = asked.getResponseCode();
        asked.getHeaderFields().getOrDefault("Set-Cookie", List.of()).stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        var location = Optional.ofNullable(asked.getHeaderField("Location"))
                .map(Answer::local)
                .orElse("");
        try (var in = status < HttpURLConnection.HTTP_BAD_REQUEST ? asked.getInputStream() : asked.getErrorStream()) {
            var text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(asked.getRequestMethod() + " " + asked.getURL().getPath(), status, location, text);
        }
    }
}
