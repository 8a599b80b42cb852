package org.tongqu.engines.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.registers.Attribute.Need;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.registers.Register.RegisterSource;
import org.tongqu.engines.registers.Register.Tier;
import org.tongqu.engines.registers.Statement.Fact;
import org.tongqu.engines.schema.Identifier;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.text.Label;

/** FEATURE: precedence and freshness decide each field of a golden record. */
class GoldenRuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final List<String> SOURCES = List.of("police", "tax", "health", "matters");
    private static final Register REGISTER = new Register(
            "people",
            Tier.BASE,
            Label.same("People"),
            Label.same("People"),
            Label.same("Law"),
            "police",
            new RegisterIdentifier(
                    "number",
                    Label.same("Number"),
                    new IdentifierRule.National(Identifier.CITIZEN_NUMBER),
                    Optional.empty(),
                    Sensitivity.SENSITIVE,
                    List.of()),
            SOURCES.stream()
                    .map(source -> new RegisterSource(source, Label.same(source), 30, delivers(source)))
                    .toList(),
            List.of(
                    attribute("name", List.of("police", "tax", "health", "matters"), OptionalInt.empty()),
                    attribute("address", List.of("police", "tax", "health", "matters"), OptionalInt.of(100)),
                    attribute("phone", List.of("tax", "health"), OptionalInt.of(0))),
            List.of(),
            List.of(),
            List.of());

    private static Register.Delivers delivers(String source) {
        return source.equals("matters") ? Register.Delivers.MATTERS : Register.Delivers.CHANGES;
    }

    private static Attribute attribute(String name, List<String> sources, OptionalInt yieldsAfter) {
        return new Attribute(
                name,
                List.of(),
                Label.same(name),
                ValueKind.TEXT,
                Optional.empty(),
                Sensitivity.INTERNAL,
                Need.OPTIONAL,
                Map.of(),
                Optional.empty(),
                sources,
                yieldsAfter);
    }

    private static Statement said(String source, int day, long order, String... fields) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            facts.put(fields[i], Fact.open(fields[i + 1]));
        }
        return new Statement(source, DAY.plusDays(day), order, facts);
    }

    private static Map<String, Decided> decide(Statement... statements) {
        return new GoldenRule(REGISTER).decide(List.of(statements));
    }

    @Test
    void theFirstSourceIsBelievedAndWhoDisagreesIsSeen() {
        var name = Objects.requireNonNull(decide(said("health", 50, 1, "name", "B"), said("police", 0, 2, "name", "A"))
                .get("name"));

        assertThat(name.chosen().source()).isEqualTo("police");
        assertThat(name.isDisputed()).isTrue();
        assertThat(decide(said("health", 50, 1, "name", "A"), said("police", 0, 2, "name", "A"))
                        .get("name"))
                .matches(decided -> !decided.isDisputed());
    }

    @Test
    void anOldValueYieldsToAMuchNewerOne() {
        assertThat(chosen("address", said("police", 0, 1, "address", "old"), said("tax", 100, 2, "address", "new")))
                .isEqualTo("old");
        assertThat(chosen("address", said("police", 0, 1, "address", "old"), said("tax", 101, 2, "address", "new")))
                .isEqualTo("new");
        assertThat(chosen("phone", said("tax", 3, 9, "phone", "1"), said("health", 4, 1, "phone", "2")))
                .isEqualTo("2");
    }

    @Test
    void whatAMatterDecidedIsBelievedUntilWhoeverIsBelievedOtherwiseSpeaksOfALaterDay() {
        var decided = said("matters", 10, 1, "name", "decided");

        assertThat(chosen("name", decided, said("police", 9, 2, "name", "earlier")))
                .isEqualTo("decided");
        assertThat(chosen("name", decided, said("police", 10, 2, "name", "same day")))
                .isEqualTo("decided");
        assertThat(chosen("name", decided, said("police", 11, 2, "name", "later")))
                .isEqualTo("later");
        assertThat(chosen("name", decided, said("police", 0, 2, "name", "A"), said("tax", 20, 3, "name", "B")))
                .as("of whom the register believes less a later word changes nothing")
                .isEqualTo("decided");
    }

    @Test
    void whatASourceTakesBackIsGoneAndAnotherIsBelieved() {
        var statements = new Statement[] {
            said("police", 0, 1, "name", "A"), said("tax", 0, 2, "name", "B"), said("police", 5, 3, "name", "")
        };

        assertThat(chosen("name", statements)).isEqualTo("B");
        assertThat(decide(said("tax", 0, 1, "name", "B"), said("tax", 0, 2, "name", "")))
                .isEmpty();
    }

    private static String chosen(String field, Statement... statements) {
        var decided = decide(statements).get(field);
        return decided == null ? "" : decided.chosen().fact().value();
    }

    @Test
    void theRuleIsWhatThePlainWordsSay_forAnyStatementsInAnyOrder() {
        Property.holds(500, random -> {
            var statements = statements(random);
            var shuffled = new ArrayList<>(statements);
            Collections.shuffle(shuffled, new Random(random.nextLong()));

            var decided = new GoldenRule(REGISTER).decide(shuffled);

            for (var attribute : REGISTER.attributes()) {
                var found = Optional.ofNullable(decided.get(attribute.name()))
                        .map(one -> one.chosen().source() + one.chosen().fact().value());
                assertThat(found).isEqualTo(plainly(attribute, statements));
            }
        });
    }

    /** The rule once more, as one would tell it: source by source in the order of belief. */
    private static Optional<String> plainly(Attribute attribute, List<Statement> statements) {
        Map<String, Statement> last = new LinkedHashMap<>();
        for (var source : attribute.sources()) {
            for (var statement : statements) { // they are in the order in which they were said
                if (statement.source().equals(source) && statement.fields().containsKey(attribute.name())) {
                    last.put(source, statement);
                }
            }
        }
        last.values().removeIf(statement -> value(statement, attribute).isEmpty());
        for (var one : last.values()) {
            var tooOld = attribute.yieldsAfter().isPresent()
                    && last.values().stream()
                            .anyMatch(other -> other.since()
                                    .isAfter(one.since()
                                            .plusDays(attribute.yieldsAfter().getAsInt())));
            if (!tooOld) {
                var matter = last.get("matters");
                var believed = matter == null || matter.since().isBefore(one.since()) ? one : matter;
                return Optional.of(believed.source() + value(believed, attribute));
            }
        }
        return Optional.empty();
    }

    private static String value(Statement statement, Attribute attribute) {
        var fact = statement.fields().get(attribute.name());
        return fact == null ? "" : fact.value();
    }

    private static List<Statement> statements(SplittableRandom random) {
        List<Statement> statements = new ArrayList<>();
        var count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            var source = SOURCES.get(random.nextInt(SOURCES.size()));
            Map<String, Fact> fields = new LinkedHashMap<>();
            for (var attribute : REGISTER.attributes()) {
                if (attribute.sources().contains(source) && random.nextInt(3) > 0) {
                    fields.put(attribute.name(), Fact.open(random.nextInt(4) == 0 ? "" : "v" + random.nextInt(3)));
                }
            }
            statements.add(new Statement(source, DAY.plusDays(random.nextInt(300)), i, fields));
        }
        return statements;
    }
}
