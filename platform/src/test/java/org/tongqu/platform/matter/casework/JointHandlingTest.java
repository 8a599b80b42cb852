package org.tongqu.platform.matter.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.design.chart.SpanChart;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.packs.Body;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.front.joint.Joint;
import org.tongqu.platform.matter._support.Together;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.supervision.LampFilter;
import org.tongqu.platform.matter.supervision.Supervision;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: several organisations handle one application at the same time, each its own part and none another's. */
class JointHandlingTest {

    private static final Datum.Fields NO_FACTS = new Datum.Fields(Map.of());
    private static final String ROLE = "acceptor";

    private final Town town = Town.joint();
    private final Casework casework = town.bean(Casework.class);
    private final Supervision supervision = town.bean(Supervision.class);
    private final List<String> kinds =
            town.pack().process().organisationKinds().stream().sorted().toList();

    @Test
    void anOrganisationSeesTheCaseFromTheMomentItHasAPartInIt() {
        var caseId = town.submitted(town.citizen()).caseId();
        var other = officerOf(kinds.getFirst());
        assertThat(casework.findStory(other, caseId)).isEmpty();

        untilShared(caseId);

        assertThat(casework.findStory(other, caseId)).isPresent();
        assertThat(casework.inbox(other, InboxFilter.TO_CLAIM, Optional.empty()).rows())
                .extracting(row -> row.caseId())
                .containsExactly(caseId);
        assertThat(casework.findStory(Town.joint().officerOf(kinds.getFirst(), ROLE), caseId))
                .isEmpty();
    }

    @Test
    void eachOrganisationHasALampOfItsOwnThatGoesOutWithItsPart() {
        var caseId = town.submitted(town.citizen()).caseId();
        untilShared(caseId);
        for (var kind : kinds) {
            var other = officerOf(kind);
            assertThat(lamps(other, kind)).as(kind).isEqualTo(1);
            finish(other, caseId);
            assertThat(lamps(other, kind)).as(kind).isZero();
        }
    }

