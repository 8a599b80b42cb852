package org.tongqu.engines.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.registers.Naming.Claim;
import org.tongqu.engines.registers.Naming.Pair;
import org.tongqu.engines.registers.RecordFault.Kind;

/** FEATURE: a thing that a source names by another of its identifiers becomes one with it, and never a ring. */
class NamingTest {

    private static UUID thing(int number) {
        return new UUID(0, number);
    }

    private static Naming nothingKnown() {
        return new Naming(Map.of(), Map.of(), Set.of());
    }

    private static List<Kind> take(Naming naming, int speaker, int... others) {
        var claims = Arrays.stream(others)
                .mapToObj(other -> new Claim("former", thing(other)))
                .toList();
        return naming.take(thing(speaker), claims).stream()
                .map(RecordFault::kind)
                .toList();
    }

    @Test
    void aChangedNumberAndAPassportLeadToTheOneThing() {
        var naming = nothingKnown();

        assertThat(take(naming, 2, 1, 90)).isEmpty();
        assertThat(take(naming, 3, 2)).as("it changed again").isEmpty();
        assertThat(take(naming, 3, 1)).as("said twice").isEmpty();

        assertThat(List.of(1, 2, 3, 90))
                .extracting(number -> naming.root(thing(number)))
                .containsOnly(thing(3));
        assertThat(naming.links())
                .containsExactly(
                        new Pair(thing(1), thing(2)), new Pair(thing(90), thing(2)), new Pair(thing(2), thing(3)));
    }

    @Test
    void twoThingsWithOneIdentifierAreNotMadeOne() {
        var naming = nothingKnown();
        take(naming, 1, 90);

        assertThat(take(naming, 2, 91, 90)).containsExactly(Kind.ELSEWHERE);

        assertThat(naming.root(thing(90))).isEqualTo(thing(1));
        assertThat(naming.root(thing(91))).as("all of a record or nothing").isEqualTo(thing(91));
    }

    @Test
    void changesThatLeadBackAreSaidToBeARing() {
        var naming = nothingKnown();
        take(naming, 2, 1);
        take(naming, 3, 2);

        assertThat(take(naming, 1, 3)).containsExactly(Kind.RING);
        assertThat(take(naming, 1, 2)).containsExactly(Kind.RING);
        assertThat(take(naming, 2, 3)).containsExactly(Kind.RING);
        assertThat(take(new Naming(Map.of(thing(1), thing(2)), Map.of(thing(1), thing(2)), Set.of()), 1, 2))
                .as("said in an earlier delivery")
                .containsExactly(Kind.RING);
        assertThat(take(new Naming(Map.of(thing(1), thing(2)), Map.of(), Set.of()), 1, 2))
                .as("merged by somebody, and said the other way round: they are one all the same")
                .isEmpty();
    }

    @Test
    void whatSomebodyTookApartIsNotMadeOneAgain() {
        var naming = new Naming(Map.of(), Map.of(), Set.of(new Pair(thing(1), thing(2))));

        assertThat(take(naming, 2, 1)).containsExactly(Kind.PARTED);
        assertThat(take(naming, 3, 1)).as("another may bear it").isEmpty();
    }

    @Test
    void whateverIsSaidEveryThingHasOneRoot() {
        var random = new SplittableRandom(20_261_124);
        for (int round = 0; round < 300; round++) {
            var naming = nothingKnown();
            for (int said = 0; said < 40; said++) {
                var speaker = random.nextInt(12);
                var other = random.nextInt(12);
                if (speaker != other) {
                    take(naming, speaker, other);
                }
            }
            var parents = new HashMap<UUID, UUID>();
            naming.links()
                    .forEach(link -> assertThat(parents.put(link.thing(), link.into()))
                            .as("merged once")
                            .isNull());
            for (int number = 0; number < 12; number++) {
                var seen = new HashSet<UUID>();
                for (var next = thing(number); next != null; next = parents.get(next)) {
                    assertThat(seen.add(next)).as("no ring").isTrue();
                }
                assertThat(parents.get(naming.root(thing(number)))).isNull();
            }
        }
    }
}
