package org.tongqu.platform.data.harvest.internal;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RiotException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.harvest.Fault;
import org.tongqu.platform.data.harvest.Source;
import org.tongqu.platform.data.harvest.internal.Broken.Why;
import org.tongqu.platform.operate.web.CallableAddresses;

/**
 * Reads documents of DCAT, page after page where Hydra links them. Of Turtle a broken statement costs itself alone; of
 * RDF/XML what stands before the fault is kept; JSON-LD has to be of a size that fits into memory.
 */
@Component
class DcatReader implements SourceReader {

    private static final String ACCEPT =
            "text/turtle, application/n-triples;q=0.9, application/rdf+xml;q=0.8, application/ld+json;q=0.7";
    private static final int AT_ONCE = 200;
    private static final int TOGETHER = 100;
    private static final int TOGETHER_LENGTH = 1 << 18;

    private final Fetcher fetcher;

    DcatReader(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public Set<Source.Kind> kinds() {
        return EnumSet.of(Source.Kind.DCAT, Source.Kind.TONGQU);
    }

    /** Behind so many datasets of the page at the address. */
    private record Place(String address, long datasets) {

        static Place of(String cursor, String first) {
            if (cursor.isEmpty()) {
                return new Place(first, 0);
            }
            var space = cursor.indexOf(' ');
            return new Place(cursor.substring(space + 1), Long.parseLong(cursor.substring(0, space)));
        }

        @Override
        public String toString() {
            return datasets + " " + address;
        }
    }

    private static String first(Source.Declared source) {
        return switch (source.kind()) {
            case TONGQU ->
                source.address().replaceAll("/+$", "").replaceAll("/data(/catalog\\.ttl)?$", "")
                        + "/data/catalog.ttl?after=";
            case CKAN, DCAT -> source.address();
        };
    }

    @Override
    public void read(Source.Declared source, String cursor, Sink sink) {
        var place = Place.of(cursor, first(source));
        var met = new HashSet<String>();
        while (!place.address().isEmpty()) {
            if (!met.add(place.address())) {
                throw new Broken(Why.REDIRECTED, place.address());
            }
            place = new Place(new Page(source, place, sink).read(), 0);
            if (!place.address().isEmpty()) {
                sink.page(place.toString());
            }
        }
    }

    @Override
    public Outcome<Described, Fault> again(Source.Declared source, String raw) {
        var found = new ArrayList<Described>();
        var gatherers = new ArrayList<Gatherer>();
        gatherers.add(
                new Gatherer(thing -> found.add(new Dcat(gatherers.getFirst()::find).describe(thing)), next -> {}));
        try {
            Rdf.parser(Lang.TURTLE, source.address())
                    .source(new StringReader(Dcat.PREFIXES + raw))
                    .parse(gatherers.getFirst());
        } catch (RiotException wrong) {
            return Outcome.refused(new Fault(Fault.Why.UNREADABLE, "", String.valueOf(wrong.getMessage())));
        }
        gatherers.getFirst().end();
        return found.isEmpty()
                ? Outcome.refused(new Fault(Fault.Why.MISSING, "dataset", ""))
                : Outcome.done(found.getFirst());
    }

    /** One document. */
    private final class Page {
        private final Source.Declared source;
        private final Place place;
        private final Sink sink;
        private final Gatherer gatherer = new Gatherer(this::dataset, this::next);
        private final Dcat dcat = new Dcat(gatherer::find);
        private String next = "";
        private long datasets;

        Page(Source.Declared source, Place place, Sink sink) {
            this.source = source;
            this.place = place;
            this.sink = sink;
        }

        /** @return the address of the next page; empty when it is the last */
        String read() {
            var address = CallableAddresses.parse(place.address())
                    .orElseThrow(() -> new Broken(Why.ADDRESS_REFUSED, place.address()));
            var answer = fetcher.document(new Fetcher.Asked(address, source.line(), ACCEPT));
            try {
                parse(answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                Fetcher.remove(answer.body());
            }
            return next.isEmpty() ? "" : address.resolve(next).toString();
        }

        private void parse(Fetcher.Answer<Path> answer) throws IOException {
            var lang = lang(answer);
            if (Rdf.STREAMED.contains(lang)) {
                blocks(answer);
            } else if (!Rdf.WHOLE.contains(lang) || Files.size(answer.body()) <= fetcher.largestPage()) {
                whole(answer, lang);
            } else {
                throw new Broken(Why.TOO_LARGE, String.valueOf(Files.size(answer.body())));
            }
            gatherer.end();
            sink.page(new Place(place.address(), datasets).toString());
        }

        private static Lang lang(Fetcher.Answer<Path> answer) {
            var type = answer.type().replaceAll(";.*$", "").strip();
            if (type.equals("text/html")) {
                throw new Broken(Why.UNREADABLE, type);
            }
            var said = RDFLanguages.contentTypeToLang(type);
            return isRdf(said) ? said : named(answer.at());
        }

        private static Lang named(URI address) {
            var said = RDFLanguages.pathnameToLang(String.valueOf(address.getPath()));
            return isRdf(said) ? said : Lang.TURTLE;
        }

        private static boolean isRdf(@Nullable Lang lang) {
            return lang != null
                    && (Rdf.STREAMED.contains(lang) || Rdf.WHOLE.contains(lang) || lang.equals(Lang.RDFXML));
        }

        private void whole(Fetcher.Answer<Path> answer, Lang lang) throws IOException {
            try (var in = new BufferedInputStream(Files.newInputStream(answer.body()))) {
                Rdf.parser(lang, answer.at().toString()).source(in).parse(gatherer);
            } catch (RiotException wrong) {
                gatherer.end();
                sink.page(new Place(place.address(), datasets).toString());
                throw new Broken(Why.UNREADABLE, String.valueOf(wrong.getMessage()));
            }
        }

        private void blocks(Fetcher.Answer<Path> answer) throws IOException {
            try (var in = new BufferedReader(
                    new InputStreamReader(Files.newInputStream(answer.body()), StandardCharsets.UTF_8))) {
                var blocks = new TurtleBlocks(in, RecordRules.LONGEST);
                var parser = new Rdf.Statements(answer.at().toString());
                for (int count = together(blocks, parser); count != 0; count = together(blocks, parser)) {
                    // What cannot be read together is read again one by one.
                    for (int one = 0; one < -count; one++) {
                        blocks.next().ifPresent(block -> single(blocks, block, parser));
                    }
                }
            }
        }

        /** @return how many statements were handed on together; how many were not, as a negative number */
        private int together(TurtleBlocks blocks, Rdf.Statements parser) throws IOException {
            var text = new StringBuilder();
            var isWhole = true;
            int count = 0;
            blocks.mark();
            while (isWhole && count < TOGETHER && text.length() < TOGETHER_LENGTH) {
                var block = blocks.next();
                if (block.isEmpty()) {
                    break;
                }
                count++;
                isWhole = block.get().isWhole();
                text.append(block.get().text()).append('\n');
            }
            if (count == 0
                    || (isWhole && parser.parse(text.toString(), gatherer).isEmpty())) {
                return count;
            }
            blocks.reset();
            return -count;
        }

        private void single(TurtleBlocks blocks, TurtleBlocks.Block block, Rdf.Statements parser) {
            var fault = block.isWhole() ? parser.parse(block.text(), gatherer) : "longer than " + RecordRules.LONGEST;
            if (!fault.isEmpty()) {
                var why = block.isWhole() ? Fault.Why.UNREADABLE : Fault.Why.TOO_LARGE;
                refuse(new Fault(why, "", fault), block.text());
                blocks.resume();
            }
        }

        private void next(String address) {
            next = address;
        }

        private void dataset(Thing thing) {
            if (!counts()) {
                return;
            }
            if (thing.isTooLarge()) {
                sink.refuse(new Fault(Fault.Why.TOO_LARGE, "", String.valueOf(thing.size())), dcat.raw(thing));
            } else {
                sink.take(dcat.describe(thing), () -> dcat.raw(thing));
            }
            keep();
        }

        private void refuse(Fault fault, String raw) {
            if (counts()) {
                sink.refuse(fault, raw);
                keep();
            }
        }

        /** Whether it stands behind what an earlier reading kept. */
        private boolean counts() {
            datasets++;
            return datasets > place.datasets();
        }

        private void keep() {
            if (datasets % AT_ONCE == 0) {
                sink.page(new Place(place.address(), datasets).toString());
            }
        }
    }
}
