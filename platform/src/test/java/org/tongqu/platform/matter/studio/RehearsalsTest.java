package org.tongqu.platform.matter.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Language;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.matter.casework.Rehearsal;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.studio.Rehearsed.State;
import org.tongqu.platform.matter.studio.internal.Player;
import org.tongqu.platform.matter.studio.internal.RehearsalStore;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: a changed pack is tried on the cases of a period before anybody publishes it. */
class RehearsalsTest {

    private final Changes changes = new Changes();
    private final Rehearsals rehearsals = changes.rehearsals;

    @Test
    void endedCasesThatWouldEndOtherwiseAreNamedAndOpenOnesGoOn() {
        var refused = changes.refused();
        changes.open();

        var of = changes.played(changes.otherResult());

        assertThat(of.state()).isEqualTo(State.COMPLETE);
        assertThat(of.change().files()).containsExactly(changes.process());
        assertThat(of.progress().played()).isEqualTo(2);
        var figures = rehearsals.figures(of);
        assertThat(figures.counts()).isEqualTo(new Figures.Counts(2, 0, 1, 1));
        assertThat(figures.in(View.OTHERWISE)).isEqualTo(1);
        assertThat(figures.in(View.OPEN)).isZero();
        assertThat(figures.shifts().stream().mapToInt(Figures.Shift::cases).sum())
                .isEqualTo(1);
        var row = changes.cases(of, View.OTHERWISE).getFirst();
        assertThat(row.known().caseId()).isEqualTo(refused);
        assertThat(row.then().result()).isEqualTo("refused");
        assertThat(row.now().result()).isEqualTo("rejected");
        assertThat(row.took()).hasValue(0);
    }

    @Test
    void whatNobodyCanTellIsCountedByItsReason() {
        changes.refused();
        changes.refused();

        var of = changes.played(changes.withoutOutcome());

        var figures = rehearsals.figures(of);
        assertThat(figures.in(View.UNKNOWN)).isEqualTo(2);
        assertThat(figures.reasons()).containsExactly(new Figures.Reason("outcome-gone", "accept", "refuse", 2, 0));
        assertThat(changes.cases(of, View.UNKNOWN))
                .allSatisfy(row ->
                        assertThat(row.why()).contains(new ForeseenCase.Why("outcome-gone", "accept", "refuse")));
    }

    @Test
    void openCasesThatTheChangeWouldTouchAreToldWithTheirDays() {
        var open = changes.open();

        var of = changes.played(changes.longerAcceptance());

        var row = changes.cases(of, View.OPEN).getFirst();
        assertThat(row.known().caseId()).isEqualTo(open);
        assertThat(row.kind()).isEqualTo("due-another-day");
        assertThat(row.clocks())
                .hasSize(1)
                .allSatisfy(clock -> assertThat(clock.dueNow().orElseThrow())
                        .isAfter(clock.dueThen().orElseThrow()));
        assertThat(changes.town
                        .bean(JdbcClient.class)
                        .sql("SELECT pack_hash FROM casework.case_file WHERE id = ?::uuid")
                        .param(open)
                        .query(String.class)
                        .single())
                .as("it keeps the version it was opened with")
                .isEqualTo(changes.town.pack().contentHash());
    }

    @Test
    void aWholePackComesAsAnArchiveInItsFolderOrWithout() {
        changes.refused();
        var changed = changes.otherResult();
        var whole = changes.whole(changed, changes.process());
        var bare = Changes.zip("pack.zip", whole);
        var again = changes.otherResult();
        var inFolder = new LinkedHashMap<String, byte[]>();
        changes.whole(again, changes.process())
                .forEach((name, bytes) -> inFolder.put(changes.town.pack().id() + "/" + name, bytes));
        inFolder.put("__MACOSX/._pack.yaml", new byte[] {0, 1});

        assertThat(changes.played(bare).change().files()).containsExactly(changes.process());
        assertThat(changes.played(Changes.zip("p.zip", inFolder)).change().files())
                .containsExactly(changes.process());
    }

