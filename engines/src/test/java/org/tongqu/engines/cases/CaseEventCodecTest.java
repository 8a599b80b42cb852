package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.AnyEvent;
import org.tongqu.engines.cases.stored.CaseEventCodec;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.data.Datum;

/** FEATURE: events are stored as text and read back for decades. */
class CaseEventCodecTest {

    @Test
    void everyEventIsReadBackAsItWasWritten() {
        Property.holds(100, random -> {
            for (var type : AnyEvent.types()) {
                var event = new AnyEvent(random).of(type);
                var json = CaseEventCodec.toDatum(event).canonical();

                assertThat(CaseEventCodec.fromDatum(CaseEventCodec.type(event), DatumJson.read(json)))
                        .isEqualTo(Outcome.done(event));
            }
        });
    }

    @Test
    void whatWasStoredInThePastIsStillReadAndMeansTheSame() throws IOException {
        for (var line : storedInThePast()) {
            var type = line.substring(0, line.indexOf(' '));
            var json = line.substring(line.indexOf(' ') + 1);

            var event = CaseEventCodec.fromDatum(type, DatumJson.read(json)).orElseThrow();

            assertThat(CaseEventCodec.toDatum(event).canonical()).isEqualTo(json);
        }
    }

    /** A new event type is added to the file of stored events by hand; the lines before it are never changed. */
    @Test
    void everyEventTypeIsAmongThoseStoredInThePast() throws IOException {
        var known = storedInThePast().stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();

        assertThat(AnyEvent.types()).extracting(Class::getSimpleName).isSubsetOf(known);
    }

    @Test
    void fieldsOfANewerProgramAreIgnored() {
        var event = new CaseEvent.CaseEnded(Instant.EPOCH, "issued");
        var newer = CaseEventCodec.toDatum(event).with("mood", Datum.of("good"));

        assertThat(CaseEventCodec.fromDatum("CaseEnded", newer)).isEqualTo(Outcome.done(event));
    }

    @Test
    void whatIsNoEventSaysWhy() {
        assertThat(CaseEventCodec.fromDatum("CaseSung", Datum.empty()))
                .isEqualTo(Outcome.refused(new CaseEventCodec.Problem.UnknownType("CaseSung")));
        assertThat(CaseEventCodec.fromDatum("CaseEnded", Datum.empty()))
                .isEqualTo(Outcome.refused(new CaseEventCodec.Problem.Unreadable("CaseEnded", "at", "an instant")));
        assertThat(CaseEventCodec.fromDatum("CaseEnded", Datum.of("text")))
                .isEqualTo(Outcome.refused(new CaseEventCodec.Problem.Unreadable("CaseEnded", "", "fields")));
    }

    @Test
    void thePlaceOfABrokenFieldIsNamedHoweverDeepItLies() {
        var stopped = new CaseEvent.ClockStopped(Instant.EPOCH, "total", "t", Spent.NOTHING, Optional.empty());
        var broken = CaseEventCodec.toDatum(stopped).with("spent.days", Datum.of("two"));
        var negative = CaseEventCodec.toDatum(stopped).with("spent.days", Datum.of(-2));
        var moved = new CaseEvent.TokensMoved(
                Instant.EPOCH, List.of(), List.of(new Token("a", "b", "c", "d", Optional.empty())), 1);
        var withoutNode = CaseEventCodec.toDatum(moved).with("tokens.0", new Datum.Fields(Map.of("id", Datum.of("a"))));

        assertThat(problem("ClockStopped", broken)).contains("spent.days", "a whole number");
        assertThat(problem("ClockStopped", negative)).contains("path=spent,", "-2 days");
        assertThat(problem("TokensMoved", withoutNode)).contains("tokens.0.nodeId", "a text");
    }

    @Test
    void brokenStorageIsNeverAFault() {
        Property.holds(200, random -> {
            var types = AnyEvent.types();
            var event = new AnyEvent(random).of(types.get(random.nextInt(types.size())));
            var whole = CaseEventCodec.toDatum(event);
            var names = List.copyOf(whole.values().keySet());
            var broken = whole.with(names.get(random.nextInt(names.size())), anything(random));

            var read = CaseEventCodec.fromDatum(CaseEventCodec.type(event), broken);

            assertThat(read).isNotNull();
        });
    }

    private static Datum anything(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> Datum.nothing();
            case 1 -> Datum.of("x");
            case 2 -> Datum.of(new BigDecimal("1.5"));
            case 3 -> Datum.of(List.of(Datum.of("y")));
            default -> Datum.empty().with("a.b", Datum.of(1));
        };
    }

    private static String problem(String type, Datum datum) {
        return CaseEventCodec.fromDatum(type, datum).toString();
    }

    private static List<String> storedInThePast() throws IOException {
        try (var in =
                Objects.requireNonNull(CaseEventCodecTest.class.getResourceAsStream("/cases/stored-events.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
