package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.platform.data.exchange.Twin.execute;
import static org.tongqu.platform.data.exchange.Twin.values;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.exchange.Comparison.Kind;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: both sides of a flow are compared, the rows that differ are named, and sent again. */
class ComparingTest {

    private final Twin twin;
    private final Comparing comparing;

    ComparingTest() throws Exception {
        twin = new Twin("");
        comparing = twin.provider.bean(Comparing.class);
    }

    private Comparison compared() throws Exception {
        var begun = comparing.compare(twin.provider.officer(), twin.flow).orElseThrow();
        begun.done().get(60, TimeUnit.SECONDS);
        return comparing
                .find(twin.provider.officer(), twin.flow, begun.with().id())
                .orElseThrow();
    }

    private void sentAgain(Comparison of) throws Exception {
        comparing
                .sendAgain(twin.consumer.officer(), twin.flow, of.id())
                .orElseThrow()
                .done()
                .get(60, TimeUnit.SECONDS);
    }

    /** The rows that only the target has stay; of ten people one was lost and one was changed. */
    private void spoilt() throws Exception {
        execute(
                "DELETE FROM " + twin.target + " WHERE cert_no = 'C000003'",
                "UPDATE " + twin.target + " SET name = '?' WHERE cert_no = 'C000005'",
                "INSERT INTO " + twin.target + " VALUES ('C900000', 'nobody')");
    }

    @Test
    void rowsThatDifferAreNamedAndAfterTheyWereSentAgainNoneDiffers() throws Exception {
        twin.people(10, 10);
        var agreement = twin.agreed(Masking.PLAIN, OptionalLong.empty());
        twin.run();
        assertThat(compared().found().orElseThrow().isEqual()).isTrue();
        spoilt();

        var found = compared();

        assertThat(found.state()).isEqualTo(Comparison.State.COMPLETE);
        assertThat(found.agreement()).isEqualTo(agreement.id());
        var counts = found.found().orElseThrow();
        assertThat(counts.source().rows()).isEqualTo(10);
        assertThat(counts.target().rows()).isEqualTo(10);
        assertThat(counts.isEqual()).isFalse();
        assertThat(counts.counts())
                .isEqualTo(Map.of(Kind.MISSING_IN_TARGET, 1L, Kind.DIFFERENT, 1L, Kind.ONLY_IN_TARGET, 1L));
        assertThat(comparing.ranges(found, -1, 10))
                .hasSize(3)
                .allSatisfy(range -> assertThat(range.isNamed()).isTrue());

        sentAgain(found);

        assertThat(values("SELECT name FROM " + twin.target + " WHERE cert_no IN ('C000003', 'C000005') ORDER BY 1"))
                .containsExactly("P3xxxxxxxx", "P5xxxxxxxx");
        assertThat(compared().found().orElseThrow().counts()).isEqualTo(Map.of(Kind.ONLY_IN_TARGET, 1L));
    }

