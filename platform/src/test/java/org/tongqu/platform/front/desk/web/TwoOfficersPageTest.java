package org.tongqu.platform.front.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.matter._support.Together;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: of two officers who decide at once one wins, and the other reads by whom it was decided. */
class TwoOfficersPageTest {

    private static final String PASSWORD = "Mountain-river-42";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Town town = Town.fresh();
    private final String role = town.pack().roles().getFirst().code();

    @Test
    void theSecondReadsWhoDecidedAndWhat() {
        var mine = town.officer("周敏", Set.of(role));
        var theirs = town.officer("何静", Set.of(role));
        var caseId = town.submitted(town.citizen()).caseId();
        var task = town.bean(Casework.class)
                .findStory(mine, caseId)
                .orElseThrow()
                .tasks()
                .getFirst();
        var path = "/desk/cases/" + caseId + "/tasks/" + task.taskId() + "/complete";
        var opinion = Map.of("outcome", task.outcomes().getFirst().code(), "reason", "材料齐全");
        var first = signIn(mine, caseId);
        var second = signIn(theirs, caseId);
        Callable<Visitor.Answer> one = () -> first.sends(path, opinion);
        Callable<Visitor.Answer> other = () -> second.sends(path, opinion);

        var answers = Together.all(List.of(one, other));

        assertThat(answers).extracting(Visitor.Answer::status).containsExactlyInAnyOrder(200, 409);
        var mineWon = answers.getFirst().status() == 200;
        var told = answers.get(mineWon ? 1 : 0);
        assertThat(told.body()).contains((mineWon ? mine : theirs).name() + " 已经办理了这个环节", "您的意见没有保存");
    }

    private Visitor signIn(SignedIn.Officer officer, String caseId) {
        var name = "two-" + officer.staff().substring(0, 6) + "-"
                + Integer.toHexString(officer.name().hashCode());
        town.bean(Accounts.class).enrol(officer.staff(), name, PASSWORD).orElseThrow();
        var browser = platform.visitor();
        browser.opens("/desk/sign-in");
        browser.sends("/desk/sign-in", Map.of("name", name, "password", PASSWORD));
        browser.opens("/desk/cases/" + caseId);
        return browser;
    }
}
