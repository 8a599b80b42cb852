package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.engines.cases.process.ProcessProblem;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** FEATURE: several people of several organisations decide one step (会签, 或签, 依次审批, 票决). */
class GroupTest {

    private static final Actor TAX = Actor.officer("tan", "谭税务", "tax-1", Set.of("reviewer"));
    private static final Actor FIRE = Actor.officer("huo", "霍消防", "fire-1", Set.of("reviewer"));
    private static final Actor OWN = Actor.officer("ben", "本局", Played.OFFICE, Set.of("reviewer"));

    @Test
    void eachOrganisationHasItsOwnTaskAndOneNoEndsIt() {
        var played = opened("false", "all");
        assertThat(played.state().openTasks())
                .extracting(Task::organisation)
                .containsExactly("tax-1", "fire-1", "office");

        says(played, "yes", TAX);
        says(played, "no", FIRE);

        assertThat(played.state().result()).contains("refused");
        assertThat(cancelled(played)).containsExactly(CaseEvent.Cancellation.DECIDED);
    }

    @Test
    void aYesNeedsAll() {
        var played = opened("false", "all");
        says(played, "yes", TAX);
        says(played, "yes", OWN);
        assertThat(played.state().result()).isEmpty();
        says(played, "yes", FIRE);

        assertThat(played.state().result()).contains("agreed");
    }

    @Test
    void whoeverIsFirstDecidesAlone() {
        var played = opened("false", "first");

        says(played, "no", OWN);

        assertThat(played.state().result()).contains("refused");
        assertThat(cancelled(played)).hasSize(2);
    }

    @Test
    void oneAfterTheOtherIsAskedOnlyWhenTheOneBeforeAgreed() {
        var played = opened("true", "all");
        assertThat(played.state().openTasks()).extracting(Task::organisation).containsExactly("tax-1");

        says(played, "yes", TAX);
        assertThat(played.state().openTasks()).extracting(Task::organisation).containsExactly("fire-1");

        says(played, "no", FIRE);
        assertThat(played.state().result()).contains("refused");
    }

    @Test
    void aShareDecidesAsSoonAsItCannotChange() {
        var played = opened("false", "60%");
        says(played, "no", TAX);
        assertThat(played.state().result()).isEmpty();
        says(played, "no", FIRE);

        assertThat(played.state().result()).contains("refused");
    }

    @Test
    void everyoneIsHeardEvenAfterANo() {
        var played = opened("false", "everyone");
        says(played, "no", TAX);
        says(played, "yes", FIRE);
        assertThat(played.state().result()).isEmpty();
        says(played, "yes", OWN);

        assertThat(played.state().result()).contains("refused");
    }

    @Test
    void anotherOrganisationsVoiceIsNotYours() {
        var played = opened("false", "all");
        var fire = task(played, "fire-1");

        assertThat(played.decide(Played.complete(fire.id(), "yes"), TAX))
                .isEqualTo(Outcome.refused(new CaseRefusal.NotYours("role:reviewer", "fire-1")));
    }

    @Test
    void aVoiceIsAddedAndTakenAway() {
        var played = opened("false", "all");
        var own = task(played, "office").id();
        var zhao = new Assignee("zhao", "赵核准");
        played.does(new CaseCommand.AddVoices(own, List.of(zhao), "请会签"), OWN);
        assertThat(played.state().openTasks()).hasSize(4);
        says(played, "yes", TAX);
        says(played, "yes", FIRE);

        played.does(new CaseCommand.RemoveVoice(own, "zhao", "出差"), OWN);
        says(played, "yes", OWN);

        assertThat(played.state().result()).contains("agreed");
    }

    @Test
    void theVoiceOfADelegateIsTakenAwayAndNotTheOneTheyPrepare() {
        var played = opened("false", "all");
        var own = task(played, "office").id();
        var zhao = new Assignee("zhao", "赵核准");
        played.does(new CaseCommand.Delegate(own, zhao, "请办"), OWN);
        played.does(new CaseCommand.AddVoices(own, List.of(zhao), "请会签"), OWN);

        played.does(new CaseCommand.RemoveVoice(own, "zhao", "出差"), OWN);

        assertThat(played.state().openTasks())
                .extracting(Task::id)
                .contains(own)
                .hasSize(3);
    }

