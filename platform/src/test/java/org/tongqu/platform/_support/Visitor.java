package org.tongqu.platform._support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody with a browser that has no scripts: keeps cookies, follows redirects, and sends with each form the hidden
 * {@code _csrf} value of the last page that had one. Not safe for use by two threads.
 */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private String csrf = "";

    Visitor(URI address) {
        this.address = address;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(Redirect.NORMAL)
                .build();
    }

    /**
     * What came back.
     *
     * @param at the address after all redirects
     */
    public record Answer(int status, URI at, String body, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Answer opens(String path) {
        return answer(HttpRequest.newBuilder(address.resolve(path)).GET().build());
    }

    public Answer sends(String path, Map<String, String> fields) {
        Map<String, String> whole = new LinkedHashMap<>(fields);
        if (!csrf.isEmpty()) {
            whole.putIfAbsent("_csrf", csrf);
        }
        String form = whole.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return answer(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** Any other request, e.g. one with a file; cookies are kept all the same. */
    /** Sends a form with one file. */
    public Answer sendsFile(String path, String name, String file, byte[] content) {
        var boundary = "----tongqu-test";
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf() + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\n\r\n";
        return answer(HttpRequest.newBuilder(address().resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build());
    }

    public Answer answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            Matcher hidden = CSRF.matcher(response.body());
            if (hidden.find()) {
                csrf = hidden.group(1);
            }
            return new Answer(response.statusCode(), response.uri(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI address() {
        return address;
    }

    /** The hidden value that the next form will carry; empty before a page with a form was opened. */
    public String csrf() {
        return csrf;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