    @Test
    void nobodyDecidesThePartOfAnother() {
        var caseId = town.submitted(town.citizen()).caseId();
        untilShared(caseId);
        var first = officerOf(kinds.getFirst());
        var another = casework.findStory(first, caseId).orElseThrow().tasks().stream()
                .filter(task -> !task.seat().orElseThrow().organisation().equals(first.organisation()))
                .findFirst()
                .orElseThrow();

        assertThat(casework.act(first, caseId, new CaseCommand.Complete(another.taskId(), "finish", "", NO_FACTS)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(casework.findStory(first, caseId).orElseThrow().tasks()).hasSize(kinds.size());
    }

    @Test
    void eachBodySeesOfTheOneFormWhatItsPartNeedsAndTheLeadSeesItAll() {
        var citizen = town.citizen();
        var caseId = town.submitted(citizen).caseId();
        untilShared(caseId);
        var whole = casework.findStory(citizen, caseId).orElseThrow();
        assertThat(casework.findStory(town.officer("reviewer"), caseId)
                        .orElseThrow()
                        .answers())
                .isEqualTo(whole.answers());

        assertThat(town.pack().bodies()).extracting(Body::kind).containsExactlyInAnyOrderElementsOf(kinds);
        for (var body : town.pack().bodies()) {
            var seen = casework.findStory(officerOf(body.kind()), caseId).orElseThrow();
            assertThat(seen.answers().values().keySet())
                    .as(body.kind())
                    .isNotEmpty()
                    .allMatch(name ->
                            body.answers().stream().anyMatch(path -> path.equals(name) || path.startsWith(name + ".")));
            assertThat(seen.pages()).hasSizeLessThan(whole.pages().size());
            for (var material : town.pack().form().materials()) {
                assertThat(seen.shows(material.id())).isEqualTo(body.papers().contains(material.id()));
            }
        }
    }

    @Test
    void theStorySaysWhoseStepEachActWas() {
        var caseId = town.submitted(town.citizen()).caseId();
        untilShared(caseId);
        var first = officerOf(kinds.getFirst());
        finish(first, caseId);

        var lines = casework.findStory(first, caseId).orElseThrow().lines();
        assertThat(lines)
                .filteredOn(line -> line.key().equals("story.completed"))
                .extracting(line -> line.organisation().orElseThrow())
                .containsExactly(
                        town.office().code(),
                        town.office().code(),
                        town.office().code(),
                        first.organisation());
        assertThat(lines.getFirst().organisation()).isEmpty();
    }

    @Test
    void allPartsDoneAtTheSameMomentEndTheCaseOnce() {
        var citizen = town.citizen();
        var caseId = town.submitted(citizen).caseId();
        untilShared(caseId);
        var acts = kinds.stream()
                .map(this::officerOf)
                .map(officer -> (Callable<Outcome<CaseView, ActRefusal>>) () -> finish(officer, caseId))
                .toList();

        var outcomes = Together.all(acts);

        assertThat(outcomes).allMatch(outcome -> outcome instanceof Outcome.Done);
        var story = casework.findStory(citizen, caseId).orElseThrow();
        assertThat(story.view().standing().result()).isPresent();
        assertThat(story.branches())
                .hasSize(kinds.size())
                .allMatch(branch -> branch.closed().isPresent());
    }

    @Test
    void theApplicantReadsWhoIsAwaitedAndHowManyDaysAreSaved() {
        var citizen = town.citizen();
        var caseId = town.submitted(citizen).caseId();
        assertThat(joint(citizen, caseId)).isEmpty();
        untilShared(caseId);
        finish(officerOf(kinds.getFirst()), caseId);

        var joint = joint(citizen, caseId).orElseThrow();

        assertThat(joint.saying())
                .contains(kinds.size() + " 个部门")
                .contains("已办结 1 个")
                .contains("节省 " + (kinds.size() - 1));
        assertThat(joint.awaited()).contains("现在等的是");
        assertThat(joint.stages().getFirst().table().orElseThrow().rows()).hasSize(kinds.size());
        var clocks = joint.stages().getFirst().clocks().orElseThrow();
        assertThat(clocks.rows()).hasSize(kinds.size());
        assertThat(clocks.rows())
                .filteredOn(row -> row.figures().contains("已办结"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.spans()).extracting(SpanChart.Span::mark).containsOnly(SpanChart.Mark.DONE));
        assertThat(clocks.rows())
                .filteredOn(row -> row.figures().contains("还剩 1"))
                .hasSize(kinds.size() - 1)
                .allSatisfy(row -> assertThat(row.spans())
                        .extracting(SpanChart.Span::mark)
                        .containsExactly(SpanChart.Mark.RUNNING, SpanChart.Mark.LEFT));
        assertThat(clocks.rows()).extracting(SpanChart.Row::tag).contains("关键路径");
    }

    private Optional<Joint> joint(SignedIn who, String caseId) {
        var story = casework.findStory(who, caseId).orElseThrow();
        return Joint.of(town.bean(TextsBundle.class).in(Language.ZH), story, town.bean(Directory.class), Instant.now());
    }

    private long lamps(SignedIn.Officer who, String kind) {
        return supervision.board(who, LampFilter.ALL).lines().stream()
                .filter(line -> line.organisation().equals(town.other(kind).code()))
                .flatMap(line -> line.counts().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private SignedIn.Officer officerOf(String kind) {
        return town.officerOf(kind, ROLE);
    }

    private Outcome<CaseView, ActRefusal> finish(SignedIn.Officer who, String caseId) {
        var own = casework.findStory(who, caseId).orElseThrow().tasks().stream()
                .filter(task -> task.seat().orElseThrow().organisation().equals(who.organisation()))
                .findFirst()
                .orElseThrow();
        return casework.act(who, caseId, new CaseCommand.Complete(own.taskId(), "finish", "", NO_FACTS));
    }

    /** The town's own office does its part, up to where the others begin. */
    private void untilShared(String caseId) {
        for (var step : List.of("acceptor accept", "reviewer pass", "decider approve")) {
            var parts = step.split(" ");
            town.complete(town.officer(parts[0]), caseId, parts[1], "").orElseThrow();
        }
    }
}
