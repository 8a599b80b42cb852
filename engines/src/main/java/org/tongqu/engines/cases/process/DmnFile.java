package org.tongqu.engines.cases.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The elements of a DMN file, each with its line. Elements that are not evaluated are told as problems. */
final class DmnFile {

    /** DMN 1.3, 1.4 and 1.5. */
    private static final Set<String> DMN = Set.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "https://www.omg.org/spec/DMN/20230324/MODEL/");

    private static final Set<String> KNOWN =
            Set.of(("definitions decision decisionTable variable input inputExpression output defaultOutputEntry rule"
                            + " inputEntry outputEntry annotation annotationEntry text description extensionElements"
                            + " inputData informationRequirement requiredDecision requiredInput")
                    .split(" "));

    private static final int LARGEST = 1024 * 1024;
    private static final int DEEPEST = 20;

    private final Problems problems;

    DmnFile(Problems problems) {
        this.problems = problems;
    }

    /** One element with what is inside it. */
    record Element(
            String name, Map<String, String> attributes, List<Element> children, int line, StringBuilder content) {

        String attribute(String key) {
            return attributes.getOrDefault(key, "").strip();
        }

        List<Element> all(String child) {
            return children.stream().filter(one -> one.name().equals(child)).toList();
        }

        String textOf(String child) {
            return all(child).stream()
                    .findFirst()
                    .map(one -> one.all("text").isEmpty()
                            ? one.content().toString().strip()
                            : one.all("text").getFirst().content().toString().strip())
                    .orElse("");
        }

        String text() {
            return all("text").isEmpty()
                    ? ""
                    : all("text").getFirst().content().toString().strip();
        }
    }

    /** The elements that are read; all others are refused. */
    static Set<String> elements() {
        return KNOWN;
    }

    /** The definitions with everything of DMN inside them; null where the file cannot be read at all. */
    @Nullable
    Element root(byte[] dmn) {
        if (dmn.length > LARGEST) {
            problems.at(0, "", "too-large", String.valueOf(dmn.length), String.valueOf(LARGEST));
            return null;
        }
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(dmn));
            try {
                return tree(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            var line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            problems.at(Math.max(0, line), "", "not-xml", Inventory.firstLine(broken.getMessage()));
            return null;
        }
    }

    private @Nullable Element tree(XMLStreamReader reader) throws XMLStreamException {
        var open = new ArrayList<Element>();
        Element root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> {
                    problems.at(reader.getLocation().getLineNumber(), "", "doctype");
                    return null;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    var element = element(reader);
                    if (open.size() >= DEEPEST) {
                        problems.at(element.line(), "", "too-deep", String.valueOf(DEEPEST));
                        return null;
                    }
                    if (root == null && (!isDmn(reader) || !element.name().equals("definitions"))) {
                        problems.at(element.line(), "", "not-dmn", reader.getLocalName());
                        return null;
                    }
                    root = root == null ? element : root;
                    if (!open.isEmpty() && isDmn(reader)) {
                        open.getLast().children().add(element);
                        known(element);
                    }
                    open.add(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.getLast().content().append(reader.getText());
                    }
                }
                default -> {}
            }
        }
        return root;
    }

    private void known(Element element) {
        if (!KNOWN.contains(element.name())) {
            problems.at(element.line(), element.attribute("id"), "table-element-unknown", element.name());
        }
        if (!Set.of("", "feel").contains(language(element))) {
            problems.at(
                    element.line(),
                    element.attribute("id"),
                    "language-unknown",
                    element.attribute("expressionLanguage"));
        }
    }

    private static String language(Element element) {
        var language = element.attribute("expressionLanguage");
        return language.matches("https://www\\.omg\\.org/spec/DMN/[0-9]+/FEEL/") ? "feel" : language;
    }

    private static boolean isDmn(XMLStreamReader reader) {
        return reader.getNamespaceURI() != null && DMN.contains(reader.getNamespaceURI());
    }

    private static Element element(XMLStreamReader reader) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new Element(
                reader.getLocalName(),
                attributes,
                new ArrayList<>(),
                reader.getLocation().getLineNumber(),
                new StringBuilder());
    }
}
