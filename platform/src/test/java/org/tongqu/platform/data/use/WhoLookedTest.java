package org.tongqu.platform.data.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.data.use.internal.TraceKeeping;
import org.tongqu.platform.matter.supervision.FindingFilter;
import org.tongqu.platform.matter.supervision.Findings;
import org.tongqu.platform.matter.supervision.internal.Lookout;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.Registration;
import org.tongqu.platform.trust.identity.SignInCommand.Browser;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: a person sees who looked at their data, asks why, and is answered in time. */
class WhoLookedTest {

    private static final String PASSWORD = "青山绿水-2026-wan";
    private static final Pattern ASK = Pattern.compile("/my/data/([0-9]+)/ask");

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Sharing sharing = Sharing.ofPersons();

    private Visitor person(String number, String mobile) {
        platform.bean(Accounts.class)
                .register(
                        new Registration(
                                new PersonName("沈望舒"), new CitizenNumber(number), new MobileNumber(mobile), PASSWORD),
                        new Browser("127.0.3.9", "test"))
                .orElseThrow();
        var browser = platform.visitor();
        browser.opens("/sign-in");
        browser.sends("/sign-in", Map.of("name", number, "password", PASSWORD, "back", "/my"));
        return browser;
    }

    @Test
    void aPersonSeesEachUseAsksWhyAndReadsTheAnswer() throws Exception {
        var number = "999901198804129010";
        var person = person(number, "19900091001");
        assertThat(person.opens("/my").body()).contains("谁看过我的数据");
        assertThat(person.opens("/my/data").body()).contains("还没有人看过您的数据");
        sharing.said("public-security", number, Map.of("name", "沈望舒"));
        var key = sharing.key(sharing.agreed(Map.of("cert_no", Masking.PLAIN, "name", Masking.PLAIN)));
        sharing.verifies(key.token(), number, "\"name\":\"沈望舒\"");
        var employer = Employer.at(platform, "11119999MB0P0073XX");
        var officer = employer.signIn(employer.hires(Compiling.OFFICER));
        officer.sends(
                "/desk/registers/population/open", Map.of("identifier", number, "purpose", "approval", "why", "核对申请人"));

        var mine = person.opens("/my/data");

        assertThat(mine.body())
                .contains("系统：低保核对系统", "核验是否一致，不给出内容：姓名", key.key().under().agreement())
                .contains("查看记录", "核对申请人", "询问原因")
                .doesNotContain(number);
        assertThat(StatementCount.during(() -> person.opens("/my/data"))).isLessThanOrEqualTo(8);
        var found = ASK.matcher(mine.body());
        assertThat(found.find()).isTrue();
        var ask = found.group();
        assertThat(person.opens(ask).body()).contains("不会看到您是谁", "核对申请人");
        assertThat(person.sends(ask, Map.of("words", " ")).status()).isEqualTo(422);
        var asked = person.sends(ask, Map.of("words", "我没有办过事，为什么查我？"));
        assertThat(asked.body()).contains("询问已发出", "等待机关答复", "前答复");
        var id = asked.at().getPath().replaceFirst(".*/", "");
        assertThat(person.sends(ask, Map.of("words", "再问一次")).body()).contains("已经问过，编号 " + id);

        var other = person("999901198804129029", "19900091002");
        assertThat(other.opens(ask).status()).isEqualTo(404);
        assertThat(other.opens("/my/data/questions/" + id).status()).isEqualTo(404);

        var desk = officer.opens("/desk/data-questions");
        assertThat(desk.body()).contains(id, "查看记录");
        assertThat(officer.opens("/desk/data-questions/" + id).body())
                .contains("我没有办过事")
                .doesNotContain("沈望舒", number);
        var stranger = Employer.at(platform, "11119999MB0P0074XX");
        assertThat(stranger.signIn(stranger.hires(Compiling.OFFICER))
                        .opens("/desk/data-questions/" + id)
                        .status())
                .isEqualTo(404);
        var answered = officer.sends("/desk/data-questions/" + id + "/answer", Map.of("words", "办理低保复核时误查，已改正。"));
        assertThat(answered.body()).contains("已答复，询问人可以看到", "误查");
        assertThat(person.opens("/my/data/questions/" + id).body()).contains("误查", "已答复");
        var after = person.opens("/my/data").body();
        assertThat(after).contains("/my/data/questions/" + id);
        supervisionFinds(person, after);
    }

