package org.tongqu.platform.matter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.identity.Accounts;

/** FEATURE: appeals on the desk, and scores as files. */
class AppealPageTest {

    private static final Pattern ROW = Pattern.compile("value=\"(ratings:[^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("SS-[0-9]{4}-[0-9]{6}");

    private final Scored scored = Scored.shared();
    private final Employer employer = Employer.at(StartedPlatform.shared(), "11110105MB0P0089XX");
    private final String sheet = "/desk/evaluation/" + scored.month.id() + "/organisation/"
            + scored.slow.office().code();

    private static Visitor chiefOf(Town town) {
        var chief = town.officer("signing-in", Set.of("desk-chief"));
        town.bean(Accounts.class)
                .enrol(chief.staff(), "appealing-chief", Employer.PASSWORD)
                .orElseThrow();
        var visitor = StartedPlatform.shared().visitor();
        visitor.opens("/desk/sign-in");
        visitor.sends("/desk/sign-in", Map.of("name", "appealing-chief", "password", Employer.PASSWORD));
        return visitor;
    }

    private static String first(Pattern pattern, String text, int group) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(group);
    }

    @Test
    void fromTheSheetToTheAppealToTheAnswerAndBack() throws Exception {
        var chief = chiefOf(scored.slow);
        var form = sheet + "/satisfaction/appeal";
        assertThat(chief.opens(sheet).body()).contains(form);
        var row = first(ROW, chief.opens(form).body(), 1);

        var nothing = chief.sends(form, Map.of("reason", "评价人点错了"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("请至少勾选一行", "评价人点错了");
        var raised = chief.sends(form, Map.of("row", row, "reason", "评价人点错了"));
        assertThat(raised.status()).isEqualTo(200);
        assertThat(raised.body()).contains("等待监察部门答复", "评价人点错了").doesNotContain("name=\"verdict\"");
        var number = first(NUMBER, raised.body(), 0);
        assertThat(chief.opens(form).status()).isEqualTo(422);
        assertThat(chief.opens(form).body()).contains("已经申诉过：" + number);

        var supervisor = employer.signIn(employer.hires("supervisor"));
        var file = "/desk/evaluation/appeals/" + number;
        assertThat(supervisor.opens("/desk/evaluation/appeals").body()).contains(file);
        assertThat(supervisor.opens(file).body()).contains("name=\"verdict\"", "/desk/ratings/");
        assertThat(supervisor.sends(file, Map.of("verdict", "upheld")).status()).isEqualTo(422);
        assertThat(supervisor
                        .sends(file, Map.of("verdict", "upheld", "words", "回访属实"))
                        .body())
                .contains("申诉成立，已经更正", "回访属实", "冻结的分数没有改动");
        assertThat(supervisor
                        .sends(file, Map.of("verdict", "dismissed", "words", "改主意"))
                        .status())
                .isEqualTo(422);

        assertThat(supervisor.opens(sheet).body()).contains("69.34", "更正为 100 分（" + number);
        var ranking = "/desk/evaluation?period=" + scored.month.id();
        assertThat(supervisor.opens(ranking).body()).contains("69.34", number);
        assertThat(StatementCount.during(() -> supervisor.opens(ranking))).isLessThanOrEqualTo(9);
        assertThat(StatementCount.during(() -> supervisor.opens(sheet))).isLessThanOrEqualTo(12);
        assertThat(StatementCount.during(() -> supervisor.opens("/desk/evaluation/appeals")))
                .isLessThanOrEqualTo(8);
        isTakenAway(supervisor, number);
    }

    private void isTakenAway(Visitor supervisor, String number) {
        var ranking = supervisor.opens("/desk/evaluation/export.csv?period=" + scored.month.id());
        assertThat(ranking.header("Content-Type")).startsWith("text/csv");
        assertThat(ranking.header("Content-Disposition"))
                .contains("evaluation-" + scored.month.id() + "-organisation.csv");
        assertThat(ranking.body())
                .contains(
                        "更正后名次",
                        "69.34",
                        number,
                        scored.slow.office().code(),
                        scored.swift.office().code());
        var scores = supervisor.opens(sheet + "/export.csv");
        assertThat(scores.body()).contains("满意率", "75%", "69.34", number);
        for (var address : Set.of("/desk/evaluation/export.xlsx", sheet + "/export.xlsx")) {
            var book = supervisor.opens(address);
            assertThat(book.header("Content-Type")).contains("spreadsheetml.sheet");
            assertThat(book.body()).startsWith("PK");
        }
        assertThat(supervisor
                        .opens("/desk/evaluation?period=" + scored.month.id())
                        .body())
                .contains("/desk/evaluation/export.xlsx?period=" + scored.month.id());
    }

    @Test
    void whoMayNotIsToldSo() {
        var acceptor = employer.signIn(employer.hires("acceptor"));
        assertThat(acceptor.opens("/desk/evaluation/appeals").status()).isEqualTo(403);
        assertThat(acceptor.opens("/desk/evaluation/export.csv").status()).isEqualTo(403);
        var chief = employer.signIn(employer.hires("desk-chief"));
        assertThat(chief.opens(sheet + "/in-time/appeal").status()).isEqualTo(404);
        assertThat(chief.opens(sheet + "/export.csv").status()).isEqualTo(404);
        assertThat(chief.opens("/desk/evaluation/appeals/SS-1999-000001").status())
                .isEqualTo(404);
        var supervisor = employer.signIn(employer.hires("supervisor"));
        assertThat(supervisor.opens(sheet + "/in-time/appeal").status()).isEqualTo(403);
        assertThat(supervisor.opens(sheet).body()).doesNotContain("/satisfaction/appeal\"");
        assertThat(supervisor
                        .opens("/desk/evaluation/1999/organisation/X/in-time/appeal")
                        .status())
                .isEqualTo(404);
    }
}
