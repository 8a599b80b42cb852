package org.tongqu.platform.data.harvest.internal;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.FactoryRDF;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;

/**
 * Parsing RDF of strangers: nothing is fetched on the way, no fault is printed. Whoever names this class wakes the library,
 * which takes a moment: readers do so when they read.
 */
final class Rdf {

    /** Those that fall into statements. */
    static final Set<Lang> STREAMED = Set.of(Lang.TURTLE, Lang.NTRIPLES);

    /** Those that are read into memory. */
    static final Set<Lang> WHOLE = Set.of(Lang.JSONLD, Lang.JSONLD11);

    private Rdf() {}

    static RDFParserBuilder parser(Lang lang, String base) {
        var options = new JsonLdOptions((address, how) -> {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "a context elsewhere is not fetched");
        });
        return RDFParser.create()
                .forceLang(lang)
                .base(base)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                .set(LangJSONLD11.JSONLD_OPTIONS, options)
                .checking(false);
    }

    /** The statements of one Turtle document, parsed one by one with the prefixes said so far. */
    static final class Statements {

        private final PrefixMap prefixes = PrefixMapFactory.create();
        private final FactoryRDF nodes = new OneDocument();
        private String base;

        Statements(String base) {
            this.base = base;
        }

        /** Hands on all of the statements or nothing. @return what is wrong with them; empty when nothing is */
        String parse(String statements, StreamRDF into) {
            var whole = new Whole();
            try {
                RDFParser.create()
                        .forceLang(Lang.TURTLE)
                        .base(base)
                        .prefixes(prefixes)
                        .factory(nodes)
                        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                        .checking(false)
                        .fromString(statements)
                        .parse(whole);
            } catch (RiotException wrong) {
                var said = String.valueOf(wrong.getMessage());
                return said.isEmpty() ? "unreadable" : said;
            }
            whole.triples.forEach(into::triple);
            return "";
        }

        private final class Whole extends StreamRDFBase {
            private final List<Triple> triples = new ArrayList<>();
            private boolean isBegun;

            @Override
            public void triple(Triple triple) {
                triples.add(triple);
            }

            @Override
            public void prefix(String prefix, String iri) {
                prefixes.add(prefix, iri);
            }

            /** Told once at the beginning, and again by each directive. */
            @Override
            public void base(String iri) {
                if (isBegun) {
                    base = iri;
                }
                isBegun = true;
            }
        }
    }

    /** A label means the same node in each statement of a document; what has none is a node of its own. */
    private static final class OneDocument extends FactoryRDFStd {

        @Override
        public Node createBlankNode() {
            return NodeFactory.createBlankNode();
        }

        @Override
        public Node createBlankNode(String label) {
            return NodeFactory.createBlankNode("given:" + label);
        }

        @Override
        public void reset() {}
    }
}
