package org.tongqu.engines.cases._support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.engines.cases.process.ProcessProblem;
import org.tongqu.engines.cases.process.ProcessReader;
import org.tongqu.engines.cases.process.RuleGraph;
import org.tongqu.engines.cases.process.RuleGraphReader;
import org.tongqu.engines.cases.process.Surroundings;
import org.tongqu.kernel.Outcome;

/** BPMN files as tests write them: the elements of a process without what every file has around them. */
public final class Drawn {

    /** The lines before the first element of the body, so that tests can count lines from there. */
    public static final int LINES_BEFORE = 2;

    /**
     * Acceptance, correction by the applicant, review, decision, issue: what most administrative licences look like.
     */
    public static final String LICENCE = """
            <startEvent id="start" tongqu:starts="acceptance total"/>
            <userTask id="accept" tongqu:performer="role:acceptor" tongqu:limit="1 working day">
              <extensionElements>
                <tongqu:outcome code="accept" ends="acceptance" starts="promised"/>
                <tongqu:outcome code="correct" reason="required"/>
                <tongqu:outcome code="refuse" ends="acceptance" reason="required"/>
              </extensionElements>
            </userTask>
            <exclusiveGateway id="accepted"/>
            <userTask id="correct" tongqu:performer="applicant" tongqu:clock="stops" tongqu:form="application">
              <extensionElements><tongqu:outcome code="resubmit"/></extensionElements>
            </userTask>
            <boundaryEvent id="late" attachedToRef="correct" tongqu:after="30 days"><timerEventDefinition/></boundaryEvent>
            <userTask id="decide" tongqu:performer="role:decider" tongqu:limit="2 working days">
              <extensionElements>
                <tongqu:outcome code="approve" ends="promised"/>
                <tongqu:outcome code="reject" ends="promised" reason="required"/>
              </extensionElements>
            </userTask>
            <exclusiveGateway id="decided" default="no"/>
            <serviceTask id="issue" tongqu:action="licences.issue" tongqu:with="business-licence"/>
            <endEvent id="issued" tongqu:result="issued"/>
            <endEvent id="refused" tongqu:result="refused"/>
            <endEvent id="rejected" tongqu:result="rejected"/>
            <endEvent id="lapsed" tongqu:result="lapsed"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="accept"/>
            <sequenceFlow id="f2" sourceRef="accept" targetRef="accepted"/>
            <sequenceFlow id="f3" sourceRef="accepted" targetRef="decide" tongqu:when="outcome == 'accept'"/>
            <sequenceFlow id="f4" sourceRef="accepted" targetRef="correct" tongqu:when="outcome == 'correct'"/>
            <sequenceFlow id="f5" sourceRef="accepted" targetRef="refused" tongqu:when="outcome == 'refuse'"/>
            <sequenceFlow id="f6" sourceRef="correct" targetRef="accept"/>
            <sequenceFlow id="f7" sourceRef="late" targetRef="lapsed"/>
            <sequenceFlow id="f8" sourceRef="decide" targetRef="decided"/>
            <sequenceFlow id="f9" sourceRef="decided" targetRef="issue" tongqu:when="outcome == 'approve'"/>
            <sequenceFlow id="no" sourceRef="decided" targetRef="rejected"/>
            <sequenceFlow id="f10" sourceRef="issue" targetRef="issued"/>
            """;