    @Test
    void whoStandsForAFirmSeesWhoLookedAtIt_untilTheTimeIsOver() throws Exception {
        var number = "999901198804129045";
        var code = UnifiedSocialCreditCode.compose(
                        '9', '1', new DivisionCode("999901"), Registers.organisationCode(7_100_001L))
                .orElseThrow()
                .value();
        var registers = platform.bean(GoldenRegisters.class);
        registers.deliver(
                registers.find("legal-person").orElseThrow(),
                "market-regulation",
                Entry.Doer.SYSTEM,
                List.of(new Delivered(
                                code,
                                code,
                                LocalDate.of(2026, 1, 5),
                                Map.of("name", "云州市明镜测试有限公司", "representativeNumber", number)))
                        .iterator());
        var employer = Employer.at(platform, "11119999MB0P0073XX");
        employer.signIn(employer.hires(Compiling.OFFICER))
                .sends(
                        "/desk/registers/legal-person/open",
                        Map.of("identifier", code, "purpose", "supervision", "why", "核对住所登记"));
        var person = person(number, "19900091003");

        assertThat(person.opens("/my/data").body()).contains("核对住所登记", "法人：云州市明镜测试有限公司（" + code + "）", "询问原因");
        assertThat(StatementCount.during(() -> person.opens("/my/data"))).isLessThanOrEqualTo(9);
        assertThat(person("999901198804129053", "19900091004").opens("/my/data").body())
                .doesNotContain("核对住所登记");

        var ask = ASK.matcher(person.opens("/my/data").body());
        assertThat(ask.find()).isTrue();
        assertThat(person.opens(ask.group()).body()).contains("云州市明镜测试有限公司");
        platform.database().asOwner().sql("""
                INSERT INTO uses.trace (subject, at, kind, register, fields, organisation, who_zh, who_en, call, agreement,
                    purpose, why)
                SELECT subject, at - interval '4 years', kind, register, fields, organisation, who_zh, who_en, call,
                       agreement, purpose, '早年核对' FROM uses.trace WHERE why = '核对住所登记'""").update();
        assertThat(person.opens("/my/data").body()).contains("核对住所登记", "早年核对");

        assertThat(platform.bean(TraceKeeping.class)
                        .clear(platform.bean(Clock.class).instant()))
                .isOne();

        assertThat(person.opens("/my/data").body()).contains("核对住所登记").doesNotContain("早年核对");
        assertThat(person.sends(ask.group(), Map.of("words", "为什么查我的公司？")).body())
                .contains("询问已发出");
    }

    /** Asks about the other use too, and nobody answers. */
    private void supervisionFinds(Visitor person, String mine) {
        var found = ASK.matcher(mine);
        assertThat(found.find()).isTrue();
        var id = person.sends(found.group(), Map.of("words", "为什么核验我？"))
                .at()
                .getPath()
                .replaceFirst(".*/", "");
        var chief = sharing.consumer.chief();
        var open = platform.bean(Questions.class).find(chief, id).orElseThrow();

        platform.bean(Lookout.class).look(open.due().orElseThrow().at());

        var today = LocalDate.now(platform.bean(Clock.class));
        assertThat(platform.bean(Findings.class)
                        .page(
                                chief,
                                FindingFilter.between(today, today.plusYears(1)).by("unanswered-data-question"),
                                Optional.empty())
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.matter().receipt()).isEqualTo(id));
    }
}
