package org.tongqu.engines.cases._support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.engines.cases.process.ProcessProblem;
import org.tongqu.engines.cases.process.ProcessReader;
import org.tongqu.engines.cases.process.RuleTable;
import org.tongqu.engines.cases.process.RuleTableReader;
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

    private Drawn() {}

    private static List<RuleTable> tables(String dmn) {
        return List.of(RuleTableReader.read("t.dmn", dmn.getBytes(StandardCharsets.UTF_8))
                .orElseThrow());
    }

    private static Surroundings around(Map<String, byte[]> others) {
        return new Surroundings(tables(TABLE), others);
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
        return ProcessReader.read("p.bpmn", file(elements), new Surroundings(tables(dmn), Map.of()))
                .orElseThrow();
    }

    /** The whole file around the elements of one process. */
    public static byte[] file(String elements) {
        return ("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tongqu="https://tongqu.org/bpmn" targetNamespace="t">
                <process id="p" name="许可" isExecutable="true">
                """ + elements
                        + "</process>\n<message id=\"m\" name=\"fee.paid\"/>\n<error id=\"x\" errorCode=\"broken\"/>\n<signal id=\"sg\" name=\"licence.suspended\"/>\n<signal id=\"sg2\" name=\"holder.died\"/>\n<message id=\"mr\" name=\"report.in\"/>\n</definitions>\n")
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
