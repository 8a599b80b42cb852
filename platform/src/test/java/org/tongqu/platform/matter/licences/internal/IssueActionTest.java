package org.tongqu.platform.matter.licences.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.packs.DocumentTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: what cannot be issued leaves nothing behind. */
class IssueActionTest {

    private final Town town = Town.staged();
    private final SignedIn.Citizen citizen = town.citizen();

    @Test
    void aDocumentThatLacksAFactTakesNoNumberOfItsSeries() {
        var inHand = undecided();
        var template = inHand.pack().documents().stream()
                .filter(document -> document.numbering().scheme() == DocumentTemplate.Scheme.YEARLY)
                .findFirst()
                .orElseThrow();
        var before = drawn();

        // Committed as where the process goes on from the edge of the step.
        var answer = town.bean(TransactionTemplate.class)
                .execute(status -> town.bean(IssueAction.class).perform(inHand, template.id()));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason().toString()).contains("decision.organisation"));
        assertThat(drawn()).isEqualTo(before);
    }

    /** A case in which nobody has decided yet, so that no body can stand under a document. */
    private CaseInHand undecided() {
        var caseId = town.submitted(citizen).caseId();
        var casework = town.bean(Casework.class);
        var view = casework.findCase(citizen, caseId).orElseThrow();
        return new CaseInHand(
                view.head(),
                town.pack(),
                town.office(),
                town.office(),
                casework.findPlayed(citizen, caseId).orElseThrow().state(),
                Actor.system(""),
                new Moment(view.head().openedAt(), town.bean(Directory.class).calendar()));
    }

    private long drawn() {
        return town.bean(JdbcClient.class)
                .sql("SELECT coalesce(sum(last), 0) FROM licences.number_series")
                .query(Long.class)
                .single();
    }
}
