package org.tongqu.engines.cases.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.text.Language;
import org.tongqu.kernel.time.Limit;

/** FEATURE: a process is read from BPMN, or every problem is told with its line. */
class ProcessReaderTest {

    @Test
    void everythingTheExecutorNeedsIsRead() {
        var process = Drawn.process(Drawn.LICENCE);

        assertThat(process.id()).isEqualTo("p");
        assertThat(process.name()).isEqualTo("许可");
        assertThat(process.start().starts()).containsExactly("acceptance", "total");
        assertThat(process.clockNames()).containsExactly("acceptance", "promised", "total");
        assertThat(process.roles()).containsExactly("acceptor", "decider");
        assertThat(process.results()).containsExactly("issued", "lapsed", "refused", "rejected");
        assertThat(process.userTasks()).extracting(Node::id).containsExactly("accept", "correct", "decide");
        var correct = process.userTasks().get(1);
        assertThat(correct.performer()).isEqualTo(new Performer.Applicant());
        assertThat(correct.clock()).isEqualTo(Node.UserTask.Clock.STOPS);
        assertThat(correct.form()).contains("application");
        assertThat(correct.listeners())
                .extracting(Node.Listener::trigger)
                .containsExactly(new Node.Trigger.Timer(new Limit(30, Limit.Unit.NATURAL_DAYS)));
        assertThat(process.userTasks().getFirst().findOutcome("refuse"))
                .contains(new OfferedOutcome(
                        "refuse",
                        List.of(),
                        List.of("acceptance"),
                        OfferedOutcome.Reason.REQUIRED,
                        false,
                        Set.of(),
                        Optional.empty()));
        assertThat(process.node("issue")).isInstanceOfSatisfying(Node.ServiceTask.class, task -> {
            assertThat(task.action()).isEqualTo("licences.issue");
            assertThat(task.with()).isEqualTo("business-licence");
        });
    }

