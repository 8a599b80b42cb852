package org.tongqu.platform.data.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;
import org.tongqu.platform.trust.journal.Recorded;

/** FEATURE: a system calls a department's interface as far as an agreement goes, and leaves a trace. */
class MediationTest {

    private static final String ONE = "{\"cert_no\":\"C1\",\"name\":\"周敏\",\"state\":\"valid\",\"bank\":\"6222\"}";

    private final Provider provider = new Provider();
    private final Ways ways = new Ways();

    @AfterEach
    void close() {
        provider.close();
    }

    private static String problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return answer.body().replaceFirst("(?s).*\"type\":\"urn:tongqu:interfaces:([a-z-]+)\".*", "$1");
    }

    private List<Recorded> journal(Endpoint endpoint) {
        return ways.provider.bean(Journal.class).entries(new Entry.Subject("endpoint", endpoint.id()));
    }

    @Test
    void whatWasAgreedIsGivenAndNothingElse() throws Exception {
        ways.declared(provider.address());
        provider.does(Provider.answering(Provider.rows(ONE)));
        var given = ways.key(ways.agreed());

        var answer = ways.asks(given.token());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"records\":[{\"cert_no\":\"C1\",\"name\":\"周敏\"}],\"count\":1,\"limited\":false}");
        assertThat(answer.headers().firstValue("Tongqu-Agreement"))
                .contains(given.key().under().agreement());
        var asked = provider.requests().getFirst();
        assertThat(asked.address()).isEqualTo("/people/C1");
        assertThat(asked.headers())
                .containsEntry("X-secret", List.of("open-sesame"))
                .containsEntry("Tongqu-consumer", List.of(ways.consumer.organisation()))
                .doesNotContainKey("Authorization");
    }

    @Test
    void maskedItemsLeaveMasked() throws Exception {
        ways.declared(provider.address());
        provider.does(Provider.answering(Provider.rows("{\"cert_no\":\"C000001\",\"name\":\"周敏\"}")));
        var given =
                ways.key(ways.agreed(Map.of("cert_no", Masking.MASKED, "name", Masking.HASHED), OptionalLong.empty()));

        var answer = ways.asks(given.token());

        assertThat(answer.body()).contains("\"cert_no\":\"C*****1\"").doesNotContain("周敏");
    }

    @Test
    void parametersMayBeSentWhereNoLogOfAddressesSeesThem() throws Exception {
        ways.declared(provider.address());
        var given = ways.key(ways.agreed());

        assertThat(ways.posts(given.token(), "{\"cert_no\":\"C 1/2\",\"since\":\"2026-01-02\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(provider.requests().getFirst().address()).isEqualTo("/people/C%201%2F2?since=2026-01-02");
    }

    @Test
    void moreRecordsThanAgreedDoNotLeave() throws Exception {
        ways.declared(provider.address());
        provider.does(Provider.answering(Provider.rows(ONE, ONE, ONE)));
        var given = ways.key(ways.agreed(Map.of("cert_no", Masking.PLAIN, "name", Masking.PLAIN), OptionalLong.of(2)));

        assertThat(ways.asks(given.token()).body()).endsWith("\"count\":2,\"limited\":true}");
    }

    @Test
    void withoutAKeyNobodyIsAsked() throws Exception {
        ways.declared(provider.address());
        var without = HttpRequest.newBuilder(StartedPlatform.shared().address().resolve(ways.path()));

        var answer = Ways.sends(without.GET());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(problem(answer)).isEqualTo("key-missing");
        assertThat(answer.body()).contains("没有出示密钥", "No key was shown", "Authorization");
        assertThat(problem(ways.asks("tq_wrong"))).isEqualTo("key-unknown");
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void anAgreementThatIsRevokedStopsTheNextCall() throws Exception {
        ways.declared(provider.address());
        var agreement = ways.agreed();
        var given = ways.key(agreement);
        assertThat(ways.asks(given.token()).statusCode()).isEqualTo(200);

        ways.provider
                .bean(Negotiation.class)
                .act(ways.provider.chief(), agreement.id(), AgreementAct.REVOKE, Answer.saying("泄露风险"))
                .orElseThrow();
        var answer = ways.asks(given.token());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(problem(answer)).isEqualTo("not-in-force");
        assertThat(answer.body()).contains("协议状态：已终止");
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void aKeyThatIsTakenBackStopsTheNextCallAndIsNowhereKept() throws Exception {
        var endpoint = ways.declared(provider.address());
        var given = ways.key(ways.agreed());
        var keys = ways.provider.bean(Keys.class);
        assertThat(ways.asks(given.token()).statusCode()).isEqualTo(200);
        assertThat(ways.provider
                        .bean(JdbcClient.class)
                        .sql("SELECT k::text FROM interfaces.key k WHERE id = ?")
                        .param(given.key().id())
                        .query(String.class)
                        .single())
                .contains(Digest.of(given.token()).hex())
                .doesNotContain(given.token());

        assertThat(keys.revoke(Ways.stranger(), given.key().id())).isInstanceOf(Outcome.Refused.class);
        keys.revoke(ways.provider.chief(), given.key().id()).orElseThrow();

        assertThat(problem(ways.asks(given.token()))).isEqualTo("key-revoked");
        assertThat(journal(endpoint)).extracting(each -> each.entry().verb()).endsWith("interfaces.call-refused");
    }

    @Test
    void aKeyOpensItsOwnResourceAndServesItsOwnPurpose() throws Exception {
        ways.declared(provider.address());
        var other = new Ways();
        other.declared(provider.address());
        var given = ways.key(ways.agreed());

        assertThat(problem(Ways.sends(ways.request(other.path(), given.token()).GET())))
                .isEqualTo("other-resource");
        assertThat(problem(Ways.sends(ways.request(ways.path() + "?cert_no=C1", given.token())
                        .setHeader("Tongqu-Purpose", "statistics")
                        .GET())))
                .isEqualTo("purpose-other");
        assertThat(problem(Ways.sends(ways.request("/api/interfaces/" + ways.resource.key() + "/none", given.token())
                        .GET())))
                .isEqualTo("endpoint-unknown");
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void whatIsAskedIsCheckedBeforeTheProviderHearsOfIt() throws Exception {
        ways.declared(provider.address());
        var token = ways.key(ways.agreed()).token();

        assertThat(problem(ways.posts(token, "{}"))).isEqualTo("parameter-missing");
        assertThat(problem(ways.posts(token, "{\"cert_no\":\"..\"}"))).isEqualTo("parameter-wrong");
        assertThat(problem(ways.posts(token, "{\"cert_no\":\"" + "C".repeat(41) + "\"}")))
                .isEqualTo("parameter-wrong");
        assertThat(problem(ways.posts(token, "{\"cert_no\":\"C1\",\"since\":\"2026-02-30\"}")))
                .isEqualTo("parameter-wrong");
        assertThat(problem(ways.posts(token, "{\"cert_no\":\"C1\",\"more\":1}")))
                .isEqualTo("parameter-unknown");
        assertThat(problem(ways.posts(token, "[1"))).isEqualTo("body-wrong");
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void eachCallIsJournalledUnderTheAgreementWithoutWhatWasSaid() throws Exception {
        var endpoint = ways.declared(provider.address());
        provider.does(Provider.answering(Provider.rows(ONE)));
        var agreement = ways.agreed();
        var given = ways.key(agreement);

        var answer = Ways.sends(ways.request(ways.path() + "?cert_no=C1", given.token())
                .header("Tongqu-Case", "110105-2026-000001")
                .GET());

        var entry = journal(endpoint).getLast().entry();
        assertThat(entry.verb()).isEqualTo("interfaces.call-answered");
        assertThat(entry.agreement()).contains(agreement.id());
        assertThat(entry.why()).contains("110105-2026-000001");
        assertThat(entry.details().canonical())
                .contains(
                        Digest.of(answer.body()).hex(),
                        answer.headers().firstValue("Tongqu-Call").orElseThrow())
                .doesNotContain("周敏")
                .doesNotContain("C1\"");
        assertThat(ways.provider
                        .bean(JdbcClient.class)
                        .sql("SELECT calls, records, failed FROM interfaces.meter WHERE agreement = ?")
                        .param(agreement.id())
                        .query((row, number) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                        .list())
                .containsExactly(List.of(1L, 1L, 0L));
    }

    @Test
    void aMediatedCallAsksTheStoreLittle() throws Exception {
        ways.declared(provider.address());
        var token = ways.key(ways.agreed()).token();
        ways.asks(token);

        assertThat(StatementCount.during(() -> ways.asks(token))).isLessThanOrEqualTo(6);
    }
}
