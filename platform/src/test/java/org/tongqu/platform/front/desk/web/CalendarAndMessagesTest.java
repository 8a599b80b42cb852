package org.tongqu.platform.front.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.casework.Recounts;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.DemoEnrolment;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: an administrator imports the next year, and an officer reads what they were told. */
class CalendarAndMessagesTest {

    private static final String PASSWORD = "Qingshan-lvshui-2026";

    private final Town town = Town.fresh();

    private Visitor desk(SignedIn.Officer officer) {
        var account =
                town.bean(DemoEnrolment.class).addOfficer(officer.staff(), officer.name(), officer.staff(), PASSWORD);
        town.bean(JdbcClient.class)
                .sql("UPDATE identity.account SET demo = false WHERE id = ?")
                .param(account)
                .update();
        var visitor = StartedPlatform.shared().visitor();
        visitor.opens("/desk/sign-in");
        visitor.sends("/desk/sign-in", Map.of("name", officer.staff(), "password", PASSWORD));
        return visitor;
    }

    @Test
    void theAdministratorImportsAYearAndItStandsInTheJournal() {
        var administrator = town.officer("administrator", Set.of("system-administrator"));
        var desk = desk(administrator);
        var edition = "测试 " + administrator.staff();
        var table = "#edition " + edition + "\n#years 2035\ndate,kind,name\n2035-01-01,holiday,元旦\n";

        var page = desk.opens("/desk/calendar");
        var silent = desk.sends("/desk/calendar", Map.of("table", table));
        var broken = desk.sends("/desk/calendar", Map.of("source", "国办发明电", "table", table.replace("01-01", "13-01")));
        var done = desk.sends("/desk/calendar", Map.of("source", "国办发明电", "table", table));
        var again = desk.sends("/desk/calendar", Map.of("source", "国办发明电", "table", table));

        assertThat(page.body()).contains("工作日历", "导入一年的日历").doesNotContain("⟦");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body()).contains("请写明依据的通知");
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.body()).contains("第 4 行", "2035-13-01");
        assertThat(done.body()).contains("日历已导入", edition, "2035");
        assertThat(again.body()).contains("已经有了");
        assertThat(town.bean(Journal.class).entries(new Entry.Subject("calendar", edition)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.entry().who().id()).isEqualTo(administrator.staff());
                    assertThat(entry.entry().why()).contains("国办发明电");
                });
    }

    /** The newest edition is one of other years; each clock names the one that speaks about its days. */
    @Test
    void aChangedCalendarSaysWhichOpenCasesGotAnotherDay() {
        var administrator = desk(town.officer("changer", Set.of("system-administrator")));
        var officer = town.officer(town.pack().roles().getFirst().code());
        var desk = desk(officer);
        var submission = town.submitted(town.citizen());
        var known = town.bean(Directory.class).calendar();
        var before = acceptance(officer, submission.caseId());
        var edition = "改期 " + officer.staff();
        assertThat(before.calendarEdition()).isNotEqualTo(known.edition()).doesNotContain("2027");

        var due = before.dueAt().minusMillis(1).atZone(WorkingCalendar.ZONE).toLocalDate();
        var table = table(edition, due.getYear(), known) + due + ",holiday,改休\n";
        administrator.sends("/desk/calendar", Map.of("source", "通知", "table", table));
        town.bean(Recounts.class).goOn(Duration.ofMinutes(2));
        try {
            var after = acceptance(officer, submission.caseId());
            var receipt = submission.receipt().value();

            assertThat(after.dueAt()).isAfter(before.dueAt());
            assertThat(after.calendarEdition()).isEqualTo(edition);
            assertThat(desk.opens("/desk/calendar").body())
                    .contains("按“" + edition + "”重算在办件", receipt, "/desk/cases/" + submission.caseId());
            assertThat(administrator.opens("/desk/calendar").body())
                    .contains(receipt)
                    .doesNotContain(submission.caseId());
            assertThat(desk.opens("/desk/supervision/clocks/" + submission.caseId() + "/" + after.name())
                            .body())
                    .contains("期限所依据的工作日历", edition, before.calendarEdition(), "按新的工作日历重算", "没有扣除的时间")
                    .doesNotContain("⟦");
        } finally {
            var again = table("复原 " + officer.staff(), due.getYear(), known);
            town.bean(Directory.class).importCalendar(again, "通知", "test").orElseThrow();
            town.bean(Recounts.class).goOn(Duration.ofMinutes(2));
        }
        assertThat(acceptance(officer, submission.caseId()).dueAt()).isEqualTo(before.dueAt());
    }

    private RunningClock acceptance(SignedIn.Officer officer, String caseId) {
        return town.bean(Casework.class)
                .findStory(officer, caseId)
                .orElseThrow()
                .clocks()
                .getFirst();
    }

    private static String table(String edition, int year, WorkingCalendar known) {
        var days = known.days().stream()
                .filter(day -> day.date().getYear() == year)
                .map(day -> day.date() + "," + day.kind().name().toLowerCase(Locale.ROOT) + "," + day.name() + "\n")
                .collect(Collectors.joining());
        return "#edition " + edition + "\n#years " + year + "\ndate,kind,name\n" + days;
    }

    @Test
    void anotherOfficerMayLookButNotImport() {
        var desk = desk(town.officer("clerk", Set.of("supervisor")));

        var page = desk.opens("/desk/calendar");
        var tried = desk.sends("/desk/calendar", Map.of("source", "x", "table", "#edition y\n#years 2036\n"));

        assertThat(page.body()).doesNotContain("导入一年的日历");
        assertThat(tried.status()).isEqualTo(403);
        assertThat(desk.opens("/desk/calendar").body()).doesNotContain("2036");
    }

    @Test
    void anOfficerFindsAMessageSaysItWasReadAndSeesItInTheCase() {
        var role = town.pack().roles().getFirst().code();
        var officer = town.officer("reader", Set.of(role));
        var applicant = town.citizen();
        var caseId = town.submitted(applicant).caseId();
        var casework = town.bean(Casework.class);
        var task = casework.findStory(officer, caseId).orElseThrow().tasks().getFirst();
        casework.act(officer, caseId, new CaseCommand.Claim(task.taskId())).orElseThrow();
        casework.act(applicant, caseId, new CaseCommand.Withdraw("改日再办")).orElseThrow();
        var desk = desk(officer);

        assertThat(desk.opens("/desk/inbox").body()).contains("您有 1 条未读消息");
        assertThat(desk.opens("/desk/cases/" + caseId).body()).contains("已告知", "尚未读");
        var messages = desk.opens("/desk/notices");
        assertThat(messages.body()).contains("改日再办", "未读", "我知道了").doesNotContain("⟦");
        assertThat(desk.sends("/desk/notices", Map.of()).body()).contains("已读").doesNotContain("我知道了");
        assertThat(desk.opens("/desk/inbox").body()).doesNotContain("未读消息");
    }
}
