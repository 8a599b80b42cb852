package org.tongqu.platform.data.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.matter.supervision.FindingFilter;
import org.tongqu.platform.matter.supervision.Findings;
import org.tongqu.platform.matter.supervision.internal.Lookout;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.Registration;
import org.tongqu.platform.trust.identity.SignInCommand.Browser;

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
