package org.tongqu.house;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What the pom of a library states about it. */
record Pom(Path file, Element project) {

    static Pom read(Path file) {
        return of(file, Repository.text(file));
    }

    static Pom of(Path file, String text) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            return new Pom(file, document.getDocumentElement());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException("Cannot read " + file, broken);
        }
    }

    String group() {
        return children(project, "groupId")
                .map(Pom::text)
                .findFirst()
                .or(() -> findParent().map(parent -> child(parent, "groupId")))
                .orElseThrow();
    }

    /** The licences by their SPDX names where we know them, else as written; the parent's where there are none. */
    TreeSet<String> licences() {
        var own = new TreeSet<String>();
        children(project, "licenses")
                .flatMap(all -> children(all, "license"))
                .map(licence -> spdx(child(licence, "name")))
                .forEach(own::add);
        return own.isEmpty() ? findParent().map(this::pomOf).map(Pom::licences).orElse(own) : own;
    }

    private Optional<Element> findParent() {
        return children(project, "parent").findFirst();
    }

    private Pom pomOf(Element parent) {
        var group = child(parent, "groupId");
        var artifact = child(parent, "artifactId");
        var version = child(parent, "version");
        var depth = group().split("\\.", -1).length + 3;
        var repository = file.resolve("../".repeat(depth)).normalize();
        return Pom.read(repository
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom"));
    }

    private static String spdx(String name) {
        var small = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
        if (small.matches(".*apache.* 2( 0)?\\b.*|asl 2 0")) {
            return "Apache-2.0";
        }
        if (small.matches("(the )?mit( license)?")) {
            return "MIT";
        }
        if (small.matches("(the )?bsd 2 clause( license)?")) {
            return "BSD-2-Clause";
        }
        if (small.matches("(eclipse public license|epl)\\b.*2 0")) {
            return "EPL-2.0";
        }
        if (small.matches("(eclipse public license|epl)\\b.*1 0")) {
            return "EPL-1.0";
        }
        return name.strip();
    }

    private static String child(Element parent, String name) {
        return children(parent, name).map(Pom::text).findFirst().orElse("");
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private static Stream<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast);
    }
}