    @Test
    void theDrawingIsReadWithPoolsBehindAndTimersInFront() {
        var drawing = ProcessReader.read("d.bpmn", DRAWN.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .drawing();

        assertThat(drawing.shapes())
                .extracting(Drawing.Shape::elementId)
                .containsExactly("pool", "lane", "s", "t", "e", "note", "timer");
        assertThat(drawing.shapes().get(3).name()).isEqualTo("办理");
        assertThat(drawing.shapes().get(5).name()).isEqualTo("说明");
        assertThat(drawing.shapes().get(2).label()).contains(new Drawing.Box(38, 90, 24, 14));
        assertThat(drawing.lines())
                .containsExactly(
                        new Drawing.Line(
                                "f1",
                                "",
                                Drawing.Line.Stroke.FLOW,
                                List.of(new Drawing.Point(76, 68), new Drawing.Point(100, 68)),
                                Optional.empty()),
                        new Drawing.Line(
                                "a1",
                                "",
                                Drawing.Line.Stroke.ASSOCIATION,
                                List.of(new Drawing.Point(150, 40), new Drawing.Point(150, 20)),
                                Optional.empty()));
        assertThat(drawing.bounds()).isEqualTo(new Drawing.Box(0, 0, 400, 200));
    }

    /** Each line of the table puts one flaw into a process that was right, and expects to hear of it at its place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            role:acceptor                      | rolle:acceptor                    | 2  | accept   | performer-unknown
            1 working day                      | 1 workign day                     | 2  | accept   | limit-unreadable
            tongqu:after="30 days"             | tongqu:after="soon"               | 13 | late     | limit-unreadable
            tongqu:after="30 days"             | ''                                | 13 | late     | limit-unreadable
            tongqu:clock="stops"               | tongqu:clock="halts"              | 10 | correct  | clock-effect-unknown
            tongqu:form=                       | tongqu:from=                      | 10 | correct  | attribute-unknown
            tongqu:result="lapsed"             | ''                                | 25 | lapsed   | result-unreadable
            tongqu:action="licences.issue"     | ''                                | 21 | issue    | action-unreadable
            code="refuse"                      | code="accept"                     | 2  | accept   | outcome-twice
            code="refuse"                      | code="Refuse!"                    | 2  | accept   | outcome-unreadable
            reason="required"                  | reason="yes"                      | 2  | accept   | reason-unreadable
            outcome == 'correct'               | outcome == 'corect'               | 29 | f4       | outcome-not-offered
            outcome == 'correct'               | outcome == 'approve'              | 29 | f4       | outcome-not-offered
            outcome == 'correct'               | outcome == correct and            | 29 | f4       | condition-unreadable
            outcome == 'correct'               | outcomes.nobody == 'x'            | 29 | f4       | task-not-there
            outcome == 'correct'               | outcomes.accept == 'x'            | 29 | f4       | outcome-not-offered
            " tongqu:when="outcome == 'refuse'"| "                                 | 30 | f5       | condition-missing
            default="no"                       | default="f1"                      | 20 | decided  | default-elsewhere
            default="no"                       | ''                                | 35 | no       | condition-missing
            targetRef="accept"/>               | targetRef="accept" tongqu:when="x"/>| 26 | f1     | condition-elsewhere
            targetRef="lapsed"/>               | targetRef="issue"/>               | 25 | lapsed   | unreachable
            sourceRef="issue" targetRef="issued"| sourceRef="late" targetRef="issued"| 21 | issue   | no-way-on
            <timerEventDefinition/>            | ''                                | 13 | late     | trigger-unknown
            attachedToRef="correct"            | attachedToRef="issue"             | 13 | late     | timer-on-service
            <endEvent id="issued"              | <startEvent id="issued"           | 22 | issued   | attribute-unknown
            <exclusiveGateway id="accepted"/>  | <complexGateway id="accepted"/> | 9  | accepted | element-unknown
            <serviceTask id="issue"            | <scriptTask id="issue"            | 21 | issue    | element-unknown
            """)
    void aFlawIsToldWithItsLine(String right, String wrong, int line, String element, String code) {
        assertThat(Drawn.LICENCE).contains(right);

        var problems = Drawn.problems(Drawn.LICENCE.replaceFirst(Pattern.quote(right), wrong));

        assertThat(problems)
                .extracting(ProcessProblem::code, ProcessProblem::line, ProcessProblem::elementId)
                .contains(tuple(code, line + Drawn.LINES_BEFORE, element));
    }

    @Test
    void anOutcomeThatNoFlowTakesIsTold() {
        var offered = Drawn.LICENCE.replace(
                "<tongqu:outcome code=\"correct\" reason=\"required\"/>",
                "<tongqu:outcome code=\"correct\"/><tongqu:outcome code=\"forward\"/>");

        assertThat(Drawn.problems(offered))
                .extracting(ProcessProblem::toString)
                .containsExactly("p.bpmn:11: With the outcome \"forward\" no flow is taken [accepted]. "
                        + "Add a flow for it, or a default flow");
    }

    @Test
    void conditionsOnFactsNeedADefault() {
        var byFact = Drawn.LICENCE.replace("outcome == 'refuse'", "outcome == 'refuse' and capital &lt; 10");

        assertThat(Drawn.problems(byFact)).extracting(ProcessProblem::code).containsExactly("conditions-may-fail");
    }

    @Test
    void aDecisionIsFollowedThroughGatewaysToWhereItIsAskedFor() {
        var later = """
                <startEvent id="s"/>
                <userTask id="t" tongqu:performer="applicant"><extensionElements>
                <tongqu:outcome code="a"/><tongqu:outcome code="b"/><tongqu:outcome code="c"/></extensionElements></userTask>
                <exclusiveGateway id="g"/><serviceTask id="v" tongqu:action="a.b"/><exclusiveGateway id="h"/>
                <endEvent id="e" tongqu:result="x"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="g"/>
                <sequenceFlow id="f3" sourceRef="g" targetRef="v" tongqu:when="outcome in ('a', 'b')"/>
                <sequenceFlow id="f4" sourceRef="g" targetRef="e" tongqu:when="not (outcome in ('a', 'b'))"/>
                <sequenceFlow id="f5" sourceRef="v" targetRef="h"/>
                <sequenceFlow id="f6" sourceRef="h" targetRef="e" tongqu:when="outcome == 'a'"/>
                <sequenceFlow id="f7" sourceRef="h" targetRef="e" tongqu:when="outcome == 'b'"/>
                """;

        assertThat(Drawn.problems(later)).isEmpty();
        assertThat(Drawn.problems(later.replace("outcome == 'b'", "outcome == 'c'")))
                .extracting(ProcessProblem::code, ProcessProblem::elementId)
                .containsExactly(tuple("outcome-without-way", "h"), tuple("outcome-not-offered", "f7"));
    }

    @Test
    void unknownClocksAreToldWhenTheClocksAreKnown() {
        var file = Drawn.file(Drawn.LICENCE);

        assertThat(ProcessReader.read("p.bpmn", file, Set.of("acceptance", "promised", "total")))
                .isInstanceOf(Outcome.Done.class);
        var problems = ProcessReader.read("p.bpmn", file, Set.of("acceptance"))
                .<List<ProcessProblem>>fold(done -> List.of(), found -> found);
        assertThat(problems)
                .extracting(ProcessProblem::elementId, problem -> problem.args().getFirst())
                .containsExactly(tuple("start", "total"), tuple("accept", "promised"), tuple("decide", "promised"));
    }

    @Test
    void aSplitThatIsNotParallelLeavesTheJoinWaiting() {
        assertThat(Drawn.problems(twoBranches("exclusiveGateway", "parallelGateway")))
                .extracting(ProcessProblem::code, ProcessProblem::elementId)
                .containsExactly(tuple("join-waits-for-ever", "join"));
        assertThat(Drawn.problems(twoBranches("parallelGateway", "parallelGateway")))
                .isEmpty();
        assertThat(Drawn.problems(twoBranches("exclusiveGateway", "exclusiveGateway")))
                .isEmpty();
    }

    @Test
    void aBranchThatEndsElsewhereLeavesTheJoinWaiting() {
        var timer = """
                <boundaryEvent id="out" attachedToRef="a" tongqu:after="1 day"><timerEventDefinition/></boundaryEvent>
                <endEvent id="gone" tongqu:result="lapsed"/>
                <sequenceFlow id="f-out" sourceRef="out" targetRef="gone"/>
                """;
        var branches = twoBranches("parallelGateway", "parallelGateway") + timer;

        assertThat(Drawn.problems(branches))
                .extracting(ProcessProblem::code, ProcessProblem::elementId)
                .containsExactly(tuple("join-waits-for-ever", "join"));
        assertThat(Drawn.problems(branches.replace(
                        "tongqu:result=\"lapsed\"/>",
                        "tongqu:result=\"lapsed\"><terminateEventDefinition/></endEvent>")))
                .isEmpty();
        assertThat(Drawn.problems(branches.replace("tongqu:after", "cancelActivity=\"false\" tongqu:after")))
                .isEmpty();
    }

    @Test
    void fortyBranchesSideBySideAreCheckedAndTheOneThatEndsElsewhereIsFound() {
        var branches = new StringBuilder("""
                <startEvent id="s"/><parallelGateway id="split"/><parallelGateway id="join"/>
                <endEvent id="e" tongqu:result="x"/><sequenceFlow id="fs" sourceRef="s" targetRef="split"/>
                <sequenceFlow id="fe" sourceRef="join" targetRef="e"/>
                """);
        for (int i = 0; i < 40; i++) {
            branches.append("""
                    <userTask id="a%1$d" tongqu:performer="role:a"/><exclusiveGateway id="g%1$d" default="k%1$d"/>
                    <sequenceFlow id="f%1$d" sourceRef="split" targetRef="a%1$d"/>
                    <sequenceFlow id="h%1$d" sourceRef="a%1$d" targetRef="g%1$d"/>
                    <sequenceFlow id="k%1$d" sourceRef="g%1$d" targetRef="join"/>
                    <sequenceFlow id="b%1$d" sourceRef="g%1$d" targetRef="a%1$d" tongqu:when="again"/>
                    """.formatted(i));
        }
        var timer = """
                <boundaryEvent id="out" attachedToRef="a39" tongqu:after="1 day"><timerEventDefinition/></boundaryEvent>
                <endEvent id="gone" tongqu:result="lapsed"/><sequenceFlow id="fo" sourceRef="out" targetRef="gone"/>
                """;

        assertThat(Drawn.problems(branches.toString())).isEmpty();
        assertThat(Drawn.problems(branches + timer))
                .extracting(ProcessProblem::code, ProcessProblem::elementId)
                .containsExactly(tuple("join-waits-for-ever", "join"));
    }

    @Test
    void aCircleInWhichNobodyActsIsTold() {
        var circle = """
                <startEvent id="s"/><exclusiveGateway id="g" default="f2"/><serviceTask id="v" tongqu:action="a.b"/>
                <endEvent id="e" tongqu:result="x"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="g"/><sequenceFlow id="f2" sourceRef="g" targetRef="v"/>
                <sequenceFlow id="f3" sourceRef="v" targetRef="g"/>
                <sequenceFlow id="f4" sourceRef="g" targetRef="e" tongqu:when="done"/>
                """;

        assertThat(Drawn.problems(circle))
                .extracting(ProcessProblem::code, ProcessProblem::elementId)
                .containsExactlyInAnyOrder(tuple("circle-without-rest", "g"), tuple("circle-without-rest", "v"));
    }

    @Test
    void aTrapWithoutAnEndIsTold() {
        var trap = Drawn.LICENCE.replace(
                        "sourceRef=\"late\" targetRef=\"lapsed\"", "sourceRef=\"late\" targetRef=\"trap\"")
                + """
                <userTask id="trap" tongqu:performer="applicant"/>
                <sequenceFlow id="f-trap" sourceRef="trap" targetRef="trap"/>
                """;

        assertThat(Drawn.problems(trap))
                .extracting(ProcessProblem::code, ProcessProblem::elementId)
                .containsExactly(
                        tuple("no-way-to-an-end", "late"),
                        tuple("unreachable", "lapsed"),
                        tuple("no-way-to-an-end", "trap"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                              | not-xml  | 1
            hello                                                           | not-xml  | 1
            <definitions/>                                                  | not-bpmn | 1
            <html><body/></html>                                            | not-bpmn | 1
            <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>| doctype  | 1
            <!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>              | doctype  | 1
            """)
    void whatIsNoProcessIsNotEvenParsed(String file, String code, int line) {
        assertThat(Drawn.problemsOfFile(file.getBytes(StandardCharsets.UTF_8)))
                .extracting(ProcessProblem::code, ProcessProblem::line)
                .containsExactly(tuple(code, line));
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() {
        assertThat(Drawn.problemsOfFile(new byte[ProcessReader.LARGEST + 1]))
                .extracting(ProcessProblem::code)
                .containsExactly("too-large");
    }

    @Test
    void elementsNestedWithoutEndAreNotRead() {
        var deep = Drawn.file("<laneSet>".repeat(5000));

        assertThat(Drawn.problemsOfFile(deep)).extracting(ProcessProblem::code).containsExactly("too-deep");
    }

    @Test
    void aBreakOfTheSchemaIsToldWithItsLine() {
        var broken = Drawn.LICENCE.replace(" sourceRef=\"start\"", "");

        assertThat(Drawn.problems(broken))
                .extracting(ProcessProblem::code, ProcessProblem::line)
                .containsExactly(tuple("not-valid", 26 + Drawn.LINES_BEFORE));
    }

    @Test
    void noFileWhateverIsAFault() {
        Property.holds(60, random -> {
            var file = Drawn.file(Drawn.LICENCE);
            var text = new StringBuilder(new String(file, StandardCharsets.UTF_8));
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                var from = random.nextInt(text.length() - 40);
                if (random.nextBoolean()) {
                    text.delete(from, from + random.nextInt(40));
                } else {
                    text.insert(from, text.substring(from, from + random.nextInt(40)));
                }
            }
            var problems = Drawn.problemsOfFile(text.toString().getBytes(StandardCharsets.UTF_8));

            assertThat(problems)
                    .allSatisfy(problem -> assertThat(problem.toString()).isNotBlank());
        });
    }

    @Test
    void everyProblemIsSaidInBothLanguages() {
        var chinese = ProblemTexts.sentences(Language.ZH).stringPropertyNames();
        var english = ProblemTexts.sentences(Language.EN).stringPropertyNames();

        assertThat(chinese).isEqualTo(english);
        var codes = new ArrayList<>(chinese);
        codes.removeIf(key -> !key.endsWith(".text"));
        assertThat(codes).allSatisfy(key -> assertThat(chinese).contains(key.replace(".text", ".fix")));
    }

    private static String twoBranches(String split, String join) {
        var condition = split.startsWith("exclusive") ? " tongqu:when=\"urgent\"" : "";
        var otherwise = split.startsWith("exclusive") ? " default=\"f3\"" : "";
        return """
                <startEvent id="s"/><%1$s id="split"%4$s/><userTask id="a" tongqu:performer="role:a"/>
                <userTask id="b" tongqu:performer="role:b"/><%2$s id="join"/><endEvent id="e" tongqu:result="x"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="split"/>
                <sequenceFlow id="f2" sourceRef="split" targetRef="a"%3$s/>
                <sequenceFlow id="f3" sourceRef="split" targetRef="b"/>
                <sequenceFlow id="f4" sourceRef="a" targetRef="join"/>
                <sequenceFlow id="f5" sourceRef="b" targetRef="join"/>
                <sequenceFlow id="f6" sourceRef="join" targetRef="e"/>
                """.formatted(split, join, condition, otherwise);
    }

    private static final String DRAWN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tongqu="https://tongqu.org/bpmn"
                xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:dd="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="t">
            <collaboration id="c"><participant id="pool" name="窗口" processRef="p"/></collaboration>
            <process id="p">
              <laneSet id="lanes"><lane id="lane" name="受理岗"><flowNodeRef>t</flowNodeRef></lane></laneSet>
              <startEvent id="s"/><userTask id="t" name="办理" tongqu:performer="role:a"/>
              <boundaryEvent id="timer" cancelActivity="false" attachedToRef="t" tongqu:after="1 day">
                <timerEventDefinition/></boundaryEvent>
              <endEvent id="e" tongqu:result="x"/>
              <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="e"/>
              <sequenceFlow id="f3" sourceRef="timer" targetRef="e"/>
              <textAnnotation id="note"><text>说明</text></textAnnotation>
              <association id="a1" sourceRef="t" targetRef="note"/>
            </process>
            <di:BPMNDiagram><di:BPMNPlane bpmnElement="c">
              <di:BPMNShape bpmnElement="timer"><dc:Bounds x="180" y="90" width="36" height="36"/></di:BPMNShape>
              <di:BPMNShape bpmnElement="s"><dc:Bounds x="40" y="50" width="36" height="36"/>
                <di:BPMNLabel><dc:Bounds x="38" y="90" width="24" height="14"/></di:BPMNLabel></di:BPMNShape>
              <di:BPMNShape bpmnElement="t"><dc:Bounds x="100" y="40" width="100" height="60"/></di:BPMNShape>
              <di:BPMNShape bpmnElement="e"><dc:Bounds x="240" y="50" width="36" height="36"/></di:BPMNShape>
              <di:BPMNShape bpmnElement="note"><dc:Bounds x="140" y="5" width="80" height="20"/></di:BPMNShape>
              <di:BPMNShape bpmnElement="lane"><dc:Bounds x="30" y="0" width="370" height="200"/></di:BPMNShape>
              <di:BPMNShape bpmnElement="pool"><dc:Bounds x="0" y="0" width="400" height="200"/></di:BPMNShape>
              <di:BPMNEdge bpmnElement="f1"><dd:waypoint x="76" y="68"/><dd:waypoint x="100" y="68"/></di:BPMNEdge>
              <di:BPMNEdge bpmnElement="a1"><dd:waypoint x="150" y="40"/><dd:waypoint x="150" y="20"/></di:BPMNEdge>
            </di:BPMNPlane></di:BPMNDiagram>
            </definitions>
            """;
}
