package org.tongqu.platform.data.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** FEATURE: what lies on the map is found by where it is, and only as far as who asks may know. */
class SpacesTest {

    private final Mapped town = Mapped.town();
    private final Spaces spaces = town.platform().bean(Spaces.class);

    private Layer layer(String id) {
        return spaces.find(id, Sight.OFFICER).orElseThrow();
    }

    private List<String> found(Question asked) {
        return spaces.features(asked).features().stream()
                .map(Feature::id)
                .filter(id -> id.contains(Mapped.TOWN))
                .toList();
    }

    private Question of(String layer) {
        return Question.of(layer(layer), Sight.OFFICER, 1_000);
    }

    private static Envelope box(double west, double south, double east, double north) {
        return new Envelope(west, east, south, north);
    }

    @Test
    void everyRegisterWithAPlaceIsOnTheMapAndOnlyWhatIsPublicForEverybody() {
        assertThat(spaces.layers(Sight.PUBLIC))
                .extracting(Layer::id)
                .contains("natural-space", "natural-space.division", "natural-space.road", "city-component")
                .doesNotContain("house", "population", "legal-person");
        assertThat(spaces.layers(Sight.OFFICER)).extracting(Layer::id).contains("house");
        assertThat(spaces.find("house", Sight.PUBLIC)).isEmpty();
    }

    @Test
    void whatIsFoundInABoxReallyLiesInIt() {
        assertThat(found(of("natural-space.division").in(List.of(box(112.03, 30.005, 112.035, 30.01)))))
                .containsExactly("G998801000000", "G998801001000", "G998801001002");
        assertThat(found(of("natural-space.water").in(List.of(box(112.038, 30.001, 112.039, 30.0015)))))
                .containsExactly("G998801900001");
        assertThat(found(of("natural-space.water").in(List.of(box(112.031, 30.008, 112.032, 30.009)))))
                .as("within the box around the water, outside the water")
                .isEmpty();
        assertThat(found(of("city-component")
                        .in(List.of(box(112.0, 30, 112.015, 30.02), box(112.029, 30, 112.031, 30.02)))))
                .containsExactly("9988010120000001", "9988010120000002");
    }

    @Test
    void attributesAreAskedForByTheirValue() {
        assertThat(found(of("natural-space").having(Map.of("kind", "road", "area", "12.50"))))
                .containsExactly("G998801800001");
        assertThat(found(of("house").having(Map.of("use", "shop")))).containsExactly("H99880100000002");
        assertThat(found(of("natural-space").named("白鹭"))).containsExactly("G998801900001");
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        var asked = of("natural-space").having(Map.of("division", "998801"));
        var first = spaces.features(new Question(
                asked.layer(), asked.sees(), asked.boxes(), asked.equal(), "", Optional.empty(), Optional.empty(), 3));
        var second = spaces.features(new Question(
                asked.layer(), asked.sees(), asked.boxes(), asked.equal(), "", Optional.empty(), first.next(), 3));

        assertThat(first.features())
                .extracting(Feature::id)
                .containsExactly("G998801000000", "G998801800001", "G998801800002");
        assertThat(second.features()).extracting(Feature::id).containsExactly("G998801900001");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void nothingOfPersonsIsKept() {
        var house =
                spaces.feature(layer("house"), Sight.OFFICER, "H99880100000001").orElseThrow();

        assertThat(house.label()).contains("长庚路12号");
        assertThat(house.properties()).containsEntry("use", "dwelling").doesNotContainKeys("ownerName", "ownerNumber");
        assertThat(town.platform()
                        .database()
                        .asOwner()
                        .sql("SELECT count(*) FROM space.feature WHERE (open || internal)::text ~ '沈望舒|ownerN'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(spaces.feature(layer("natural-space.road"), Sight.PUBLIC, "G998801900001"))
                .as("a thing of another layer")
                .isEmpty();
    }

    @Test
    void theMapFollowsTheRecords() {
        var lamp = List.of(Mapped.thing("9988010120000003", "kind=lamp", "longitude=112.02", "latitude=30.01"));
        town.deliver("city-component", "urban-management", lamp);
        town.follow("city-component", 3);
        assertThat(spaces.feature(layer("city-component"), Sight.PUBLIC, "9988010120000003"))
                .hasValueSatisfying(
                        feature -> assertThat(feature.shape().getCoordinate().x).isEqualTo(112.02));

        var gone = Mapped.thing("9988010120000003", "kind=lamp", "longitude=", "latitude=");
        town.deliver("city-component", "urban-management", List.of(gone));
        town.follow("city-component", 2);
    }
}