    /** A decision table every process here may ask. */
    public static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="D" namespace="t">
            <decision id="route" name="Way"><variable id="v"/>
            <decisionTable id="t" hitPolicy="UNIQUE">
            <input id="i1" label="Capital"><inputExpression id="ie1" typeRef="number"><text>capital</text></inputExpression></input>
            <input id="i2"><inputExpression id="ie2"><text>scope</text></inputExpression></input>
            <output id="o1" name="route" label="Way" typeRef="string"><defaultOutputEntry id="od"><text>"none"</text></defaultOutputEntry></output>
            <output id="o2" name="fee"/>
            <annotation name="Basis"/>
            <rule id="big">
            <inputEntry id="c11"><text>&gt;= 1000</text></inputEntry>
            <inputEntry id="c12"><text>-</text></inputEntry>
            <outputEntry id="c13"><text>"large"</text></outputEntry>
            <outputEntry id="c14"><text>12.5</text></outputEntry>
            <annotationEntry><text>Article 1</text></annotationEntry>
            </rule>
            <rule id="little">
            <inputEntry id="c21"><text>&lt; 1000</text></inputEntry>
            <inputEntry id="c22"><text></text></inputEntry>
            <outputEntry id="c23"><text>"small"</text></outputEntry>
            <outputEntry id="c24"><text>7</text></outputEntry>
            </rule>
            </decisionTable>
            </decision>
            </definitions>
            """;

    /** Decisions that need each other: size, points, fee, way; the file has them the other way round. */
    public static final String GRAPH = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="D" namespace="t">
            <decision id="route" name="Way"><variable id="vr" name="route"/>
            <informationRequirement id="r1"><requiredDecision href="#size"/></informationRequirement>
            <informationRequirement id="r2"><requiredDecision href="#fee"/></informationRequirement>
            <decisionTable id="tr" hitPolicy="FIRST">
            <input id="i1" label="Size"><inputExpression id="e1"><text>sizeOfFirm</text></inputExpression></input>
            <input id="i2" label="Fee"><inputExpression id="e2"><text>fee.amount</text></inputExpression></input>
            <output id="o1" name="route"/>
            <rule id="large"><inputEntry id="c1"><text>"big"</text></inputEntry><inputEntry id="c2"><text>&gt; 100</text></inputEntry>
            <outputEntry id="c3"><text>"large"</text></outputEntry></rule>
            <rule id="plain"><inputEntry id="c4"/><inputEntry id="c5"/><outputEntry id="c6"><text>"plain"</text></outputEntry></rule>
            </decisionTable></decision>
            <decision id="fee" name="Fee">
            <informationRequirement id="r3"><requiredDecision href="#points"/></informationRequirement>
            <decisionTable id="tf" hitPolicy="UNIQUE">
            <input id="i3"><inputExpression id="e3"><text>points</text></inputExpression></input>
            <output id="o2" name="amount"/><output id="o3" name="basis"/>
            <rule id="high"><inputEntry id="c7"><text>&gt;= 5</text></inputEntry>
            <outputEntry id="c8"><text>points * 30</text></outputEntry><outputEntry id="c9"><text>"Article 7"</text></outputEntry></rule>
            <rule id="low"><inputEntry id="c10"><text>&lt; 5</text></inputEntry>
            <outputEntry id="c11"><text>80</text></outputEntry><outputEntry id="c12"><text>"Article 8"</text></outputEntry></rule>
            </decisionTable></decision>
            <decision id="points" name="Points">
            <informationRequirement id="r4"><requiredInput href="#capital"/></informationRequirement>
            <informationRequirement id="r5"><requiredDecision href="#size"/></informationRequirement>
            <decisionTable id="tp" hitPolicy="COLLECT" aggregation="SUM">
            <input id="i4"><inputExpression id="e4"><text>capital</text></inputExpression></input>
            <input id="i5"><inputExpression id="e5"><text>sizeOfFirm</text></inputExpression></input>
            <output id="o4" name="n"/>
            <rule id="rich"><inputEntry id="c13"><text>&gt;= 3000</text></inputEntry><inputEntry id="c14"/><outputEntry id="c15"><text>2</text></outputEntry></rule>
            <rule id="bigger"><inputEntry id="c16"/><inputEntry id="c17"><text>"big"</text></inputEntry><outputEntry id="c18"><text>3</text></outputEntry></rule>
            <rule id="each"><inputEntry id="c19"/><inputEntry id="c20"/><outputEntry id="c21"><text>1</text></outputEntry></rule>
            </decisionTable></decision>
            <decision id="size" name="Size of the firm"><variable id="vs" name="sizeOfFirm"/>
            <informationRequirement id="r6"><requiredInput href="#capital"/></informationRequirement>
            <decisionTable id="ts">
            <input id="i6"><inputExpression id="e6"><text>capital</text></inputExpression></input>
            <output id="o5" name="is"/>
            <rule id="b"><inputEntry id="c22"><text>&gt;= 1000</text></inputEntry><outputEntry id="c23"><text>"big"</text></outputEntry></rule>
            <rule id="s"><inputEntry id="c24"><text>&lt; 1000</text></inputEntry><outputEntry id="c25"><text>"small"</text></outputEntry></rule>
            </decisionTable></decision>
            <inputData id="capital" name="Capital"><variable id="vc" name="capital"/></inputData>
            </definitions>
            """;

