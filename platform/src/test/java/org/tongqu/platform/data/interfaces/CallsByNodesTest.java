package org.tongqu.platform.data.interfaces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.ChildProgram;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.exchange.Node;
import org.tongqu.platform.data.exchange.Nodes;
import org.tongqu.platform.data.exchange.TestNode;
import org.tongqu.platform.data.exchange.internal.NodeDoor;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: a call leaves one department by its node and reaches an interface of another by that one's node. */
class CallsByNodesTest {

    private static final String ONE = "{\"cert_no\":\"C000001\",\"name\":\"周敏\",\"bank\":\"6222\"}";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Provider provider = new Provider();
    private final Ways ways = new Ways();
    private TestNode givers;
    private TestNode takers;
    private String system;

    @BeforeEach
    void enrolled() throws IOException {
        ways.provider.bean(NodeDoor.class).open(0);
        system = "gives-" + ways.resource.key();
        givers = node(ways.provider, system, "giver");
        takers = node(ways.consumer, "takes-" + ways.resource.key(), "taker");
        var secret = Files.writeString(folder.resolve("secret"), "of-the-department\n");
        assertThat(givers.verb(
                                "offer",
                                "--address=" + provider.address(),
                                "--header=X-Secret",
                                "--secret-file=" + secret)
                        .code())
                .isZero();
    }

    private TestNode node(Department of, String name, String where) throws IOException {
        var code = of.bean(Nodes.class)
                .invite(of.chief(), of.organisation(), name)
                .orElseThrow()
                .text();
        var node = new TestNode(Files.createDirectories(folder.resolve(where)));
        assertThat(node.enrol(of.bean(NodeDoor.class).address().orElseThrow(), code)
                        .code())
                .isZero();
        return node;
    }

    @AfterEach
    void close() {
        givers.close();
        takers.close();
        provider.close();
    }

    private String key(Map<String, Masking> items) {
        return ways.key(ways.agreed(items, OptionalLong.empty())).token();
    }

    private static URI port(ChildProgram taker) {
        return URI.create(
                taker.lineWith("/api/interfaces/").replaceFirst(".*(http://[0-9.:]+)/api/interfaces/.*", "$1"));
    }

