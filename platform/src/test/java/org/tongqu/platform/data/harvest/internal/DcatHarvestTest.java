package org.tongqu.platform.data.harvest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.catalog.Description.Openness;
import org.tongqu.platform.data.catalog.Item.Sensitivity;
import org.tongqu.platform.data.harvest.Fault.Why;
import org.tongqu.platform.data.harvest.HarvestRun.Counts;
import org.tongqu.platform.data.harvest.HarvestRun.State;
import org.tongqu.platform.data.harvest.Source;

/** FEATURE: documents of DCAT are read statement by statement, and other platforms of our kind page by page. */
class DcatHarvestTest {

    static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;
    private static final String OFFICE =
            "<https://d.example/office> a foaf:Agent ; foaf:name \"Office\"@en, \"统计局\"@zh .\n";

    private final Harvesting harvesting = new Harvesting(StartedPlatform.shared());
    private final ForeignServer server = new ForeignServer(asked -> {});

    @AfterEach
    void close() {
        server.close();
    }

    private static String id(int number) {
        return "https://d.example/set/" + number;
    }

    static String dataset(int number) {
        return String.format(Locale.ROOT, """
                <%1$s> a dcat:Dataset ;
                    dct:title "数据集 %2$d"@zh, "Dataset %2$d"@en ;
                    dct:description "说明。\\n第二行 ." ;
                    dct:publisher <https://d.example/office> ;
                    dct:modified "2026-05-0%3$d"^^xsd:date ;
                    dcat:keyword "水" ;
                    dcat:distribution [ a dcat:Distribution ; dct:title "表" ; dcat:downloadURL <%1$s.csv> ] .

                """, id(number), number, 1 + number % 9);
    }

    private static String datasets(int from, int to) {
        return IntStream.range(from, to).mapToObj(DcatHarvestTest::dataset).collect(Collectors.joining());
    }

    private void serves(String type, String document) {
        server.does(asked -> ForeignServer.answer(asked, type, document));
    }

    private Source source() {
        return harvesting.source(Source.Kind.DCAT, server.address() + "/catalog");
    }