    /** One whose rows contradict each other for some cases. */
    public static final String CLASH = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="D" namespace="t">
            <decision id="clash" name="Clash"><decisionTable id="t">
            <input id="i1"><inputExpression id="ie1"><text>large</text></inputExpression></input>
            <input id="i2"><inputExpression id="ie2"><text>small</text></inputExpression></input>
            <output id="o1" name="way"/>
            <rule id="one"><inputEntry id="c1"><text>true</text></inputEntry><inputEntry id="c2"><text>-</text></inputEntry>
            <outputEntry id="c3"><text>"one"</text></outputEntry></rule>
            <rule id="two"><inputEntry id="c4"><text>-</text></inputEntry><inputEntry id="c5"><text>true</text></inputEntry>
            <outputEntry id="c6"><text>"two"</text></outputEntry></rule>
            </decisionTable></decision></definitions>
            """;

    private Drawn() {}

    private static List<RuleGraph> decisions(String... dmn) {
        return Stream.of(dmn)
                .flatMap(one ->
                        RuleGraphReader.read("t.dmn", one.getBytes(StandardCharsets.UTF_8)).orElseThrow().stream())
                .toList();
    }

    private static Surroundings around(Map<String, byte[]> others) {
        return new Surroundings(decisions(TABLE, CLASH), others);
    }

    /** A process that calls that of another file. */
    public static Outcome<Process, List<ProcessProblem>> calling(String elements, String called) {
        var other = new String(file(called), StandardCharsets.UTF_8)
                .replace("<process id=\"p\"", "<process id=\"q\"")
                .replaceAll("(?s)(</process>).*", "$1\n<error id=\"y\" errorCode=\"broken\"/></definitions>");
        return ProcessReader.read(
                "p.bpmn", file(elements), around(Map.of("q.bpmn", other.getBytes(StandardCharsets.UTF_8))));
    }

    /** A process that may ask another table. */
    public static Process process(String elements, String dmn) {
        return ProcessReader.read("p.bpmn", file(elements), new Surroundings(decisions(dmn, CLASH), Map.of()))
                .orElseThrow();
    }

    /** The whole file around the elements of one process. */
    public static byte[] file(String elements) {
        return ("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tongqu="https://tongqu.org/bpmn" targetNamespace="t">
                <process id="p" name="许可" isExecutable="true">
                """ + elements
                        + "</process>\n<message id=\"m\" name=\"fee.paid\"/>\n<error id=\"x\" errorCode=\"broken\"/>\n<error id=\"sr\" errorCode=\"service-refused\"/><error id=\"rc\" errorCode=\"rules-conflict\"/>\n<signal id=\"sg\" name=\"licence.suspended\"/>\n<signal id=\"sg2\" name=\"holder.died\"/>\n<message id=\"mr\" name=\"report.in\"/>\n</definitions>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static Process process(String elements) {
        return process(elements, TABLE);
    }

    /** A whole file as an author keeps it. */
    public static Process processOf(byte[] file, Map<String, byte[]> others) {
        return ProcessReader.read("p.bpmn", file, around(others)).orElseThrow();
    }

    public static List<ProcessProblem> problems(String elements) {
        return problemsOfFile(file(elements));
    }

    public static List<ProcessProblem> problemsOfFile(byte[] file) {
        return switch (ProcessReader.read("p.bpmn", file, around(Map.of()))) {
            case Outcome.Done<Process, List<ProcessProblem>> done -> List.of();
            case Outcome.Refused<Process, List<ProcessProblem>>(var problems) -> problems;
        };
    }
}