    private HttpResponse<String> asks(URI at, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at.resolve(ways.path() + "?cert_no=C1"))
                .header("Authorization", "Bearer " + token)
                .header("Tongqu-Purpose", "approval")
                .header("Tongqu-Case", "110105-2026-000007");
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Until the giver's node was heard of, at most as long as a call may take. */
    private HttpResponse<String> asksOnceThere(URI at, String token) throws IOException, InterruptedException {
        var answer = asks(at, token);
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (answer.body().contains(":node-away\"") && System.nanoTime() < end) {
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 50, TimeUnit.MILLISECONDS)
                    .join();
            answer = asks(at, token);
        }
        return answer;
    }

    private static String problem(HttpResponse<String> answer) {
        return answer.body().replaceFirst("(?s).*\"type\":\"urn:tongqu:interfaces:([a-z-]+)\".*", "$1");
    }

    @Test
    void aCallGoesByBothNodesAndIsHeldToTheAgreement() throws Exception {
        var endpoint = ways.declared(Ways.declaration(ways.resource, provider.address(), Optional.of(system)));
        var token = key(Map.of("cert_no", Masking.MASKED, "name", Masking.PLAIN));
        provider.does(Provider.answering(Provider.rows(ONE)));
        var at = port(takers.start("--calls-port", "0"));
        assertThat(problem(asks(at, token)))
                .as("nobody waits for questions yet")
                .isEqualTo("node-away");
        var giver = givers.start();

        var answer = asksOnceThere(at, token);

        assertThat(answer.body())
                .isEqualTo("{\"records\":[{\"cert_no\":\"C*****1\",\"name\":\"周敏\"}],\"count\":1,\"limited\":false}");
        assertThat(answer.headers().firstValue("Tongqu-Agreement")).isPresent();
        assertThat(provider.requests().getFirst().headers())
                .as("the secret is the node's own")
                .containsEntry("X-secret", List.of("of-the-department"))
                .containsEntry("Tongqu-consumer", List.of(ways.consumer.organisation()))
                .containsEntry("Tongqu-case", List.of("110105-2026-000007"))
                .doesNotContainKey("Authorization");
        assertThat(ways.provider.bean(Journal.class).entries(new Entry.Subject("endpoint", endpoint.id())))
                .extracting(each -> each.entry().verb())
                .endsWith("interfaces.call-answered");
        assertThat(givers.page(giver).text("/status.json")).contains("\"asked\":1");

        muchMore(at, token);
        wrong(at, token);
        brokenOff(at, token);
        takenBack(at, token);
    }

    /** Longer than what is held back anywhere. */
    private void muchMore(URI at, String token) throws Exception {
        var rows = IntStream.range(0, 60_000)
                .mapToObj(i -> "{\"cert_no\":\"C" + (100_000 + i) + "\",\"name\":\"周敏" + i + "\"}")
                .collect(Collectors.joining(","));
        provider.does(Provider.answering(Provider.rows(rows)));

        var answer = asks(at, token).body();

        assertThat(answer).endsWith("\"count\":60000,\"limited\":false}").contains("\"name\":\"周敏59999\"");
    }

    private void wrong(URI at, String token) throws Exception {
        assertThat(problem(asks(at, "tq_wrong"))).isEqualTo("key-unknown");
        assertThat(asks(at, "tq_wrong").headers().firstValue("WWW-Authenticate"))
                .contains("Bearer");
        provider.does(Provider.answering(500, "{}"));
        assertThat(problem(asks(at, token))).isEqualTo("provider-failed");
        provider.does(Provider.answering(Provider.rows(ONE)));
        assertThat(givers.verb("offer", "--no-more=" + provider.address()).code())
                .isZero();
        assertThat(problem(asks(at, token))).isEqualTo("not-offered");
        assertThat(givers.verb("offer", "--address=" + provider.address() + "/peop")
                        .code())
                .isZero();
        assertThat(problem(asks(at, token)))
                .as("another path with the same beginning")
                .isEqualTo("not-offered");
        assertThat(givers.verb("offer", "--address=" + provider.address() + "/people")
                        .code())
                .isZero();
        assertThat(asks(at, token).statusCode()).isEqualTo(200);
    }

    /** What was begun and cannot be ended is not taken for whole. */
    private void brokenOff(URI at, String token) {
        var half = ("{\"code\":0,\"data\":{\"rows\":[" + ONE + ("," + ONE).repeat(9_000)).getBytes(UTF_8);
        provider.does(asked -> {
            asked.sendResponseHeaders(200, half.length + 1000);
            asked.getResponseBody().write(half);
            throw new IOException("The department's server died");
        });
        assertThatThrownBy(() -> asks(at, token)).isInstanceOf(IOException.class);
        provider.does(Provider.answering(Provider.rows(ONE)));
    }

    private void takenBack(URI at, String token) throws Exception {
        assertThat(asks(at, token).statusCode()).isEqualTo(200);
        var node = ways.provider
                .bean(Nodes.class)
                .list(ways.provider.chief(), new Nodes.NodePage(Long.MAX_VALUE, 1))
                .getFirst();
        assertThat(node).returns(system, Node::system);
        var before = provider.requests().size();
        assertThat(ways.provider.bean(Nodes.class).takeBack(ways.provider.chief(), node.id()))
                .isInstanceOf(Outcome.Done.class);

        assertThat(problem(asks(at, token))).isEqualTo("node-away");
        assertThat(provider.requests()).hasSize(before);
    }

    @Test
    void anInterfaceIsAskedByANodeOfItsOwnDepartmentOnly() {
        var others = Ways.declaration(ways.resource, provider.address(), Optional.of("takes-" + ways.resource.key()));

        assertThat(ways.provider.bean(Endpoints.class).declare(ways.provider.officer(), others))
                .isEqualTo(Outcome.refused(new EndpointRefusal.Wrong(Map.of("via", EndpointRefusal.Fault.NO_NODE))));
    }
}
