package org.tongqu.engines.cases.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.Clocks;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.engines.cases.whatif.Foreseen.Kind;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;

/** FEATURE: before a changed process, table or limit is published, its author sees what it would have done to real cases. */
class WhatIfTest {

    private static final Definition LICENCE = new Definition(Drawn.process(Drawn.LICENCE), Played.CLOCKS);

    /** The applicant's time to correct is cut, a chief looks over each approval, and nothing is refused at the door. */
    private static final String CHECKED = Drawn.LICENCE
            .replace("<endEvent id=\"issued\"", """
                    <userTask id="check" tongqu:performer="role:chief">
                      <extensionElements><tongqu:outcome code="agree"/></extensionElements>
                    </userTask>
                    <endEvent id="issued\"""")
            .replace("sourceRef=\"decided\" targetRef=\"issue\"", "sourceRef=\"decided\" targetRef=\"check\"")
            .concat("<sequenceFlow id=\"f11\" sourceRef=\"check\" targetRef=\"issue\"/>");

    private final Played played = new Played(LICENCE.process());

    @BeforeEach
    void open() {
        played.on("2026-03-02 09:00").does(Played.open(), Played.WANG);
    }

    @Test
    void nothingIsOtherwiseByTheSameDefinition() {
        issuedAfterACorrection();

        var foreseen = against(LICENCE, "2026-04-30 09:00");

        assertThat(foreseen.kind()).isEqualTo(Kind.SAME);
        assertThat(foreseen.now()).contains(foreseen.then());
        assertThat(foreseen.then().path()).containsExactly("accept", "correct", "accept", "decide");
    }

    @Test
    void aShorterTimeToCorrectEndsTheCaseBeforeTheApplicantAnswered() {
        issuedAfterACorrection();

        var foreseen = against(drawn(Drawn.LICENCE.replace("tongqu:after=\"30 days\"", "tongqu:after=\"5 days\"")));

        assertThat(foreseen.kind()).isEqualTo(Kind.ENDS_OTHERWISE);
        assertThat(foreseen.now().orElseThrow().end().orElseThrow().result()).isEqualTo("lapsed");
        assertThat(foreseen.workingDays()).isNegative();
    }

