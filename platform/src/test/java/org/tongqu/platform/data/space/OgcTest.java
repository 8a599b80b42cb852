package org.tongqu.platform.data.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.UriUtils;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.trust._support.Employer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** FEATURE: other systems read the map by OGC API - Features, and people the same as pages. */
class OgcTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Mapped town = Mapped.town();
    private final Visitor visitor = town.platform().visitor();

    private JsonNode read(String path) {
        var answer = visitor.opens(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String encoded(String question) {
        return UriUtils.encodeQuery(question, "UTF-8").replace("+", "%2B").replace("%2525", "%25");
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("features")
                .values()
                .forEach(feature -> ids.add(feature.path("id").asString()));
        return ids;
    }

    private static String link(JsonNode page, String rel) {
        return page.path("links").values().stream()
                .filter(link -> link.path("rel").asString("").equals(rel))
                .map(link -> link.path("href").asString())
                .findFirst()
                .orElse("");
    }

    @Test
    void theWayLeadsFromTheLandingPageToAFeature() {
        var landing = read("/ogc?f=json");
        assertThat(link(landing, "conformance")).endsWith("/ogc/conformance");
        assertThat(link(landing, "service-desc")).endsWith("/ogc/api");
        assertThat(read("/ogc/conformance?f=json").path("conformsTo").toString())
                .contains("ogcapi-features-1/1.0/conf/core", "ogcapi-features-1/1.0/conf/geojson");
        var collections = read("/ogc/collections?f=json").path("collections");
        assertThat(collections.values().stream().map(one -> one.path("id").asString()))
                .contains("natural-space.road", "city-component")
                .doesNotContain("house", "population");
        assertThat(read("/ogc/collections/natural-space.road?f=json")
                        .path("extent")
                        .path("spatial")
                        .path("bbox")
                        .path(0)
                        .size())
                .isEqualTo(4);
        var road = visitor.opens("/ogc/collections/natural-space.road/items/G998801800001?f=json");
        assertThat(road.header("Content-Type")).isEqualTo("application/geo+json");
        var feature = JSON.readTree(road.body());
        assertThat(feature.path("geometry").toString())
                .isEqualTo("{\"type\":\"LineString\",\"coordinates\":[[112,30.01],[112.02,30.011],[112.04,30.01]]}");
        assertThat(feature.path("properties").path("area").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(feature.path("properties").has("shape")).isFalse();
        assertThat(read("/ogc/api").path("paths").has("/ogc/collections/natural-space.road/items"))
                .isTrue();
    }

    @Test
    void pagesFollowEachOtherAndEachIsOneStatement() throws Exception {
        var first = "/ogc/collections/natural-space.division/items?f=json&limit=3&bbox=112,30,112.04,30.02";
        var page = read(first);
        assertThat(ids(page)).containsExactly("G998801000000", "G998801001000", "G998801001001");
        var next = link(page, "next");
        assertThat(next).contains("bbox=", "after=G998801001001");
        var second = read(next.substring(next.indexOf("/ogc")));
        assertThat(ids(second)).contains("G998801001002").doesNotContain("G998801001001");
        assertThat(StatementCount.during(() -> visitor.opens(first))).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            natural-space.water/items?bbox=112.038,30.001,112.039,30.0015                   | G998801900001
            natural-space.water/items?bbox=112.031,30.008,112.032,30.009                    | ''
            natural-space.water/items?bbox=112.038,30.001,0,112.039,30.0015,9               | G998801900001
            natural-space.water/items?bbox=112.03,30,112.0,30.02                            | G998801900001
            natural-space.road/items?name=长庚路                                               | G998801800001
            natural-space/items?area=12.5&kind=road                                         | G998801800001
            natural-space.road/items?area=12.5&datetime=2026-01-01T00:00:00Z/..             | G998801800001
            natural-space/items?filter=name='长庚路'                                          | G998801800001
            natural-space/items?filter=name LIKE '白鹭%' AND division = '998801'              | G998801900001
            natural-space.road/items?filter=area BETWEEN 12 AND 13                            | G998801800001
            natural-space.road/items?filter=area IN (12.50)                                   | G998801800001
            natural-space.road/items?filter=division='998801' AND area IS NULL                | G998801800002
            natural-space.road/items?filter=NOT area > 100                                    | G998801800001
            natural-space.water/items?filter=S_INTERSECTS(geometry,POINT(112.0385 30.0012))   | G998801900001
            natural-space.water/items?filter=S_INTERSECTS(geometry,POINT(112.0315 30.0085))   | ''
            natural-space.road/items?filter=division='998801' AND NOT S_INTERSECTS(geometry,POINT(112 30)) | G998801800001
            natural-space.road/items?filter=area>12 OR S_INTERSECTS(geometry,POINT(112 29))   | G998801800001
            natural-space.water/items?filter=S_WITHIN(geometry,POLYGON((112.02 29,113 29,113 31,112.02 31,112.02 29))) | G998801900001
            natural-space.water/items?filter=S_WITHIN(geometry,POLYGON((112.035 29,113 29,113 31,112.035 31,112.035 29))) | ''
            city-component/items?filter=kind='tree' AND NOT (S_INTERSECTS(geometry,POINT(112.01 30.01)) OR status='x') | ''
            natural-space.road/items?area=12.5&datetime=2026-03-01T12:00:00Z                  | ''
            natural-space.road/items?area=12.5&datetime=2026-02-28T16:00:00Z                  | G998801800001
            natural-space.road/items?area=12.5&datetime=../2026-02-28T00:00:00Z               | ''
            natural-space.road/items?filter=CASEI(name) = CASEI('长庚路') AND division='998801' | G998801800001
            natural-space.road/items?filter=CASEI('ÄSSE') = CASEI('äße') AND ACCENTI('é') = 'e' AND area=12.5 | G998801800001
            natural-space.road/items?filter=CASEI('A%25') LIKE CASEI('a\\%25') AND area=12.5 | G998801800001
            natural-space.road/items?filter=area * 2 + 1 = 26 AND area div 5 = 2 AND area %25 5 = 2.5 | G998801800001
            natural-space.road/items?filter=area ^ 2 > 156.2 AND area / 0 IS NULL AND 0 ^ -1 IS NULL | G998801800001
            natural-space.road/items?filter=division='998801' AND (1e30 ^ 30 ^ 30) IS NULL AND area=12.5 | G998801800001
            natural-space.road/items?filter=area=12.5 AND (-2) ^ 3 = -8 AND 2 ^ -1 = 0.5      | G998801800001
            natural-space.road/items?filter=surveyed = DATE('2026-03-01')                     | G998801800001
            natural-space.road/items?filter=surveyed < TIMESTAMP('2026-02-28T16:00:00Z')      | ''
            natural-space.road/items?filter=T_INTERSECTS(surveyed, INTERVAL('2026-03-01','..')) AND name='长庚路' | G998801800001
            natural-space.road/items?filter=T_AFTER(surveyed, DATE('2026-03-01'))             | ''
            natural-space.road/items?filter=T_DURING(INTERVAL(surveyed,surveyed), INTERVAL('2026-02-01','2026-04-01')) | G998801800001
            natural-space.road/items?filter=(area > 1) IS NULL AND division='998801'          | G998801800002
            natural-space.road/items?filter=(area > 1) = TRUE AND division='998801'           | G998801800001
            natural-space.road/items?filter=division='998801' AND (S_INTERSECTS(geometry,POINT(112 30)) AND area>1) IS NULL | G998801800002
            natural-space.road/items?filter=name=parent OR TRUE=FALSE OR 'x' IN (name)        | ''
            natural-space.water/items?filter=S_INTERSECTS(BBOX(112.038,30.001,112.039,30.0015),geometry) | G998801900001
            natural-space.water/items?filter=S_CONTAINS(geometry,POINT(112.0385 30.002))      | G998801900001
            natural-space.water/items?filter=S_TOUCHES(geometry,POINT(112.031 30.001))        | G998801900001
            natural-space.water/items?filter=S_EQUALS(geometry,POLYGON((112.039 30.009,112.031 30.001,112.039 30.001,112.039 30.009))) | G998801900001
            natural-space.water/items?filter=S_OVERLAPS(geometry,BBOX(112.035,30,112.1,30.005)) | G998801900001
            natural-space.water/items?filter=NOT S_DISJOINT(geometry,GEOMETRYCOLLECTION(POINT(112.0385 30.002))) | G998801900001
            natural-space.water/items?filter=S_DISJOINT(geometry,POINT(1 1)) AND division='998801' | G998801900001
            natural-space.road/items?filter=S_CROSSES(geometry,LINESTRING(112.01 30.02,112.01 30.008)) | G998801800001
            natural-space.water/items?filter-lang=cql2-json&filter={"op":"s_within","args":[{"property":"geometry"},{"bbox":[112.02,29,113,31]}]} | G998801900001
            natural-space.road/items?filter-lang=cql2-json&filter={"op":"and","args":[{"op":"=","args":[{"property":"area"},12.5]},{"op":"t_before","args":[{"property":"surveyed"},{"date":"2026-03-02"}]}]} | G998801800001
            city-component/items?filter=kind='tree' AND NOT S_INTERSECTS(geometry,POINT(112.01 30.01)) | 9988010120000002
            """)
    void whatIsAskedForIsFound(String question, String id) {
        var ids = ids(read("/ogc/collections/" + encoded(question) + "&f=json")).stream()
                .filter(one -> one.contains(Mapped.TOWN))
                .toList();

        assertThat(ids).isEqualTo(id.isEmpty() ? List.of() : List.of(id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            natural-space.road/items?shoe=42                            | 400 | unknown      | shoe
            natural-space.road/items?ownerName=x                        | 400 | unknown      | ownerName
            natural-space.road/items?limit=0                            | 400 | limit        | limit
            natural-space.road/items?limit=many                         | 400 | limit        | limit
            natural-space.road/items?bbox=1,2,3                         | 400 | box          | bbox
            natural-space.road/items?bbox=112,31,113,30                 | 400 | box          | bbox
            natural-space.road/items?bbox=112,30,113,91                 | 400 | box          | bbox
            natural-space.road/items?bbox=NaN,30,113,31                 | 400 | box          | bbox
            natural-space.road/items?datetime=yesterday                 | 400 | time         | datetime
            natural-space.road/items?datetime=2026-02-01T00:00:00Z/2026-01-01T00:00:00Z | 400 | time | datetime
            natural-space.road/items?area=large                         | 400 | number       | area
            natural-space.road/items?filter=name=                       | 400 | filter-ends  | filter
            natural-space.road/items?filter=ownerName='x'               | 400 | filter-no-attribute | ownerName
            natural-space.road/items?filter=name=1                      | 400 | filter-not-of-kind | filter
            natural-space.road/items?filter=S_WITHIN(geometry,POINT(1 x)) | 400 | filter-shape | filter
            natural-space.road/items?filter=x&filter-lang=cql-text      | 400 | filter-language | filter-lang
            natural-space.road/items?filter=TRUE&filter-crs=EPSG:4326   | 400 | filter-language | filter-crs
            natural-space.road/items?filter={"op":"x","args":[1,2]}&filter-lang=cql2-json | 400 | filter-unexpected | /op
            natural-space.road/items?filter=surveyed=DATE('soon')       | 400 | filter-time  | 10
            natural-space.road?limit=3                                  | 400 | unknown      | limit
            house                                                       | 404 | no-collection | house
            house/items                                                 | 404 | no-collection | house
            house/items/H99880100000001                                 | 404 | no-collection | house
            nowhere                                                     | 404 | no-collection | nowhere
            natural-space.road/items/G998801900001                      | 404 | no-feature   | G998801900001
            """)
    void whatCannotBeAnsweredIsSaidByItsParameter(String question, int status, String type, String parameter) {
        var answer = visitor.opens("/ogc/collections/" + encoded(question));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:tongqu:space:" + type);
        assertThat(problem.path("detail").asString()).contains(parameter);
    }

    @Test
    void officersSeeInternalLayersAndNobodySeesPersons() throws Exception {
        var employer = Employer.at(town.platform(), "11119999MB0P0073XX");
        var officer = employer.signIn(employer.hires(Compiling.AUTHORITY));

        var house = officer.opens("/ogc/collections/house/items/H99880100000001?f=json");

        assertThat(house.status()).isEqualTo(200);
        assertThat(house.body()).contains("长庚路12号", "dwelling").doesNotContain("ownerName", "沈望舒");
        assertThat(officer.opens("/ogc/collections/house/items?ownerName=x").status())
                .isEqualTo(400);
        assertThat(officer.opens("/desk/map?layer=house&q=长庚路12号").body())
                .contains("H99880100000001")
                .doesNotContain("沈望舒");
    }

    @Test
    void peopleReadTheSameAsPages() {
        assertThat(visitor.opens("/ogc?f=html").body()).contains("空间数据接口");
        assertThat(visitor.opens("/ogc/conformance?f=html").body()).contains("conf/core");
        assertThat(visitor.opens("/ogc/collections?f=html").body()).contains("natural-space.road", "道路");
        assertThat(visitor.opens("/ogc/collections/natural-space.road?f=html").body())
                .contains("所在区划");
        assertThat(visitor.opens("/ogc/collections/natural-space.road/items?f=html")
                        .body())
                .contains("长庚路");
        assertThat(visitor.opens("/ogc/collections/natural-space.road/items/G998801800001?f=html")
                        .body())
                .contains("12.5");
        var map = visitor.opens("/map?layer=natural-space.road&thing=G998801800001")
                .body();
        assertThat(map).contains("id=\"map-room\"", "ol.js", "map.js", "长庚路", "id=\"thing-title\"");
        assertThat(map).doesNotContain("value=\"house\"");
    }

    @Test
    void theExamplesOfTheDocumentAreAnswered() throws Exception {
        var examples = Files.readAllLines(Path.of("../docs/space-examples.md")).stream()
                .filter(line -> line.startsWith("GET "))
                .map(line -> read(encoded(line.substring(4))))
                .toList();

        assertThat(examples).hasSize(5);
        assertThat(examples.getFirst()
                        .path("properties")
                        .path("surveyed")
                        .path("format")
                        .asString())
                .isEqualTo("date");
        assertThat(ids(examples.get(1))).contains("G998801800001");
        assertThat(ids(examples.get(2))).contains("G998801900001");
        assertThat(examples.get(3).path("results").size()).isEqualTo(2);
        assertThat(ids(examples.get(4))).contains("9988010120000001");
    }

    @Test
    void aClientComesByLinksAloneToTheLastPageOfItsQuestion() {
        var collections = read(path(link(read("/ogc?f=json"), "data")));
        var divisions = collections.path("collections").values().stream()
                .filter(one -> one.path("id").asString().equals("natural-space.division"))
                .findFirst()
                .orElseThrow();
        var question = "&limit=1&filter="
                + encoded("division LIKE '998801%25' AND S_INTERSECTS(geometry,POINT(112.01 30.01))");
        List<String> found = new ArrayList<>();
        for (var next = path(link(divisions, "items")) + "?f=json" + question; !next.isEmpty(); ) {
            var page = read(next);
            found.addAll(ids(page));
            next = path(link(page, "next"));
        }

        assertThat(found).containsExactly("G998801000000", "G998801001000", "G998801001001");
    }

    private static String path(String address) {
        return address.isEmpty() ? "" : address.substring(address.indexOf("/ogc"));
    }
}
