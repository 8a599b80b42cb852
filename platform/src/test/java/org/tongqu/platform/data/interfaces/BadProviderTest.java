package org.tongqu.platform.data.interfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: whatever a provider does, the consumer is told what happened and gets nothing that is not right. */
class BadProviderTest {

    private static final String RECORD = "{\"cert_no\":\"C1\",\"name\":\"周敏\"}";

    private final Provider provider = new Provider();
    private final Ways ways = new Ways();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        provider.close();
    }

    private String token() {
        ways.declared(provider.address());
        return ways.key(ways.agreed()).token();
    }

    private static void isRefused(HttpResponse<String> answer, int status, String why) {
        assertThat(answer.body())
                .contains("\"urn:tongqu:interfaces:" + why + "\"")
                .doesNotContain("周敏");
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void anAnswerThatTakesTooLongIsNotWaitedFor() throws Exception {
        ways.declared(Ways.limited(
                Ways.declaration(ways.resource, provider.address()), new Endpoint.Limits(Duration.ofMillis(300), 600)));
        var token = ways.key(ways.agreed()).token();
        provider.does(asked -> await());
        isRefused(ways.asks(token), 504, "timed-out");

        provider.does(asked -> {
            asked.sendResponseHeaders(200, 0);
            asked.getResponseBody().write("{\"data\":{\"rows\":[".getBytes(StandardCharsets.UTF_8));
            asked.getResponseBody().flush();
            await();
        });
        isRefused(ways.asks(token), 504, "timed-out");
    }

    private void await() {
        try {
            assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void noRedirectIsFollowed() throws Exception {
        var token = token();
        provider.does(asked -> {
            asked.getResponseHeaders().set("Location", provider.address() + "/elsewhere");
            asked.sendResponseHeaders(302, -1);
        });

        isRefused(ways.asks(token), 502, "redirected");
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void recordsThatDoNotFitTheCatalogueDoNotLeave() throws Exception {
        var token = token();
        for (var wrong : new String[] {
            "{\"cert_no\":1,\"name\":\"周敏\"}",
            "{\"cert_no\":\"C1\"}",
            "{\"cert_no\":null,\"name\":\"周敏\"}",
            "{\"cert_no\":\"C1\",\"name\":\"" + "周".repeat(41) + "\"}",
            "{\"cert_no\":\"C1\",\"cert_no\":\"C2\",\"name\":\"周敏\"}",
            "17"
        }) {
            provider.does(Provider.answering(Provider.rows(RECORD, wrong)));
            isRefused(ways.asks(token), 502, "answer-wrong");
        }
        provider.does(Provider.answering(Provider.rows(RECORD, "{\"cert_no\":1}")));
        assertThat(ways.asks(token).body()).contains("第 2 条记录的“cert_no”类型不符", "record 2");
        provider.does(Provider.answering("{\"code\":500,\"message\":\"周敏\"}"));
        assertThat(ways.asks(token).body()).contains("找不到记录");
        provider.does(Provider.answering("<html>周敏</html>"));
        isRefused(ways.asks(token), 502, "answer-wrong");
    }

    @Test
    void aShortAnswerThatBreaksOffIsNotGiven() throws Exception {
        var token = token();
        provider.does(asked -> {
            asked.sendResponseHeaders(200, 1000);
            asked.getResponseBody().write(("{\"data\":{\"rows\":[" + RECORD + ",").getBytes(StandardCharsets.UTF_8));
            asked.getResponseBody().flush();
            throw new IOException("closed half-way");
        });

        isRefused(ways.asks(token), 502, "broken-off");
    }

    @Test
    void aLongAnswerThatGoesWrongIsBrokenOffAndNeverLooksWhole() throws Exception {
        var endpoint = ways.declared(provider.address());
        var token = ways.key(ways.agreed()).token();
        var rows = new StringBuilder("{\"data\":{\"rows\":[").append(RECORD);
        for (var number = 0; number < 20_000; number++) {
            rows.append(',').append(RECORD);
        }
        provider.does(Provider.answering(rows + ",{\"name\":\"周敏\"}]}}"));

        assertThatThrownBy(() -> ways.asks(token)).isInstanceOf(IOException.class);

        assertThat(ways.provider.bean(Journal.class).entries(new Entry.Subject("endpoint", endpoint.id())))
                .last()
                .satisfies(
                        entry -> assertThat(entry.entry().details().canonical()).contains("answer-wrong"));
        provider.does(Provider.answering(rows + "]}}"));
        assertThat(ways.asks(token).body()).endsWith("\"count\":20001,\"limited\":false}");
    }

    @Test
    void aProviderThatFailsAgainAndAgainRests() throws Exception {
        var endpoint = ways.declared(provider.address());
        var token = ways.key(ways.agreed()).token();
        provider.does(Provider.answering(500, "{}"));
        for (var call = 0; call < 5; call++) {
            isRefused(ways.asks(token), 502, "provider-failed");
        }

        var answer = ways.asks(token);

        isRefused(answer, 503, "resting");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(provider.requests()).hasSize(5);
        assertThat(ways.provider.bean(Mediation.class).breaker(endpoint.id())).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void whoCallsTooOftenIsToldWhenToComeBack() throws Exception {
        ways.declared(Ways.limited(
                Ways.declaration(ways.resource, provider.address()), new Endpoint.Limits(Duration.ofSeconds(5), 2)));
        var token = ways.key(ways.agreed()).token();
        ways.asks(token);
        ways.asks(token);

        var answer = ways.asks(token);

        isRefused(answer, 429, "too-often");
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(provider.requests()).hasSize(2);
    }
}