    @Test
    void whoIsAskedMayStandInTheFactsOfTheCase() {
        var process = Drawn.process(process("false", "any").replace(FIXED, "tongqu:each=\"panel\""));
        var panel = List.of(Datum.of("tax-1"), Datum.empty().with("person", Datum.of("zhao")));
        var played = new Played(process)
                .on("2026-03-02 09:00")
                .does(Played.open(Played.CLOCKS, Map.of("panel", Datum.of(panel))), Played.WANG);
        assertThat(played.state().openTasks())
                .extracting(task -> task.performer().text())
                .containsExactly("role:reviewer", "person:zhao");

        says(played, "yes", TAX);
        assertThat(played.state().result()).contains("agreed");
    }

    @Test
    void whereTheFactsNameNobodyTheOfficeItselfIsAsked() {
        var process = Drawn.process(process("false", "all").replace(FIXED, "tongqu:each=\"panel\""));
        var played = new Played(process).on("2026-03-02 09:00").does(Played.open(), Played.WANG);

        assertThat(played.state().openTasks()).extracting(Task::organisation).containsExactly(Played.OFFICE);
    }

    @Test
    void aCaseIsNotOpenedWhileACompetentOrganisationIsUnknown() {
        var played = new Played(Drawn.process(process("false", "all"))).on("2026-03-02 09:00");

        assertThat(played.decide(Played.open(), Played.WANG))
                .isEqualTo(Outcome.refused(new CaseRefusal.OrganisationUnknown("fire")));
    }

    @Test
    void aRuleNobodyUnderstandsIsRefusedWithItsTask() {
        assertThat(Drawn.problems(process("false", "most")))
                .extracting(ProcessProblem::elementId, ProcessProblem::code)
                .containsExactly(tuple("vote", "voices-unreadable"));
    }

    private static final String FIXED = "tongqu:voices=\"role:reviewer@tax role:reviewer@fire role:reviewer\"";

    private static String process(String sequential, String decides) {
        return """
                <startEvent id="start"/>
                <userTask id="vote" tongqu:performer="role:reviewer"><extensionElements>
                  <tongqu:outcome code="yes"/><tongqu:outcome code="no"/></extensionElements>
                  <multiInstanceLoopCharacteristics isSequential="%s" tongqu:decides="%s" %s/></userTask>
                <exclusiveGateway id="way" default="f4"/>
                <endEvent id="agreed" tongqu:result="agreed"/><endEvent id="refused" tongqu:result="refused"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="vote"/>
                <sequenceFlow id="f2" sourceRef="vote" targetRef="way"/>
                <sequenceFlow id="f3" sourceRef="way" targetRef="agreed" tongqu:when="outcomes.vote == 'yes'"/>
                <sequenceFlow id="f4" sourceRef="way" targetRef="refused"/>
                """.formatted(sequential, decides, FIXED);
    }

    private static Played opened(String sequential, String decides) {
        Datum facts = Datum.empty()
                .with("organisations.tax", Datum.of("tax-1"))
                .with("organisations.fire", Datum.of("fire-1"));
        return new Played(Drawn.process(process(sequential, decides)))
                .on("2026-03-02 09:00")
                .does(Played.open(Played.CLOCKS, facts.fields("")), Played.WANG);
    }

    private static void says(Played played, String outcome, Actor actor) {
        played.does(Played.complete(task(played, actor.organisation()).id(), outcome), actor);
    }

    private static Task task(Played played, String organisation) {
        return played.state().openTasks().stream()
                .filter(task -> task.organisation().equals(organisation)
                        && task.assignee().isEmpty())
                .findFirst()
                .or(() -> played.state().openTasks().stream()
                        .filter(task -> task.organisation().equals(organisation)
                                && task.assignee()
                                        .filter(who -> who.id().equals("ben"))
                                        .isPresent())
                        .findFirst())
                .orElseThrow();
    }

    private static List<CaseEvent.Cancellation> cancelled(Played played) {
        return played.events().stream()
                .filter(CaseEvent.TaskCancelled.class::isInstance)
                .map(event -> ((CaseEvent.TaskCancelled) event).why())
                .toList();
    }
}
