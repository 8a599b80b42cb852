package org.tongqu.bench.matter;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tongqu.bench.program.Account;

/** One browser: its cookies and, once signed in, the hidden value of its forms. Safe for use by many threads. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_HOPS = 5;

    private final HttpClient http;
    private final URI home;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private volatile String csrf = "";

    private Visitor(HttpClient http, URI home) {
        this.http = http;
        this.home = home;
    }

    static Visitor stranger(HttpClient http, URI home) {
        return new Visitor(http, home);
    }

    static Visitor signedIn(HttpClient http, URI home, Account account) throws IOException, InterruptedException {
        var visitor = new Visitor(http, home);
        visitor.csrf = token(visitor.get(account.door()).page());
        var door =
                visitor.send(account.door(), Fields.of(Map.of("name", account.name(), "password", account.password())));
        visitor.csrf = token(visitor.follow(door.sent()).page());
        return visitor;
    }

    private Answer follow(Answer redirection) throws IOException, InterruptedException {
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

    Answer get(String address) throws IOException, InterruptedException {
        return exchange(request(address).GET().build());
    }

    /** Sends a form as browsers do when it has no files. */
    Answer send(String address, Fields fields) throws IOException, InterruptedException {
        var body = fields.and("_csrf", csrf).encoded();
        return exchange(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.US_ASCII))
                .build());
    }

    /** Sends a form as browsers do when it has files. */
    Answer send(String address, Fields fields, Map<String, byte[]> papers) throws IOException, InterruptedException {
        var body = new Multipart();
        body.add(fields.and("_csrf", csrf));
        papers.forEach((name, bytes) -> body.add(name, name + ".pdf", bytes));
        return exchange(request(address)
                .header("Content-Type", body.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                .build());
    }

    private HttpRequest.Builder request(String address) {
        var request = HttpRequest.newBuilder(home.resolve(address)).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer exchange(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        response.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        var location =
                response.headers().firstValue("Location").map(Answer::local).orElse("");
        var asked = request.method() + " " + request.uri().getPath();
        return new Answer(asked, response.statusCode(), location, response.body());
    }
}