    @Test
    void aDocumentIsReadAndItsBrokenStatementsCostThemselvesAlone() {
        serves(
                "text/turtle; charset=utf-8",
                PREFIXES
                        + datasets(0, 250)
                        + dataset(250).replace("\"数据集 250\"@zh, \"Dataset 250\"@en", "\" \"")
                        + dataset(251).replace("dct:title \"数据集 251\"@zh", "dct:title \"数据集 251@zh")
                        + dataset(252).replace("\"说明。\\n第二行 .\"", "\"\"\"没有结尾")
                        + dataset(253).replace("dcat:keyword", "nobody:keyword")
                        + dataset(254).replace("说明。", "x".repeat(2 << 20))
                        + dataset(255).replace("2026-05-0", "昨天")
                        + datasets(256, 260)
                        + OFFICE);
        var source = source();

        var run = harvesting.harvested(source);

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.counts().fresh()).isEqualTo(254);
        assertThat(harvesting.rejected(source))
                .extracting(one -> one.identifier(), one -> one.fault().why())
                .contains(
                        tuple(id(250), Why.MISSING),
                        tuple(id(251), Why.UNREADABLE),
                        // Its text goes on until it is too long, and is given up there.
                        tuple(id(252), Why.TOO_LARGE),
                        tuple(id(253), Why.UNREADABLE),
                        tuple(id(254), Why.TOO_LARGE),
                        tuple(id(255), Why.NOT_A_MOMENT));
        var last = harvesting.entry(source, id(259)).record();
        assertThat(last.title()).isEqualTo("数据集 259");
        assertThat(last.publisher()).isEqualTo("统计局");
        assertThat(last.description()).isEqualTo("说明。\n第二行 .");
        assertThat(last.offers()).extracting("title", "address").containsExactly(tuple("表", id(259) + ".csv"));
        assertThat(harvesting.harvested(source).counts())
                .extracting("fresh", "changed")
                .containsExactly(0L, 0L);
    }

    @Test
    void theDemosNeighbourHasSixtyRecordsOfWhichTwoAreWrongAndMovesWithEachStart() {
        var first = harvesting.demo();
        first.open();
        var source = harvesting.named("沧宁市公共数据开放目录");
        assertThat(harvesting.harvested(source).counts()).isEqualTo(new Counts(60, 58, 0, 0, 2, 0));
        first.destroy();

        var second = harvesting.demo();
        second.open();
        assertThat(harvesting.harvested(harvesting.named(source.said().name())).counts())
                .isEqualTo(new Counts(60, 0, 0, 58, 2, 0));
        second.destroy();
    }

    @Test
    void theOtherFormsSayTheSame() {
        var turtle = PREFIXES + OFFICE + datasets(0, 3);
        var graph = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
        serves("text/turtle", turtle);
        var source = source();
        harvesting.harvested(source);

        for (var lang : new Lang[] {Lang.NTRIPLES, Lang.RDFXML, Lang.JSONLD11}) {
            serves(
                    lang.getContentType().getContentTypeStr(),
                    RDFWriter.source(graph).lang(lang).asString());

            assertThat(harvesting.harvested(source).counts())
                    .as(lang.getName())
                    .isEqualTo(new Counts(3, 0, 0, 3, 0, 0));
        }
    }

    @Test
    void nothingIsFetchedThatADocumentNames() {
        serves(
                "application/ld+json",
                "{\"@context\":\"" + server.address() + "/context\",\"@id\":\"http://a.example/\"}");
        assertThat(harvesting.harvested(source()).halt().reason()).isEqualTo("unreadable");
        assertThat(server.requests()).containsExactly("/catalog");

        serves(
                "application/rdf+xml",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"" + server.address() + "/entity\">]>"
                        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">&b;</rdf:RDF>");
        harvesting.harvested(harvesting.source(Source.Kind.DCAT, server.address() + "/catalog.rdf"));
        assertThat(server.requests()).containsExactly("/catalog", "/catalog.rdf");
    }

    @Test
    void redirectionsAreFollowedAsFarAsTheyMayLead() {
        server.does(asked -> {
            asked.getResponseHeaders()
                    .set(
                            "Location",
                            switch (asked.getRequestURI().getPath()) {
                                case "/catalog" -> "/there";
                                case "/inside" -> "http://169.254.169.254/catalog";
                                default -> "/again";
                            });
            if (asked.getRequestURI().getPath().equals("/there")) {
                ForeignServer.answer(asked, "text/turtle", PREFIXES + OFFICE + datasets(0, 2));
            } else {
                asked.sendResponseHeaders(302, -1);
            }
        });

        assertThat(harvesting.harvested(source()).counts().fresh()).isEqualTo(2);
        for (var end :
                Map.of("/inside", "address-refused", "/again", "redirected").entrySet()) {
            var run = harvesting.harvested(harvesting.source(Source.Kind.DCAT, server.address() + end.getKey()));
            assertThat(run.state()).isEqualTo(State.BROKEN);
            assertThat(run.halt().reason()).isEqualTo(end.getValue());
        }
    }

    @Test
    void pagesThatAreLinkedAreFollowedAndReadingGoesOnWithTheOneThatBroke() {
        var hydra = "<> <http://www.w3.org/ns/hydra/core#next> <catalog?page=%d> .\n";
        server.does(asked -> {
            var query = String.valueOf(asked.getRequestURI().getQuery());
            var page = query.startsWith("page=") ? Integer.parseInt(query.substring(5)) : 0;
            var body = PREFIXES
                    + OFFICE
                    + datasets(page * 10, page * 10 + 10)
                    + (page < 3 ? hydra.formatted(page + 1) : "");
            if (page == 2 && server.requests().size() == 3) {
                ForeignServer.breakOff(asked, body.getBytes(StandardCharsets.UTF_8));
            }
            ForeignServer.answer(asked, "text/turtle", body);
        });

        var broken = harvesting.harvested(source());
        assertThat(broken.halt().reason()).isEqualTo("broken-off");
        assertThat(broken.counts().read()).isEqualTo(20);

        assertThat(harvesting.later(broken).counts()).isEqualTo(new Counts(40, 40, 0, 0, 0, 0));
        assertThat(server.requests())
                .containsExactly(
                        "/catalog", "/catalog?page=1", "/catalog?page=2", "/catalog?page=2", "/catalog?page=3");
    }

    @Test
    void anotherPlatformOfOurKindIsReadByItsPages() {
        var department = Department.fresh();
        var draft =
                Department.draft("供水水质").with(List.of(Department.item("站点", "station", Sensitivity.PUBLIC, Set.of())));
        var code = department.published(Department.opened(draft, Openness.OPEN));
        var platform = StartedPlatform.shared().address();
        var source = harvesting.source(Source.Kind.TONGQU, platform.toString().replace("localhost", "127.0.0.1"));

        var run = harvesting.harvested(source);

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.counts().rejected()).isZero();
        var found = harvesting.entry(source, source.said().address() + "/data/" + code.key());
        assertThat(found.record().title()).isEqualTo("供水水质");
        assertThat(found.record().publisher()).isNotEmpty();
        assertThat(found.record().offers()).isNotEmpty();
    }
}
