package org.tongqu.platform.matter.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.internal.Organisations;

/** FEATURE: an organisation leaves the directory only when nothing is left for it to do, and what it did stays readable. */
class OfficesThatGoTest {

    private final Town town = Town.fresh();
    private final Casework casework = town.bean(Casework.class);
    private final String office = town.office().code();

    /** What whoever runs the database may say; the application may not take anybody out at all. */
    private void says(String statement) {
        StartedPlatform.shared()
                .database()
                .asOwner()
                .sql(statement)
                .param(office)
                .update();
        town.bean(Organisations.class).forget();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE directory.organisation SET active = false WHERE code = ?",
                "DELETE FROM directory.organisation WHERE code = ?"
            })
    void oneWithOpenTasksStaysAndIsToldHowMany(String statement) {
        var citizen = town.citizen();
        var submission = town.submitted(citizen);
        town.submitted(town.citizen());

        assertThatThrownBy(() -> says(statement))
                .hasMessageContaining("still has 2 open tasks in 2 cases")
                .hasMessageContaining("hand them to another organisation");

        assertThat(town.bean(Directory.class).findOrganisation(office)).isPresent();
        assertThat(casework.findStory(citizen, submission.caseId())).isPresent();
        assertThat(casework.act(citizen, submission.caseId(), new CaseCommand.Withdraw("不办了")))
                .as("the case goes on as before")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void oneWithNothingLeftToDoGoesAndItsCasesAreStillRead() {
        var citizen = town.citizen();
        var submission = town.submitted(citizen);
        casework.act(citizen, submission.caseId(), new CaseCommand.Withdraw("不办了"))
                .orElseThrow();

        says("UPDATE directory.organisation SET active = false WHERE code = ?");

        assertThat(town.bean(Directory.class).findOrganisation(office)).isEmpty();
        var story = casework.findStory(citizen, submission.caseId()).orElseThrow();
        assertThat(story.lines()).isNotEmpty();
        says("UPDATE directory.organisation SET active = true WHERE code = ?");
    }
}
