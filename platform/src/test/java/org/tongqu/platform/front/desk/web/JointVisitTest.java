package org.tongqu.platform.front.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: the day on which all bodies come to a place is a date, one for all of them, and a day on which people work. */
class JointVisitTest {

    private static final String PASSWORD = "Mountain-river-42";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Town town = Town.staged();
    private final Casework casework = town.bean(Casework.class);
    private final LocalDate today = LocalDate.ofInstant(town.bean(Clock.class).instant(), WorkingCalendar.ZONE);

    @Test
    void aDayOnWhichNobodyWorksOrThatIsOverIsRefusedAndTheRightOneIsSeenByAll() {
        var citizen = town.citizen();
        var caseId = town.submitted(citizen).caseId();
        town.complete(town.officer("acceptor"), caseId, "accept", "").orElseThrow();
        var officer = town.officer("reviewer");
        var task = proposing(officer, caseId);
        var path = "/desk/cases/" + caseId + "/tasks/" + task.taskId() + "/complete";
        var browser = signIn(officer);
        assertThat(browser.opens("/desk/cases/" + caseId).body()).contains("type=\"date\"", "到现场的日子");

        var calendar = town.bean(Directory.class).calendar();
        var free = today;
        while (calendar.isWorkingDay(free).orElseThrow()) {
            free = free.plusDays(1);
        }
        assertThat(sends(browser, path, free.toString()).body()).contains("不是工作日", free.toString());
        assertThat(sends(browser, path, today.minusDays(1).toString()).body()).contains("已经过去");
        assertThat(sends(browser, path, "").body()).contains("请写明到现场的日子");
        assertThat(proposing(officer, caseId).taskId()).isEqualTo(task.taskId());

        var day = calendar.plusWorkingDays(free, 1).orElseThrow();
        assertThat(sends(browser, path, day.toString()).status()).isEqualTo(200);

        assertThat(casework.findStory(citizen, caseId).orElseThrow().path().appointedOn())
                .contains(day);
        for (var body : casework.findStory(officer, caseId).orElseThrow().tasks()) {
            var seat = body.seat().orElseThrow();
            var theirs = town.pack().process().organisationKinds().stream()
                    .filter(kind -> town.other(kind).code().equals(seat.organisation()))
                    .findFirst()
                    .orElseThrow();
            assertThat(casework.findStory(town.officerOf(theirs, seat.role()), caseId)
                            .orElseThrow()
                            .path()
                            .appointedOn())
                    .as(theirs)
                    .contains(day);
        }
    }

    private CaseStory.OpenTask proposing(SignedIn.Officer officer, String caseId) {
        return casework.findStory(officer, caseId).orElseThrow().tasks().stream()
                .filter(task -> task.outcomes().stream().anyMatch(CaseStory.OutcomeChoice::namesDay))
                .findFirst()
                .orElseThrow();
    }

    private Visitor.Answer sends(Visitor browser, String path, String day) {
        return browser.sends(path, Map.of("outcome", "propose", "day", day, "reason", "上午九时三十分，东门集合"));
    }

    private Visitor signIn(SignedIn.Officer officer) {
        var name = "visit-" + Integer.toHexString(officer.staff().hashCode());
        town.bean(Accounts.class).enrol(officer.staff(), name, PASSWORD).orElseThrow();
        var browser = platform.visitor();
        browser.opens("/desk/sign-in");
        browser.sends("/desk/sign-in", Map.of("name", name, "password", PASSWORD));
        return browser;
    }
}
