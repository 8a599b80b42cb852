package org.tongqu.exchange.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: a node asks what its department offered and nothing beside it. */
class OfferedTest {

    private static final List<Offered> ALL = List.of(
            Offered.of("http://data.inside:8080/people", "", "").orElseThrow(),
            Offered.of("http://data.inside:8080/people/open", "X-Open", "secret")
                    .orElseThrow());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://data.inside:8080/people",
                "http://DATA.inside:8080/people/C1",
                "http://data.inside:8080/people/C%2F1.5?since=2026-01-01"
            })
    void whatLiesBelowIsAsked(String address) {
        assertThat(Offered.find(ALL, URI.create(address))).contains(ALL.getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://data.inside:8080/",
                "http://data.inside:8080/peoples",
                "http://data.inside/people/C1",
                "https://data.inside:8080/people/C1",
                "http://other.inside:8080/people/C1",
                "http://data.inside:8080/people/../admin",
                "http://data.inside:8080/people/%2e%2e/admin",
                "http://data.inside:8080/people/x%2F..%2F..%2Fadmin",
                "http://data.inside:8080/people/x%5C..%5Cadmin",
                "http://data.inside:8080/people/..;/admin",
                "http://data.inside:8080/people//admin",
                "mailto:data@inside"
            })
    void whatLiesBesideIsNot(String address) {
        assertThat(Offered.find(ALL, URI.create(address))).isEmpty();
    }

    @Test
    void theNearestSaysWhatIsShown() {
        assertThat(Offered.find(ALL, URI.create("http://data.inside:8080/people/open/1")))
                .contains(ALL.getLast());
        assertThat(Offered.of("ftp://data.inside/", "", "")).isEmpty();
        assertThat(Offered.of("http://user@data.inside/", "", "")).isEmpty();
        assertThat(Offered.of("http://data.inside/?a=1", "", "")).isEmpty();
        assertThat(Offered.of("http://data inside/", "", "")).isEmpty();
    }
}
