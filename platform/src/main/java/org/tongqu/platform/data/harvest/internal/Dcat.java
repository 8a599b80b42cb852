package org.tongqu.platform.data.harvest.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.tongqu.platform.data.harvest.ForeignRecord.Offer;
import org.tongqu.platform.data.harvest.internal.Described.Part;

/** The words of DCAT, and what they say of a dataset. */
final class Dcat {

    static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    static final String DCAT = "http://www.w3.org/ns/dcat#";
    static final String DATASET = DCAT + "Dataset";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

    /** As catalogues commonly shorten names, for a statement that is kept without its document. */
    static final String PREFIXES = """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
            PREFIX adms: <http://www.w3.org/ns/adms#>
            PREFIX schema: <http://schema.org/>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private final Function<Node, Optional<Thing>> things;

    /** @param things what is known of others that a dataset names */
    Dcat(Function<Node, Optional<Thing>> things) {
        this.things = things;
    }

    Described describe(Thing dataset) {
        var parts = new EnumMap<Part, String>(Part.class);
        parts.put(Part.IDENTIFIER, first(dataset.address(), dataset.text(DCT + "identifier")));
        parts.put(Part.TITLE, dataset.text(DCT + "title"));
        parts.put(Part.DESCRIPTION, dataset.text(DCT + "description"));
        parts.put(Part.PUBLISHER, named(dataset, DCT + "publisher", FOAF + "name"));
        parts.put(Part.MODIFIED, first(dataset.text(DCT + "modified"), dataset.text(DCT + "issued")));
        parts.put(Part.LICENCE, named(dataset, DCT + "license", DCT + "title"));
        parts.put(Part.RIGHTS, named(dataset, DCT + "accessRights", SKOS + "prefLabel"));
        parts.put(Part.LANDING, landing(dataset));
        var themes = Stream.concat(
                        dataset.all(DCAT + "theme").stream().map(theme -> name(theme, SKOS + "prefLabel")),
                        dataset.all(DCAT + "keyword").stream()
                                .filter(Node::isLiteral)
                                .map(Node::getLiteralLexicalForm))
                .toList();
        return new Described(parts, themes, offers(dataset));
    }

    private String landing(Thing dataset) {
        var page = dataset.one(DCAT + "landingPage")
                .filter(Node::isURI)
                .map(Node::getURI)
                .orElse("");
        return page.isEmpty() && RecordRules.isAddress(dataset.address()) ? dataset.address() : page;
    }

    private List<Offer> offers(Thing dataset) {
        var offers = new ArrayList<Offer>();
        for (var node : dataset.all(DCAT + "distribution")) {
            things.apply(node)
                    .ifPresent(distribution -> offers.add(new Offer(
                            distribution.text(DCT + "title"),
                            first(
                                    named(distribution, DCT + "format", DCT + "title"),
                                    named(distribution, DCAT + "mediaType", DCT + "title")),
                            Stream.of("downloadURL", "accessURL")
                                    .flatMap(name -> distribution.one(DCAT + name).stream())
                                    .filter(Node::isURI)
                                    .map(Node::getURI)
                                    .findFirst()
                                    .orElse(""))));
        }
        return offers;
    }

    private String named(Thing thing, String property, String name) {
        return thing.one(property).map(value -> name(value, name)).orElse("");
    }

    /** What a thing is called, or the end of its address. */
    private String name(Node value, String property) {
        if (value.isLiteral()) {
            return value.getLiteralLexicalForm();
        }
        var called = things.apply(value).map(thing -> thing.text(property)).orElse("");
        return called.isEmpty() && value.isURI() ? value.getURI().replaceAll("^.*[/#](?=[^/#]+$)", "") : called;
    }

    /** A dataset and what it names, as it is kept when it cannot be taken over. */
    String raw(Thing dataset) {
        var out = new StringBuilder();
        dataset.write(out);
        for (var property : List.of(DCAT + "distribution", DCT + "publisher", DCT + "license", DCAT + "theme")) {
            for (var node : dataset.all(property)) {
                things.apply(node).ifPresent(thing -> thing.write(out));
            }
        }
        return out.toString();
    }

    private static String first(String one, String other) {
        return one.isBlank() ? other : one;
    }
}