    @Test
    void aStepNobodyEverDecidedIsNotGuessed() {
        issuedAfterACorrection();

        var foreseen = against(drawn(CHECKED));

        assertThat(foreseen.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(foreseen.now()).isEmpty();
        assertThat(foreseen.unknown()).contains(new Unknown(Unknown.Why.NEVER_DECIDED, "check", ""));
    }

    @Test
    void anOutcomeThatIsGoneIsNotGuessed() {
        played.on("2026-03-03 10:00").completes("accept", "refuse", Played.LI);

        var foreseen = against(drawn(Drawn.LICENCE
                .replace("<tongqu:outcome code=\"refuse\" ends=\"acceptance\" reason=\"required\"/>", "")
                .replaceAll("<sequenceFlow id=\"f5\".*\n", "")
                .replace("<endEvent id=\"refused\" tongqu:result=\"refused\"/>", "")));

        assertThat(foreseen.unknown()).contains(new Unknown(Unknown.Why.OUTCOME_GONE, "accept", "refuse"));
    }

    @Test
    void aStepThatIsLeftOutLetsTheCaseEndSooner() {
        issuedAfterACorrection();

        var foreseen = against(drawn(Drawn.LICENCE
                .replace("targetRef=\"decide\" tongqu:when", "targetRef=\"issue\" tongqu:when")
                .replaceAll("(?s)<userTask id=\"decide\".*?</userTask>", "")
                .replaceAll("<exclusiveGateway id=\"decided\"[^>]*>", "")
                .replaceAll("<sequenceFlow id=\"(f8|f9|no)\".*\n", "")
                .replace("<endEvent id=\"rejected\" tongqu:result=\"rejected\"/>", "")
                .replace(" starts=\"promised\"", "")));

        assertThat(foreseen.kind()).isEqualTo(Kind.GOES_ANOTHER_WAY);
        assertThat(foreseen.workingDays()).isEqualTo(-5);
        assertThat(foreseen.clocks()).extracting(Foreseen.ClockChange::clock).contains("promised");
    }

    @Test
    void aShorterLimitWouldHaveBeenMissed() {
        issuedAfterACorrection();

        var foreseen = against(new Definition(LICENCE.process(), promised(3)));

        assertThat(foreseen.kind()).isEqualTo(Kind.TIMELINESS);
        assertThat(foreseen.clocks()).singleElement().satisfies(clock -> {
            assertThat(clock.clock()).isEqualTo("promised");
            assertThat(clock.turnsLate()).isTrue();
            assertThat(clock.dueNow()).contains(Played.at("2026-03-19 00:00"));
        });
    }

    @Test
    void anotherTableAnswersOtherwise() {
        var asking = """
                <startEvent id="s"/><businessRuleTask id="r" tongqu:decision="route"/>
                <userTask id="t" tongqu:performer="role:acceptor"/><endEvent id="e" tongqu:result="done"/>
                <sequenceFlow id="a" sourceRef="s" targetRef="r"/><sequenceFlow id="b" sourceRef="r" targetRef="t"/>
                <sequenceFlow id="c" sourceRef="t" targetRef="e"/>
                """;
        var before = new Definition(Drawn.process(asking), Played.CLOCKS);
        var after = new Definition(
                Drawn.process(asking, Drawn.TABLE.replace("<text>7</text>", "<text>9</text>")), Played.CLOCKS);
        var other = new Played(before.process())
                .on("2026-03-02 09:00")
                .does(opened(Map.of("capital", Datum.of(20))), Played.WANG)
                .on("2026-03-03 09:00")
                .completes("t", "done", Played.LI);

        var foreseen = WhatIf.of(before, after, other.events(), today("2026-04-30 09:00"));

        assertThat(foreseen.kind()).isEqualTo(Kind.RULED_OTHERWISE);
    }

    @Test
    void anOpenCaseGoesOnWhereNothingConcernsIt() {
        played.on("2026-03-03 10:00").completes("accept", "accept", Played.LI);

        assertThat(against(LICENCE, "2026-03-04 09:00").kind()).isEqualTo(Kind.GOES_ON);
    }

    @Test
    void anOpenCaseWhoseClockIsCutShortIsLateAtOnce() {
        played.on("2026-03-03 10:00").completes("accept", "accept", Played.LI);

        assertThat(against(new Definition(LICENCE.process(), promised(3)), "2026-03-10 09:00")
                        .kind())
                .isEqualTo(Kind.LATE_AT_ONCE);
        assertThat(against(new Definition(LICENCE.process(), promised(8)), "2026-03-10 09:00")
                        .kind())
                .isEqualTo(Kind.DUE_ANOTHER_DAY);
    }

    @Test
    void anOpenCaseOnAStepThatIsGoneIsNamedWithIt() {
        played.on("2026-03-03 10:00").completes("accept", "accept", Played.LI);
        var renamed = drawn(
                Drawn.LICENCE.replace("id=\"decide\"", "id=\"judge\"").replace("Ref=\"decide\"", "Ref=\"judge\""));

        var foreseen = against(renamed, "2026-03-04 09:00");

        assertThat(foreseen.kind()).isEqualTo(Kind.STEP_GONE);
        assertThat(foreseen.gone()).containsExactly("decide");
    }

    @Test
    void aCaseThatHadLongerThanAnybodyKnowsIsNotGuessed() {
        played.on("2026-03-03 10:00").completes("accept", "correct", Played.LI);
        var timer = played.state().timers().getFirst();
        played.on(timer.dueAt()).does(new CaseCommand.FireTimer(timer.id()), Played.PLATFORM);

        var foreseen = against(drawn(Drawn.LICENCE.replace("tongqu:after=\"30 days\"", "tongqu:after=\"90 days\"")));

        assertThat(foreseen.unknown()).contains(new Unknown(Unknown.Why.LEFT_UNDECIDED, "correct", ""));
    }

    private void issuedAfterACorrection() {
        played.on("2026-03-03 10:00")
                .completes("accept", "correct", Played.LI)
                .on("2026-03-12 16:00")
                .completes("correct", "resubmit", Played.WANG)
                .on("2026-03-13 11:00")
                .completes("accept", "accept", Played.LI)
                .on("2026-03-20 15:00")
                .completes("decide", "approve", Played.ZHAO)
                .answersServices();
    }

    private Foreseen against(Definition after) {
        return against(after, "2026-04-30 09:00");
    }

    private Foreseen against(Definition after, String today) {
        return WhatIf.of(LICENCE, after, played.events(), today(today));
    }

    private static Moment today(String local) {
        return new Moment(Played.at(local), Played.CALENDAR);
    }

    private static Definition drawn(String elements) {
        return new Definition(Drawn.process(elements), Played.CLOCKS);
    }

    private static Clocks promised(int days) {
        var rules = new LinkedHashMap<>(Played.CLOCKS.rules());
        rules.put("promised", Played.clock("promised", Limit.workingDays(days)));
        return new Clocks(rules);
    }

    private static CaseCommand opened(Map<String, Datum> facts) {
        return new CaseCommand.Open("c", Played.CLOCKS, new Datum.Fields(facts), "wang", Played.OFFICE);
    }
}
