package org.tongqu.platform.data.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.interfaces.Keys;
import org.tongqu.platform.data.use.internal.Accounted;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: a system verifies what it was told against a register, as far as an agreement goes, and learns nothing else. */
class VerificationTest {

    private static final String NUMBER = "999999199003070012";
    private static final String NOBODY = "99999919900307016X";

    private final Sharing sharing = Sharing.ofPersons();

    private Keys.Given given() {
        sharing.said("public-security", NUMBER, Map.of("name", "沈望舒", "address", "青云路一百零八号"));
        sharing.said("civil-affairs", NUMBER, Map.of("marriage", "20"));
        return sharing.key(
                sharing.agreed(Map.of("cert_no", Masking.MASKED, "name", Masking.PLAIN, "state", Masking.MASKED)));
    }

    private static String problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return answer.body().replaceFirst("(?s).*\"type\":\"urn:tongqu:([a-z:-]+)\".*", "$1");
    }

    private static String answers(String... verdicts) {
        return "{\"count\":1,\"records\":[{\"answers\":{" + String.join(",", verdicts) + "}}]}";
    }

    @Test
    void eachFieldIsAMatchOrNotAndNoValueLeaves() throws Exception {
        var token = given().token();

        var answer = sharing.verifies(token, NUMBER, "\"name\":\"沈望舒\",\"marriage\":\"10\"");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(answers("\"marriage\":\"no-match\"", "\"name\":\"match\""));
        assertThat(sharing.verifies(token, NUMBER, "\"name\":\" 沈望舒 \",\"marriage\":\"20\"")
                        .body())
                .isEqualTo(answers("\"marriage\":\"match\"", "\"name\":\"match\""));
        assertThat(sharing.verifies(token, NOBODY, "\"name\":\"沈望舒\"").body())
                .isEqualTo(answers("\"name\":\"unknown\""));
    }

    @Test
    void whatIsNotAgreedIsRefusedByName() throws Exception {
        var token = given().token();

        var other = sharing.verifies(token, NUMBER, "\"name\":\"沈望舒\",\"address\":\"青云路\"");
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(problem(other)).isEqualTo("registers:field-not-agreed");
        assertThat(other.body()).contains("“address”", "另行申请共享", "The agreement does not let");
        assertThat(problem(sharing.verifies(token, NUMBER, "\"nickname\":\"小沈\"")))
                .isEqualTo("registers:field-unknown");
        assertThat(problem(sharing.verifies(token, NUMBER, ""))).isEqualTo("registers:claims-missing");
        assertThat(problem(sharing.verifies(token, " ", "\"name\":\"沈望舒\""))).isEqualTo("registers:identifier-missing");
        assertThat(problem(sharing.posts("/verification", token, "[]"))).isEqualTo("registers:body-wrong");
        var many = "{\"identifier\":\"1\",\"claims\":{\"name\":\"1\"}},".repeat(101);
        assertThat(problem(sharing.posts(
                        "/verification", token, "{\"records\":[" + many.substring(0, many.length() - 1) + "]}")))
                .isEqualTo("registers:records-too-many");
        var counting = Sharing.ofPersons();
        var hashed = counting.key(counting.agreed(Map.of("cert_no", Masking.HASHED, "name", Masking.PLAIN)));
        assertThat(counting.verifies(hashed.token(), NUMBER, "\"name\":\"沈望舒\"").body())
                .contains("“citizenNumber”");
    }

    @Test
    void aRevokedAgreementStopsTheNextCall() throws Exception {
        var given = given();
        assertThat(sharing.verifies(given.token(), NUMBER, "\"name\":\"沈望舒\"").statusCode())
                .isEqualTo(200);

        sharing.provider
                .bean(Negotiation.class)
                .act(
                        sharing.provider.officer(),
                        given.key().under().agreement(),
                        AgreementAct.SUSPEND,
                        Answer.saying("核查用途"))
                .orElseThrow();

        assertThat(problem(sharing.verifies(given.token(), NUMBER, "\"name\":\"沈望舒\"")))
                .isEqualTo("interfaces:not-in-force");
        assertThat(problem(sharing.verifies("tq_none", NUMBER, "\"name\":\"沈望舒\"")))
                .isEqualTo("interfaces:key-unknown");
        var houses = new Sharing("house", Map.of("houseCode", "cert_no", "address", "name"));
        var other = houses.key(houses.agreed(Map.of("cert_no", Masking.PLAIN, "name", Masking.PLAIN)));
        assertThat(problem(sharing.verifies(other.token(), NUMBER, "\"name\":\"沈望舒\"")))
                .isEqualTo("registers:other-register");
    }

    @Test
    void whoComesWhenAllRoomIsTakenIsAskedToComeAgain() throws Exception {
        var given = given();
        var most = sharing.provider.bean(UseLimits.class).atOnce();
        var accounted = sharing.provider.bean(Accounted.class);
        var caller = new Caller(given.token(), "approval", "", "population");
        var inside = new CountDownLatch(most);
        var leave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < most; i++) {
                threads.submit(() -> accounted.answer(caller, Use.Kind.VERIFICATION, open -> {
                    inside.countDown();
                    await(leave);
                    return Outcome.refused(UseRefusal.Here.of(UseRefusal.Why.RECORDS_NONE, ""));
                }));
            }
            assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();

            var answer = sharing.verifies(given.token(), NUMBER, "\"name\":\"沈望舒\"");

            leave.countDown();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(problem(answer)).isEqualTo("registers:busy");
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        }
        assertThat(sharing.verifies(given.token(), NUMBER, "\"name\":\"沈望舒\"").statusCode())
                .isEqualTo(200);
    }

    private static void await(CountDownLatch leave) {
        try {
            leave.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aUseIsJournalledAndTracedWithoutWhatWasSaid() throws Exception {
        var given = given();
        var answer = sharing.verifies(given.token(), NUMBER, "\"name\":\"沈望舒\"");

        var call = answer.headers().firstValue("Tongqu-Call").orElseThrow();
        var entry = sharing.provider.bean(Journal.class).entries(new Entry.Subject("register", "population")).stream()
                .map(recorded -> recorded.entry())
                .filter(one -> one.details().text("call").equals(java.util.Optional.of(call)))
                .findFirst()
                .orElseThrow();
        assertThat(entry.verb()).isEqualTo("use.verification");
        assertThat(entry.agreement()).contains(given.key().under().agreement());
        assertThat(entry.details().canonical())
                .contains("\"fields\":\"name\"", "\"outcome\":\"answered\"")
                .doesNotContain("沈望舒", NUMBER);
        var traces = StartedPlatform.shared()
                .bean(JdbcClient.class)
                .sql("SELECT t::text FROM uses.trace t WHERE agreement = ?")
                .param(given.key().under().agreement())
                .query(String.class)
                .list();
        assertThat(traces).hasSize(1);
        assertThat(traces.getFirst()).doesNotContain("沈望舒", NUMBER);
    }

    @Test
    void aVerificationAsksTheStoreLittle() throws Exception {
        var token = given().token();
        sharing.verifies(token, NUMBER, "\"name\":\"沈望舒\"");

        assertThat(StatementCount.during(() -> sharing.verifies(token, NUMBER, "\"name\":\"沈忘舒\"")))
                .isLessThanOrEqualTo(9);
    }

    @Test
    void howARegisterIsCalledIsToldToWhoeverShowsAKeyAndSaidOnAPage() throws Exception {
        var given = given();

        var document =
                Sharing.sends(sharing.request("/openapi.json", given.token()).GET());

        assertThat(document.body()).contains("\"openapi\":\"3.1.0\"", "/api/registers/population/verification", "婚姻状况");
        assertThat(problem(Sharing.sends(
                        sharing.request("/openapi.json", "tq_none").GET())))
                .isEqualTo("interfaces:key-missing");
        var employer = Employer.at(StartedPlatform.shared(), sharing.provider.organisation());
        var officer = employer.signIn(employer.hires(Compiling.OFFICER));
        assertThat(officer.opens("/desk/register-offers").body())
                .contains(sharing.resource.value(), "marriage = state");
        var wrong = Map.of("resource", sharing.resource.value(), "register", "population", "items", "name = nobody");
        assertThat(officer.sends("/desk/register-offers", wrong).body()).contains("请写上登记库的标识“citizenNumber”");
        var less = Map.of(
                "resource", sharing.resource.value(), "register", "population", "items", "citizenNumber = cert_no");
        assertThat(officer.sends("/desk/register-offers", less).body()).contains("从下一次调用起生效");
        assertThat(problem(sharing.verifies(given.token(), NUMBER, "\"name\":\"沈望舒\"")))
                .isEqualTo("registers:field-not-agreed");
    }
}