    @Test
    void whatIsSentAgainIsMeteredJournalledAndHasAReceipt() throws Exception {
        twin.people(10, 10);
        var agreement = twin.agreed(Masking.PLAIN, OptionalLong.empty());
        twin.run();
        spoilt();
        var store = twin.provider.bean(JdbcClient.class);
        var before = store.sql("SELECT complete_at, next_at FROM exchange.flow WHERE id = ?")
                .param(twin.flow.id())
                .query()
                .singleRow();

        var found = compared();
        sentAgain(found);

        var run = store.sql("SELECT id, state, reason, rows_written FROM exchange.run WHERE flow = ? ORDER BY id DESC")
                .param(twin.flow.id())
                .query()
                .listOfRows()
                .getFirst();
        assertThat(run)
                .containsEntry("state", "complete")
                .containsEntry("reason", "sent-again")
                .containsEntry("rows_written", 2L);
        assertThat(store.sql("SELECT content FROM exchange.receipt WHERE run = ?")
                        .param(run.get("id"))
                        .query(String.class)
                        .single())
                .contains("\"written\":2");
        assertThat(store.sql("SELECT rows_written FROM exchange.meter WHERE agreement = ?")
                        .param(agreement.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(12);
        assertThat(store.sql("SELECT complete_at, next_at FROM exchange.flow WHERE id = ?")
                        .param(twin.flow.id())
                        .query()
                        .singleRow())
                .as("neither newer nor due otherwise than before")
                .isEqualTo(before);
        assertThat(twin.provider.bean(Journal.class).entries(new Entry.Subject("flow", twin.flow.id())).stream()
                        .map(recorded -> recorded.entry().verb()))
                .containsExactly(
                        "exchange.run-complete",
                        "exchange.compare",
                        "exchange.compare-complete",
                        "exchange.send-again",
                        "exchange.run-complete");
        assertThat(comparing.sendAgain(twin.consumer.officer(), twin.flow, found.id()))
                .as("what was sent is not sent twice")
                .isEqualTo(Outcome.refused(new ComparisonRefusal.NothingToSend()));
    }

    @Test
    void keysThatSayWhoSomebodyIsAreKeptCovered() throws Exception {
        twin.people(10, 10);
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        twin.run();
        spoilt();

        var rows = comparing.differences(twin.provider.officer(), compared(), Set.of(Kind.MISSING_IN_TARGET), 0, 10);

        assertThat(rows).extracting(Comparison.Difference::key).containsExactly("C*****3");
        assertThat(twin.provider
                        .bean(JdbcClient.class)
                        .sql("SELECT key_shown FROM exchange.difference")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(key -> key.matches("C[0-9]{6}"));
    }

    @Test
    void withoutAnAgreementNothingIsReadAndNothingSent() throws Exception {
        twin.people(10, 10);
        var agreement = twin.agreed(Masking.PLAIN, OptionalLong.empty());
        twin.run();
        spoilt();
        var found = compared();

        twin.provider
                .bean(Negotiation.class)
                .act(twin.provider.chief(), agreement.id(), AgreementAct.REVOKE, Answer.saying("泄露风险"))
                .orElseThrow();

        var barred = Outcome.refused(new ComparisonRefusal.Barred(new Reason("not-in-force", "revoked")));
        assertThat(comparing.compare(twin.provider.officer(), twin.flow)).isEqualTo(barred);
        assertThat(comparing.sendAgain(twin.provider.officer(), twin.flow, found.id()))
                .isEqualTo(barred);
        assertThat(values("SELECT count(*) FROM " + twin.target + " WHERE cert_no = 'C000003'"))
                .containsExactly("0");
    }

    @Test
    void noMoreRowsAreSentAgainThanTheAgreementAllowsForARun() throws Exception {
        twin.people(10, 10);
        twin.agreed(Masking.PLAIN, OptionalLong.of(10));
        twin.run();
        execute(
                "TRUNCATE " + twin.target,
                "INSERT INTO " + twin.source
                        + " (id, sfzh, xm) SELECT i, 'C' || to_char(i, 'FM000000'), 'P' || i FROM generate_series(11, 15) AS i");

        sentAgain(compared());

        assertThat(values("SELECT count(*) FROM " + twin.target)).containsExactly("10");
        assertThat(compared().found().orElseThrow().counts()).isEqualTo(Map.of(Kind.MISSING_IN_TARGET, 5L));
    }

    @Test
    void aComparisonThatNothingWasHeardOfForMinutesDoesNotKeepOthersAway() throws Exception {
        twin.people(1, 10);
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        var begun = compared();
        var store = twin.provider.bean(JdbcClient.class);
        store.sql("UPDATE exchange.comparison SET state = 'running', ended_at = NULL WHERE id = ?")
                .param(begun.id())
                .update();
        assertThat(comparing.compare(twin.provider.officer(), twin.flow))
                .isEqualTo(Outcome.refused(new ComparisonRefusal.Busy()));

        store.sql("UPDATE exchange.comparison SET heard_at = heard_at - interval '3 minutes' WHERE id = ?")
                .param(begun.id())
                .update();

        assertThat(compared().state()).isEqualTo(Comparison.State.COMPLETE);
        assertThat(comparing
                        .find(twin.provider.officer(), twin.flow, begun.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(Comparison.State.CUT_SHORT);
    }

    @Test
    void onThePagesBothSidesAreComparedAndTheRowsSentAgain() throws Exception {
        twin.people(60, 10);
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        twin.run();
        execute("DELETE FROM " + twin.target + " WHERE cert_no <= 'C000025'");
        var employer = Employer.at(StartedPlatform.shared(), twin.provider.organisation());
        var officer = employer.signIn(employer.hires(Compiling.OFFICER));
        var flow = "/desk/exchange/" + twin.flow.id();

        assertThat(officer.opens(flow).body()).contains("比对两端");
        officer.sends(flow + "/comparisons", Map.of());
        var page = lastOf(officer, flow);
        assertThat(page).contains("两端不一致", "目标端缺少", "本页 20 行", "C*****1");
        var address = page.replaceFirst("(?s).*(/desk/exchange/[^\"]*/comparisons/[0-9]+)/send.*", "$1");
        assertThat(officer.opens(address + "?view=missing-in-target&after=20").body())
                .contains("本页 5 行");
        assertThat(officer.opens(address + "?view=ranges").body()).contains("已列出");
        assertThat(officer.sends(address + "/send", Map.of()).body()).contains("已开始重新发送差异行");
        var sent = lastOf(officer, flow);
        assertThat(sent).contains("差异行重新发送");
        officer.sends(flow + "/comparisons", Map.of());
        assertThat(lastOf(officer, flow)).contains("两端一致").doesNotContain("/send");
        assertThat(officer.opens(flow).body()).contains("重新发送第 ", "两端一致");
    }

    /** The page of the last comparison when nothing of the flow is under way any more. */
    private String lastOf(Visitor officer, String flow) {
        var underWay = twin.provider
                .bean(JdbcClient.class)
                .sql("SELECT (SELECT count(*) FROM exchange.comparison WHERE flow = :flow AND state = 'running')"
                        + " + (SELECT count(*) FROM exchange.run WHERE flow = :flow AND state = 'running')")
                .param("flow", twin.flow.id());
        while (underWay.query(Long.class).single() > 0) {
            Thread.onSpinWait();
        }
        var last = comparing.last(twin.flow.id()).orElseThrow();
        return officer.opens(flow + "/comparisons/" + last.id()).body();
    }

    @Test
    void strangersNeitherCompareNorLook() throws Exception {
        twin.people(1, 10);
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        var found = compared();
        var other = new Twin("");
        var employer = Employer.at(StartedPlatform.shared(), other.consumer.organisation());
        var stranger = employer.signIn(employer.hires(Compiling.CHIEF));
        stranger.opens("/desk/exchange");

        var flow = "/desk/exchange/" + twin.flow.id();
        assertThat(stranger.opens(flow + "/comparisons/" + found.id()).status()).isEqualTo(403);
        assertThat(stranger.sends(flow + "/comparisons", Map.of()).status()).isEqualTo(403);
        assertThat(stranger.sends(flow + "/comparisons/" + found.id() + "/send", Map.of())
                        .status())
                .isEqualTo(403);
    }
}
