package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.table.ChangeFollower;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.TestServer;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.exchange.internal.RunStore;
import org.tongqu.platform.data.exchange.internal.kept.KeptLogs;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: a flow follows its source: what is committed there is at the target a moment later, under the agreement. */
class FollowedFlowTest {

    /** Rows that go are named by the key of the target. */
    private static Twin followed() throws SQLException {
        var twin = new Twin("minutes: 60\n  follow: true", "");
        Twin.execute("ALTER TABLE " + twin.source + " REPLICA IDENTITY FULL");
        twin.provider
                .bean(Connections.class)
                .connect(twin.flow.running().from(), twin.provider.organisation(), login());
        return twin;
    }

    /** May follow the log. */
    private static Login login() {
        var superuser = TestServer.shared().superuser();
        return new Login(Twin.login().url(), superuser.role(), superuser.password());
    }

    private static void await(String what, String query, String wanted) throws SQLException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Twin.values(query).equals(List.of(wanted)) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(Twin.values(query)).as(what).containsExactly(wanted);
    }

    private static CompletableFuture<Optional<Run>> begun(Twin twin) {
        return twin.provider.bean(Flows.class).begin(twin.flow, "system");
    }

    @Test
    void changesArriveWhileItFollowsAndRevokingEndsIt() throws Exception {
        var twin = followed();
        twin.people(50, 10);
        var agreement = twin.agreed(Masking.PLAIN, OptionalLong.empty());
        var run = begun(twin);
        var count = "SELECT count(*) FROM " + twin.target;
        await("filled", count, "50");

        Twin.execute(
                "INSERT INTO " + twin.source + " (id, sfzh, xm) VALUES (51, 'C000051', '林晓')",
                "UPDATE " + twin.source + " SET xm = '林小' WHERE id = 2",
                "DELETE FROM " + twin.source + " WHERE id = 3");
        await("changed", "SELECT name FROM " + twin.target + " WHERE cert_no = 'C000002'", "林小");
        await("gone and come", count, "50");
        var flows = twin.provider.bean(Flows.class);
        assertThat(flows.followedUntil(twin.flow.id())).isPresent();
        itsPageSaysSo(twin);

        twin.provider
                .bean(Negotiation.class)
                .act(twin.provider.authority(), agreement.id(), AgreementAct.REVOKE, Answer.saying("不再需要"))
                .orElseThrow();
        var ended = run.get(30, TimeUnit.SECONDS).orElseThrow();
        assertThat(ended.state()).isEqualTo(Run.State.STOPPED);
        assertThat(ended.rows()).isEqualTo(new Run.Rows(53, 53, 0));
        Twin.execute("UPDATE " + twin.source + " SET xm = '迟到' WHERE id = 4");
        assertThat(begun(twin).get(30, TimeUnit.SECONDS).orElseThrow().state()).isEqualTo(Run.State.REFUSED);
        assertThat(Twin.values("SELECT count(*) FROM " + twin.target + " WHERE name = '迟到'"))
                .containsExactly("0");
        assertThat(twin.provider.bean(RunStore.class).of(twin.flow.id(), Long.MAX_VALUE, 9))
                .hasSize(2);
        whatTheSourceKeepsIsLetGoOfAndTheFlowBeginsAnew(twin, ended.ended().orElseThrow());
        new ChangeFollower(twin.flow.flow(), login(), Twin.login(), Instant::now, (committed, changes) -> {}).end();
    }

    private static void whatTheSourceKeepsIsLetGoOfAndTheFlowBeginsAnew(Twin twin, Instant ended) throws Exception {
        var slots = "SELECT count(*) FROM pg_replication_slots WHERE slot_name LIKE 'tongqu_"
                + twin.flow.id().replace('-', '_') + "%'";
        var logs = twin.provider.bean(KeptLogs.class);
        logs.look(ended.plus(Duration.ofHours(11)));
        assertThat(page(twin)).doesNotContain("来源数据库的日志");
        logs.look(ended.plus(Duration.ofHours(13)));
        logs.look(ended.plus(Duration.ofHours(14)));
        assertThat(page(twin)).contains("来源数据库的日志", "不久将放开");
        assertThat(Twin.values(slots)).containsExactly("1");

        logs.look(ended.plus(Duration.ofHours(25)));
        logs.look(ended.plus(Duration.ofHours(26)));
        assertThat(Twin.values(slots)).containsExactly("0");
        assertThat(page(twin)).contains("从头全量传送");
        assertThat(twin.provider.bean(Journal.class).entries(new Entry.Subject("flow", twin.flow.id())))
                .extracting(entry -> entry.entry().verb())
                .filteredOn(verb -> verb.startsWith("exchange.log"))
                .containsExactlyInAnyOrder("exchange.log-kept", "exchange.log-let-go");

        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        var again = begun(twin);
        await("what changed meanwhile", "SELECT count(*) FROM " + twin.target + " WHERE name = '迟到'", "1");
        assertThat(page(twin)).doesNotContain("来源数据库的日志");
        Twin.execute("DELETE FROM " + twin.source + " WHERE id = 5");
        await("gone", "SELECT count(*) FROM " + twin.target, "49");
        twin.provider
                .bean(Flows.class)
                .halt(twin.provider.chief(), twin.flow.id())
                .orElseThrow();
        assertThat(again.get(30, TimeUnit.SECONDS).orElseThrow())
                .returns(Run.State.STOPPED, Run::state)
                .returns(new Run.Rows(51, 51, 0), Run::rows);
    }

    private static String page(Twin twin) {
        var employer = Employer.at(StartedPlatform.shared(), twin.provider.organisation());
        var reader = employer.signIn(employer.hires(Compiling.OFFICER));
        return reader.opens("/desk/exchange/" + twin.flow.id()).body();
    }

    private static void itsPageSaysSo(Twin twin) {
        assertThat(page(twin)).contains("持续跟随来源的变更", "已跟随到");
    }

    @Test
    void whatCannotBeFollowedSaysWhy() throws Exception {
        var twin = new Twin("minutes: 60\n  follow: true", "");
        twin.people(3, 10);
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        var refused = begun(twin).get(60, TimeUnit.SECONDS).orElseThrow();
        assertThat(refused.state()).isEqualTo(Run.State.REFUSED);
        assertThat(refused.reason()).isEqualTo(new Reason("feed-right", "REPLICATION"));

        var limited = followed();
        limited.agreed(Masking.PLAIN, OptionalLong.of(10));
        assertThat(begun(limited).get(60, TimeUnit.SECONDS).orElseThrow().reason())
                .isEqualTo(new Reason("follow-limited", ""));
    }
}
