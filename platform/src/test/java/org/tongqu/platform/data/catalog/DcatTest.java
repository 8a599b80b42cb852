package org.tongqu.platform.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.catalog.Description.Openness;
import org.tongqu.platform.data.catalog.Item.Sensitivity;

/** FEATURE: what is open stands at a public address, for people and for those who harvest catalogues. */
class DcatTest {

    private final Department department = Department.fresh();
    private final Visitor visitor = StartedPlatform.shared().visitor();

    private ResourceCode open(String name) {
        var draft = Department.draft(name)
                .with(List.of(Department.item("站点\"名\\称", "station", Sensitivity.PUBLIC, Set.of())));
        return department.published(Department.opened(draft, Openness.OPEN));
    }

    @Test
    void bothFormsSayTheSame() {
        var code = open("空气质量");

        var turtle = graph("/data/catalog.ttl", Lang.TURTLE);
        var json = graph("/data/catalog.jsonld", Lang.JSONLD11);

        assertThat(turtle.isIsomorphicWith(json)).isTrue();
        assertThat(visitor.opens("/data/catalog.ttl").body()).contains("/data/" + code.key() + ">");
        assertThat(visitor.opens("/data/catalog.ttl").header("Content-Type")).startsWith("text/turtle");
    }

    @Test
    void whatIsExportedPassesThePublishedShapes() {
        open("水质监测");
        var data = graph("/data/catalog.ttl", Lang.TURTLE);

        for (var file : List.of("shapes.ttl", "range.ttl")) {
            assertThat(checked(file, data).getEntries()).as(file).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description", "publisher"})
    void whatLacksARequiredPropertyDoesNot(String property) {
        open("噪声监测");
        var broken = visitor.opens("/data/catalog.ttl")
                .body()
                .replace("<http://purl.org/dc/terms/" + property + ">", "<http://example.org/other>");

        assertThat(checked("shapes.ttl", read(broken, Lang.TURTLE)).conforms()).isFalse();
    }

    private static ValidationReport checked(String file, Graph data) {
        try (var shapes = Objects.requireNonNull(DcatTest.class.getResourceAsStream(file))) {
            var text = new String(shapes.readAllBytes(), StandardCharsets.UTF_8);
            return ShaclValidator.get().validate(Shapes.parse(read(text, Lang.TURTLE)), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSameAddressAnswersEachInItsOwnForm() {
        assertThat(accepting("text/turtle")).startsWith("text/turtle");
        assertThat(accepting("application/ld+json, text/turtle;q=0.5")).startsWith("application/ld+json");
        assertThat(accepting("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
                .startsWith("text/html");
        assertThat(accepting("*/*")).startsWith("text/html");
        assertThat(accepting("no type")).startsWith("text/html");
    }

    private String accepting(String accept) {
        return visitor.answer(HttpRequest.newBuilder(visitor.address().resolve("/data"))
                        .header("Accept", accept)
                        .build())
                .header("Content-Type");
    }

    @Test
    void whatIsNotOpenIsNeitherListedNorFound() {
        var closed = department.published(Department.draft("内部台账"));
        var shown = open("公园绿地" + department.organisation());

        var list = visitor.opens("/data?q=" + department.organisation().toLowerCase(Locale.ROOT));
        assertThat(list.body()).contains("/data/" + shown.key()).doesNotContain("/data/" + closed.key());
        assertThat(visitor.opens("/data/" + shown.key()).body()).contains("公园绿地", "无条件开放");
        assertThat(visitor.opens("/data/" + closed.key()).status()).isEqualTo(404);
        assertThat(visitor.opens("/data/catalog.ttl").body()).doesNotContain("/data/" + closed.key() + ">");
    }

    private Graph graph(String address, Lang lang) {
        return read(visitor.opens(address).body(), lang);
    }

    private static Graph read(String text, Lang lang) {
        return RDFParser.create()
                .source(new StringReader(text))
                .lang(lang)
                .base("http://localhost/")
                .toGraph();
    }
}