    @Test
    void everythingThatIsWrongWithThePackIsToldWithItsLineInBothLanguages() {
        var bpmn = changes.text(changes.process());
        var broken = Changes.changed(
                changes.process(),
                bpmn.replaceFirst("role:acceptor", "role:nobody").replaceFirst("role:decider", "role:none"));

        var refusal = refusal(broken);

        assertThat(refusal).isInstanceOf(RehearsalRefusal.PackWrong.class);
        var problems = ((RehearsalRefusal.PackWrong) refusal).problems();
        assertThat(problems.stream().filter(problem -> problem.code().equals("process-role")))
                .hasSize(2)
                .allSatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo(changes.process());
                    assertThat(problem.line()).isGreaterThan(1);
                });
    }

    @Test
    void whatTheDrawingGetsWrongIsSaidInEnglishAsWell() {
        var broken = Changes.changed(
                changes.process(),
                changes.text(changes.process()).replaceFirst("targetRef=\"[^\"]*\"", "targetRef=\"nowhere\""));

        var problems = ((RehearsalRefusal.PackWrong) refusal(broken)).problems();

        assertThat(problems.getFirst().text(Language.EN)).doesNotContainPattern("\\p{IsHan}");
        assertThat(problems.getFirst().text(Language.ZH)).containsPattern("\\p{IsHan}");
    }

    @Test
    void nothingIsRehearsedWithoutADesignerAPeriodOrAChange() {
        changes.refused();
        var town = changes.town;
        var same = new SentFile("pack.yaml", changes.text("pack.yaml").getBytes(StandardCharsets.UTF_8));
        var good = changes.wanted(changes.otherResult());
        var noPeriod = new Wanted(good.packId(), Optional.empty(), good.organisation(), good.files());

        assertThat(rehearsals.begin(town.officer("acceptor"), good))
                .isEqualTo(Outcome.refused(new RehearsalRefusal.MayNot(new AccessRefusal.RoleMissing(
                        Set.of(Rehearsals.DESIGNER, "process-drafter", "process-approver")))));
        assertThat(rehearsals.begin(changes.designer(), noPeriod))
                .isEqualTo(Outcome.refused(new RehearsalRefusal.PeriodWrong()));
        assertThat(refusal()).isEqualTo(new RehearsalRefusal.NothingSent());
        assertThat(refusal(same)).isEqualTo(new RehearsalRefusal.NothingChanged());
        assertThat(town.bean(ServiceCatalogue.class).pack(town.pack().id()).contentHash())
                .as("nothing was published by trying")
                .isEqualTo(town.pack().contentHash());
    }

    @Test
    void oneAtATimeForEachPersonAndItCanBeCalledOff() {
        changes.refused();
        var of = changes.played(changes.otherResult());
        asIfRunningElsewhere(of, "now()");

        assertThat(rehearsals.begin(changes.designer(), changes.wanted(changes.otherResult())))
                .isEqualTo(Outcome.refused(new RehearsalRefusal.Busy(of.id())));
        var other = changes.town.officer("other-designer", Set.of(Rehearsals.DESIGNER));
        assertThat(rehearsals.cancel(other, of.id())).isEqualTo(Outcome.refused(new RehearsalRefusal.NotYours()));
        assertThat(rehearsals.cancel(changes.designer(), of.id())).isEqualTo(Outcome.done(of.id()));
        assertThat(rehearsals.find(changes.designer(), of.id()).orElseThrow().state())
                .isEqualTo(State.CANCELLED);

        var again = changes.over(rehearsals.again(changes.designer(), of.id()).orElseThrow());

        assertThat(again.state()).isEqualTo(State.COMPLETE);
        assertThat(again.change()).isEqualTo(of.change());
        assertThat(verbs(of.id())).containsExactly("studio.rehearse", "studio.complete", "studio.cancel");
    }

    @Test
    void aProgramThatEndedIsToldAndAnotherGoesOnBehindTheLastCase() {
        for (int i = 0; i < 4; i++) {
            changes.refused();
        }
        var of = changes.played(changes.otherResult());
        cutBehind(of, 1);
        asIfRunningElsewhere(of, "now() - interval '5 minutes'");

        changes.town.bean(Player.class).look();
        var after = changes.over(of.id());

        assertThat(after.state()).isEqualTo(State.COMPLETE);
        assertThat(after.progress().cuts()).isEqualTo(1);
        assertThat(after.progress().played()).isEqualTo(4);
        assertThat(changes.cases(after, View.OTHERWISE))
                .extracting(ForeseenCase::number)
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void onlyTheProgramThatPlaysItWritesAndNothingAfterItWasCalledOff() {
        var refused = changes.refused();
        var of = changes.played(changes.otherResult());
        asIfRunningElsewhere(of, "now()");
        var store = changes.town.bean(RehearsalStore.class);
        var now = Instant.now();
        var last = new Rehearsal.Mark(now, refused);

        assertThat(store.went(of.id(), "elsewhere", last, 1, now)).isTrue();
        assertThat(store.went(of.id(), "another", last, 2, now)).isFalse();
        assertThat(store.end(of.id(), "another", State.COMPLETE, now)).isFalse();
        rehearsals.cancel(changes.designer(), of.id()).orElseThrow();
        assertThat(store.went(of.id(), "elsewhere", last, 2, now)).isFalse();
        assertThat(store.end(of.id(), "elsewhere", State.COMPLETE, now)).isFalse();
        assertThat(rehearsals
                        .find(changes.designer(), of.id())
                        .orElseThrow()
                        .progress()
                        .played())
                .isEqualTo(1);
    }

    @Test
    void oneUnderWhichProgramsEndAgainAndAgainIsGivenUp() {
        changes.refused();
        var of = changes.played(changes.otherResult());
        asIfRunningElsewhere(of, "now() - interval '5 minutes', cuts = 3");

        changes.town.bean(Player.class).look();

        assertThat(changes.over(of.id()).state()).isEqualTo(State.FAILED);
    }

    @Test
    void ofCasesOutOfReachNoReceiptIsOpened() {
        var refused = changes.refused();
        var of = changes.played(changes.otherResult());
        var stranger = new Changes().designer();

        assertThat(changes.cases(of, View.OTHERWISE).getFirst().known().isVisible())
                .isTrue();
        var row = rehearsals.cases(stranger, of, View.OTHERWISE, 0).rows().getFirst();
        assertThat(row.known().caseId()).isEqualTo(refused);
        assertThat(row.known().isVisible()).isFalse();
        assertThat(rehearsals.find(changes.town.officer("acceptor"), of.id())).isEmpty();
    }

    /** As a program on another machine left it; from now on any look goes on with it. */
    private void asIfRunningElsewhere(Rehearsed of, String heard) {
        changes.town
                .bean(JdbcClient.class)
                .sql(
                        "UPDATE studio.rehearsal SET state = 'running', ended_at = NULL, program = 'elsewhere', heard_at = "
                                + heard + " WHERE id = ?")
                .param(of.id())
                .update();
    }

    /** The owner of the tables does what no program may. */
    private static void cutBehind(Rehearsed of, int number) {
        var owner = StartedPlatform.shared().database().asOwner();
        owner.sql("DELETE FROM studio.foreseen WHERE rehearsal = ? AND number > ?")
                .params(of.id(), number)
                .update();
        owner.sql("""
                        UPDATE studio.rehearsal r SET played = f.number, last_opened_at = f.opened_at, last_case = f.case_id
                          FROM studio.foreseen f WHERE r.id = ? AND f.rehearsal = r.id AND f.number = ?""").params(of.id(), number).update();
    }

    private RehearsalRefusal refusal(SentFile... files) {
        return ((Outcome.Refused<Long, RehearsalRefusal>) rehearsals.begin(changes.designer(), changes.wanted(files)))
                .reason();
    }

    private List<String> verbs(long id) {
        return changes.town.bean(Journal.class).entries(new Entry.Subject("rehearsal", String.valueOf(id))).stream()
                .map(recorded -> recorded.entry().verb())
                .toList();
    }
}
