package org.tongqu.engines.cases.process;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A light first pass over a file: refuses what must not even be parsed, notes the line of each element and reports
 * every element and attribute the executor has no meaning for, so that nothing is silently ignored.
 */
final class Inventory {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String TONGQU = "https://tongqu.org/bpmn";

    /** Far deeper than any drawing nests, far shallower than what exhausts a stack. */
    private static final int DEEPEST = 60;

    /** What is executed, and what is only drawn or read by people. */
    private static final Set<String> KNOWN = Set.of(
            ("definitions process startEvent endEvent userTask serviceTask exclusiveGateway parallelGateway sequenceFlow"
                            + " conditionExpression boundaryEvent intermediateCatchEvent timerEventDefinition"
                            + " terminateEventDefinition incoming outgoing extensionElements documentation laneSet"
                            + " lane flowNodeRef childLaneSet collaboration participant messageFlow textAnnotation"
                            + " text association group category categoryValue multiInstanceLoopCharacteristics"
                            + " completionCondition loopCardinality inclusiveGateway eventBasedGateway receiveTask"
                            + " sendTask message messageEventDefinition subProcess error errorEventDefinition"
                            + " signal signalEventDefinition intermediateThrowEvent businessRuleTask callActivity")
                    .split(" "));

    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("sendTask", Set.of("action", "with")),
            Map.entry("startEvent", Set.of("starts", "after")),
            Map.entry(
                    "userTask",
                    Set.of(
                            "performer",
                            "limit",
                            "clock",
                            "form",
                            "may",
                            "supplements",
                            "clocks",
                            "basis",
                            "organisation")),
            Map.entry("multiInstanceLoopCharacteristics", Set.of("decides", "voices", "each")),
            Map.entry("serviceTask", Set.of("action", "with")),
            Map.entry("businessRuleTask", Set.of("decision")),
            Map.entry("sequenceFlow", Set.of("when")),
            Map.entry("boundaryEvent", Set.of("after")),
            Map.entry("intermediateCatchEvent", Set.of("after")),
            Map.entry("intermediateThrowEvent", Set.of("action", "with")),
            Map.entry("endEvent", Set.of("result", "action", "with")));

    private static final Map<String, Set<String>> EXTENSIONS = Map.of(
            "outcome", Set.of("code", "starts", "ends", "reason", "once", "needs", "fee"),
            "special", Set.of("code", "limit", "basis"),
            "promise", Set.of("within", "remind", "otherwise"));

    private final Problems problems;
    private final Map<String, Integer> lines = new HashMap<>();
    private int depth;
    private int unknownSince = Integer.MAX_VALUE;

    private Inventory(Problems problems) {
        this.problems = problems;
    }

    /** The elements that are read; all others are refused. */
    static Set<String> elements() {
        return KNOWN;
    }

    /** Our own attributes, by element; all others are refused. */
    static Map<String, Set<String>> attributes() {
        return ATTRIBUTES;
    }

    /** Our own elements with their attributes. */
    static Map<String, Set<String>> extensions() {
        return EXTENSIONS;
    }

    /** Whether the file can be parsed at all; what is wrong with it otherwise stands in the problems. */
    static boolean take(byte[] bpmn, Problems problems) {
        var inventory = new Inventory(problems);
        var parseable = inventory.read(bpmn);
        problems.linesAre(inventory.lines);
        return parseable;
    }

    private boolean read(byte[] bpmn) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bpmn));
            try {
                return readAll(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            var line = broken.getLocation() == null
                    ? 0
                    : Math.max(0, broken.getLocation().getLineNumber());
            problems.at(line, "", "not-xml", firstLine(broken.getMessage()));
            return false;
        }
    }

    private boolean readAll(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> {
                    problems.at(reader.getLocation().getLineNumber(), "", "doctype");
                    return false;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        problems.at(reader.getLocation().getLineNumber(), "", "too-deep", String.valueOf(DEEPEST));
                        return false;
                    }
                    if (depth == 1 && !isBpmn(reader, "definitions")) {
                        problems.at(reader.getLocation().getLineNumber(), "", "not-bpmn", reader.getLocalName());
                        return false;
                    }
                    element(reader);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth-- == unknownSince) {
                        unknownSince = Integer.MAX_VALUE;
                    }
                }
                default -> {}
            }
        }
        return true;
    }

    private void element(XMLStreamReader reader) {
        var line = reader.getLocation().getLineNumber();
        var id = attribute(reader, "id");
        if (!id.isEmpty()) {
            lines.putIfAbsent(id, line);
        }
        if (depth > unknownSince) {
            return;
        }
        var name = reader.getLocalName();
        if (BPMN.equals(reader.getNamespaceURI())) {
            if (!KNOWN.contains(name)) {
                unknownSince = depth;
                problems.at(line, id, "element-unknown", name);
                return;
            }
            attributes(reader, line, id, ATTRIBUTES.getOrDefault(name, Set.of()), TONGQU);
        } else if (TONGQU.equals(reader.getNamespaceURI())) {
            if (EXTENSIONS.containsKey(name)) {
                attributes(reader, line, id, EXTENSIONS.getOrDefault(name, Set.of()), null);
            } else {
                problems.at(line, id, "extension-unknown", name);
            }
        }
    }

    private void attributes(
            XMLStreamReader reader, int line, String id, Set<String> known, @Nullable String namespace) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var name = reader.getAttributeLocalName(i);
            var uri = reader.getAttributeNamespace(i);
            var ours = namespace == null ? uri == null || uri.isEmpty() : namespace.equals(uri);
            if (ours && !known.contains(name)) {
                problems.at(
                        line,
                        id,
                        "attribute-unknown",
                        name,
                        reader.getLocalName(),
                        known.isEmpty() ? "-" : String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static boolean isBpmn(XMLStreamReader reader, String name) {
        return BPMN.equals(reader.getNamespaceURI()) && name.equals(reader.getLocalName());
    }

    private static String attribute(XMLStreamReader reader, String name) {
        var value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    static String firstLine(@Nullable String message) {
        if (message == null) {
            return "";
        }
        var marker = message.lastIndexOf("Message: ");
        return (marker < 0 ? message : message.substring(marker + "Message: ".length()))
                .lines()
                .findFirst()
                .orElse("");
    }
}
