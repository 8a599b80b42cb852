package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.platform.data.exchange.Twin.execute;
import static org.tongqu.platform.data.exchange.Twin.values;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: those concerned look at flows, halt them, and repair what was set aside. */
class ExchangePageTest {

    private static final String RULES = """
            rules:
              - {id: shape, column: cert_no, pattern: "C[0-9]{6}", basis: X, meaning: {zh: 号码六位数字, en: Number}}
            """;

    private static Visitor visitor(Twin twin, String role) {
        var employer = Employer.at(StartedPlatform.shared(), twin.consumer.organisation());
        return employer.signIn(employer.hires(role));
    }

    @Test
    void aRowIsRepairedAndSentAgain() throws Exception {
        var twin = new Twin(RULES);
        twin.people(3, 10);
        execute("UPDATE " + twin.source + " SET sfzh = 'C2' WHERE id = 2");
        twin.agreed(Masking.PLAIN, OptionalLong.empty());
        twin.run();
        var visitor = visitor(twin, Compiling.OFFICER);
        var quarantine = "/desk/exchange/" + twin.flow.id() + "/quarantine";

        var shown = visitor.opens(quarantine).body();
        assertThat(shown).contains("号码六位数字", "sfzh=C2");
        var row = shown.replaceFirst("(?s).*" + quarantine + "/([0-9]+).*", "$1");
        visitor.opens(quarantine + "/" + row);
        var still = visitor.sends(quarantine + "/" + row, Map.of("f.sfzh", "C3"));
        assertThat(still.status()).isEqualTo(422);
        assertThat(still.body()).contains("这一行仍未通过：号码六位数字");
        var sent = visitor.sends(quarantine + "/" + row, Map.of("f.sfzh", "C000002"));

        assertThat(sent.body()).contains("已重新发送", "没有待处理的行");
        assertThat(values("SELECT count(*) FROM " + twin.target)).containsExactly("3");
        assertThat(twin.provider
                        .bean(JdbcClient.class)
                        .sql("SELECT waiting FROM exchange.flow WHERE id = ?")
                        .param(twin.flow.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aFlowIsShownWithItsRefusalAndHaltedByTheLeadAlone() throws Exception {
        var twin = new Twin(RULES);
        twin.run();
        var page = "/desk/exchange/" + twin.flow.id();

        var officer = visitor(twin, Compiling.OFFICER);
        assertThat(officer.opens("/desk/exchange").body()).contains(page, "没有共享协议");
        assertThat(officer.opens(page).body())
                .contains("没有共享协议", "cert_no", "号码六位数字")
                .doesNotContain("停用流程");
        assertThat(officer.sends(page + "/halt", Map.of()).status()).isEqualTo(403);
        var lead = visitor(twin, Compiling.CHIEF);
        lead.opens(page);
        assertThat(lead.sends(page + "/halt", Map.of()).body()).contains("流程已停用", "启用流程");
        assertThat(lead.sends(page + "/resume", Map.of()).body()).contains("流程已启用");
    }

    @Test
    void strangersSeeNothing() throws Exception {
        var twin = new Twin(RULES);
        var stranger = visitor(new Twin(RULES), Compiling.CHIEF);

        assertThat(stranger.opens("/desk/exchange/" + twin.flow.id()).status()).isEqualTo(404);
        assertThat(stranger.opens("/desk/exchange/" + twin.flow.id() + "/quarantine")
                        .status())
                .isEqualTo(403);
        assertThat(visitor(twin, "acceptor").opens("/desk/exchange").status()).isEqualTo(403);
    }

    @Test
    void theCentreAsksLittleHoweverManyFlows() throws Exception {
        var twin = new Twin(RULES);
        var visitor = visitor(twin, Compiling.CHIEF);
        for (var page : new String[] {"/desk/exchange", "/desk/exchange/" + twin.flow.id()}) {
            assertThat(visitor.opens(page).status()).as(page).isEqualTo(200);
            assertThat(StatementCount.during(() -> visitor.opens(page)))
                    .as(page)
                    .isLessThanOrEqualTo(8);
        }
    }
}
