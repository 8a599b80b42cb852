package org.tongqu.platform.matter.processes.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A process file brought into one form: a line for each element and text, attributes in order, what means nothing left out.
 *
 * @param elements by id, what stands in a process or beside it
 * @param places   where each is drawn
 */
record ProcessText(List<String> lines, Map<String, Element> elements, Map<String, String> places) {

    /** @param lines the element and all inside that is no element of the process itself */
    record Element(String type, String name, List<String> lines) {}

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DRAWN = "http://www.omg.org/spec/BPMN/20100524/DI";

    /** What an editor leaves out or writes because it says nothing new. */
    private static final Map<String, String> USUAL = Map.of(
            "cancelActivity", "true",
            "isInterrupting", "true",
            "isSequential", "false",
            "triggeredByEvent", "false",
            "parallelMultiple", "false",
            "gatewayDirection", "Unspecified",
            "isExecutable", "true");

    private static final Set<String> ABOUT = Set.of("exporter", "exporterVersion", "targetNamespace");
    /** What belongs to the element around it, also when it has an id. */
    private static final Set<String> DETAILS = Set.of(
            "multiInstanceLoopCharacteristics",
            "conditionExpression",
            "completionCondition",
            "loopCardinality",
            "documentation",
            "extensionElements");

    private static final Set<String> REPEATED = Set.of("incoming", "outgoing");

    /** Reads a file; of one that is no XML the lines as they are. Nothing outside of the file is ever looked at. */
    static ProcessText of(byte[] bpmn) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bpmn));
            try {
                return new Reading(reader).all();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException notXml) {
            return new ProcessText(
                    new String(bpmn, StandardCharsets.UTF_8).lines().toList(), Map.of(), Map.of());
        }
    }

    private static final class Reading {

        private final XMLStreamReader reader;
        private final List<String> lines = new ArrayList<>();
        private final Map<String, Element> elements = new LinkedHashMap<>();
        private final Map<String, String> places = new TreeMap<>();

        Reading(XMLStreamReader reader) {
            this.reader = reader;
        }

        ProcessText all() throws XMLStreamException {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    element(0, new ArrayList<>());
                }
            }
            return new ProcessText(lines, elements, places);
        }

        /** Reads the element the reader stands on. @param around the lines of the element it belongs to */
        private void element(int depth, List<String> around) throws XMLStreamException {
            var type = reader.getLocalName();
            if (DRAWN.equals(reader.getNamespaceURI())) {
                drawn(new StringBuilder());
                return;
            }
            var isOwn = BPMN.equals(reader.getNamespaceURI());
            var isRepeated = isOwn && REPEATED.contains(type);
            var id = String.valueOf(reader.getAttributeValue(null, "id"));
            var name = reader.getAttributeValue(null, "name");
            var isMember = isOwn && depth > 0 && reader.getAttributeValue(null, "id") != null && isMember(type);
            List<String> own = isMember ? new ArrayList<>() : around;
            if (!isRepeated) {
                add("  ".repeat(depth) + said(type, isMember || depth < 2), own);
            }
            if (isMember) {
                elements.put(id, new Element(type, name == null ? "" : name, own));
            }
            inside(depth, own, isRepeated);
        }

        private static boolean isMember(String type) {
            return !type.endsWith("EventDefinition") && !DETAILS.contains(type);
        }

        private void inside(int depth, List<String> own, boolean isRepeated) throws XMLStreamException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> element(depth + 1, own);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        var text = reader.getText().strip();
                        if (!text.isEmpty() && !isRepeated) {
                            add("  ".repeat(depth + 1) + text, own);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        return;
                    }
                    default -> {}
                }
            }
        }

        private void add(String line, List<String> own) {
            lines.add(line);
            own.add(line.strip());
        }

        private String said(String type, boolean isNamed) {
            var attributes = new TreeMap<String, String>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                var name = reader.getAttributeLocalName(i);
                var value = reader.getAttributeValue(i);
                var isPlain = reader.getAttributeNamespace(i) == null
                        || reader.getAttributeNamespace(i).isEmpty();
                var says = !isPlain
                        || !value.equals(USUAL.get(name)) && !ABOUT.contains(name) && (isNamed || !name.equals("id"));
                if (says) {
                    attributes.put(isPlain ? name : reader.getAttributePrefix(i) + ":" + name, value);
                }
            }
            var said = new StringBuilder(type);
            attributes.forEach((name, value) ->
                    said.append(' ').append(name).append("=\"").append(value).append('"'));
            return said.toString();
        }

        /** What is drawn where; inside it nothing is but places. */
        private void drawn(StringBuilder place) throws XMLStreamException {
            var element = reader.getAttributeValue(null, "bpmnElement");
            var isPlane = reader.getLocalName().equals("BPMNDiagram")
                    || reader.getLocalName().equals("BPMNPlane");
            for (int depth = 1; depth > 0 && reader.hasNext(); ) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (isPlane) {
                            drawn(new StringBuilder());
                        } else {
                            depth++;
                            place.append(numbers());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
            if (element != null && !isPlane) {
                places.put(element, place.toString());
            }
        }

        private String numbers() {
            var numbers = new TreeMap<String, String>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                numbers.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            numbers.remove("id");
            return reader.getLocalName() + numbers;
        }
    }
}
