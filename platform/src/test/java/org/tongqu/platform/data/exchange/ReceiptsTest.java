package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: each run leaves a receipt that both systems and the platform signed, and whatever changes it shows. */
class ReceiptsTest {

    private Twin twin;
    private Run run;
    private Visitor visitor;
    private String page;

    @BeforeEach
    void aFlowRan() throws Exception {
        twin = new Twin("");
        twin.people(7, 10);
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        run = twin.run();
        var employer = Employer.at(StartedPlatform.shared(), twin.consumer.organisation());
        visitor = employer.signIn(employer.hires(Compiling.CHIEF));
        page = "/desk/exchange/" + twin.flow.id() + "/runs/" + run.id();
    }

    private void asOwner(String sql, Object... params) {
        StartedPlatform.shared().database().asOwner().sql(sql).params(params).update();
    }

    @Test
    void bothSystemsAndThePlatformSignIt() {
        var body = visitor.opens(page).body();

        assertThat(body)
                .contains(
                        "回执真实",
                        twin.flow.running().from(),
                        twin.flow.running().to(),
                        run.agreement().orElseThrow(),
                        run.digest())
                .doesNotContain("签名不符");
        assertThat(visitor.opens("/desk/exchange/" + twin.flow.id()).body()).contains(page);
    }

    @Test
    void whatIsTakenAwayIsCheckedAndATamperedCopyShows() {
        var taken = visitor.opens(page + "/receipt.json").body();
        visitor.opens("/desk/exchange/receipts");
        assertThat(visitor.sends("/desk/exchange/receipts", Map.of("receipt", taken))
                        .body())
                .contains("回执真实");

        var forged = taken.replace("\\\"written\\\":7", "\\\"written\\\":6");
        assertThat(forged).isNotEqualTo(taken);
        visitor.opens("/desk/exchange/receipts");
        assertThat(visitor.sends("/desk/exchange/receipts", Map.of("receipt", forged))
                        .body())
                .contains("回执不可信", "签名不符", "写入行数")
                .doesNotContain("回执真实");
        visitor.opens("/desk/exchange/receipts");
        assertThat(visitor.sends("/desk/exchange/receipts", Map.of("receipt", "{}"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aRowChangedBehindItsReceiptShows() {
        asOwner("UPDATE exchange.run SET rows_read = 6, rows_written = 6 WHERE id = ?", run.id());

        assertThat(visitor.opens(page).body()).contains("回执不可信", "读取行数", "写入行数");
    }

    @Test
    void noKeyIsToldAndEachSystemHasItsOwn() {
        var keys = StartedPlatform.shared()
                .bean(JdbcClient.class)
                .sql(
                        "SELECT id || ' ' || encode(private_key, 'escape') FROM exchange.signing_key WHERE holder = ANY (?)")
                .param(new String[] {
                    twin.flow.running().from(), twin.flow.running().to(), "platform"
                })
                .query(String.class)
                .list();

        assertThat(keys).hasSize(3).doesNotHaveDuplicates();
        assertThat(visitor.opens(page + "/receipt.json").body()).doesNotContain("private");
    }

    @Test
    void strangersSeeNoReceipt() throws Exception {
        var other = Employer.at(StartedPlatform.shared(), new Twin("").consumer.organisation());
        var stranger = other.signIn(other.hires(Compiling.CHIEF));

        assertThat(stranger.opens(page).status()).isEqualTo(404);
        assertThat(stranger.opens(page + "/receipt.json").status()).isEqualTo(404);
        assertThat(visitor.opens("/desk/exchange/" + twin.flow.id() + "/runs/0").status())
                .isEqualTo(404);
    }
}
