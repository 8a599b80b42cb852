package org.tongqu.kernel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel._support.Property;

class DatumTest {

    private final Datum form = Datum.empty()
            .with("applicant.name", Datum.of("王明"))
            .with("applicant.born", Datum.of(LocalDate.of(1990, 1, 1)))
            .with("capital", Datum.of(new BigDecimal("100.50")))
            .with("urgent", new Datum.Truth(true))
            .with("partners", Datum.of(List.of(Datum.of("李"))));

    @Test
    void aPathReadsWhatIsThereInItsType() {
        assertThat(form.text("applicant.name")).contains("王明");
        assertThat(form.date("applicant.born")).contains(LocalDate.of(1990, 1, 1));
        assertThat(form.number("capital")).contains(new BigDecimal("100.5"));
        assertThat(form.truth("urgent")).contains(true);
        assertThat(form.text("partners.0")).contains("李");
        assertThat(form.items("partners")).hasSize(1);
        assertThat(form.fields("applicant").keySet()).containsExactly("name", "born");
        assertThat(form.at("")).isEqualTo(form);
    }

    @Test
    void whatIsNotThereOrOfAnotherTypeIsEmpty() {
        assertThat(form.at("applicant.address.street").isNothing()).isTrue();
        assertThat(form.text("capital")).isEmpty();
        assertThat(form.number("applicant.name")).isEmpty();
        assertThat(form.date("applicant.name")).isEmpty();
        assertThat(Datum.empty().with("d", Datum.of("2026-02-30")).date("d")).isEmpty();
        assertThat(form.text("partners.1")).isEmpty();
        assertThat(form.text("partners.00")).isEmpty();
        assertThat(form.items("capital")).isEmpty();
    }

    @Test
    void writingLeavesTheOldTreeAsItWas() {
        var changed = form.with("applicant.name", Datum.of("李娜"));

        assertThat(changed.text("applicant.name")).contains("李娜");
        assertThat(form.text("applicant.name")).contains("王明");
        assertThat(changed.fields("").keySet())
                .containsExactlyElementsOf(form.fields("").keySet());
    }

    @Test
    void itemsAreReplacedOrAddedAtTheEnd() {
        var two = form.with("partners.1", Datum.of("张")).with("partners.0", Datum.of("赵"));

        assertThat(two.items("partners")).containsExactly(Datum.of("赵"), Datum.of("张"));
        assertThatThrownBy(() -> form.with("partners.5", Datum.nothing())).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> form.with("partners.first", Datum.nothing())).hasMessageContaining("first");
    }

    @Test
    void aPathThroughASingleValueIsAMistake() {
        assertThatThrownBy(() -> form.with("capital.currency", Datum.of("CNY")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("capital.currency");
    }

    @Test
    void theCanonicalTextSortsNamesAndEscapesAsLittleAsPossible() {
        assertThat(form.canonical()).isEqualTo("""
                        {"applicant":{"born":"1990-01-01","name":"王明"},"capital":100.5,"partners":["李"],"urgent":true}""");
        assertThat(Datum.of("a\"b\\c\n\u0001𠮷").canonical()).isEqualTo("\"a\\\"b\\\\c\\n\\u0001𠮷\"");
        assertThat(Datum.of(List.of(Datum.nothing(), Datum.empty(), Datum.of(List.of())))
                        .canonical())
                .isEqualTo("[null,{},[]]");
    }

    @Test
    void textsThatDifferOnlyInAHalfCharacterStayDifferent() {
        assertThat(Datum.of("\ud842").canonical()).isEqualTo("\"\\ud842\"");
        assertThat(Datum.of("\udfb7x").canonical()).isNotEqualTo(Datum.of("?x").canonical());
    }

    @Test
    void aNumberIsItsValueHoweverItWasWritten() {
        assertThat(Datum.of(new BigDecimal("1.50"))).isEqualTo(Datum.of(new BigDecimal("1.5")));
        assertThat(Datum.of(100).canonical()).isEqualTo("100");
        assertThat(Datum.of(new BigDecimal("0.000")).canonical()).isEqualTo("0");
    }

    @Test
    void aHugeExponentDoesNotFillTheMemory() {
        assertThat(Datum.of(new BigDecimal("1E+999999999")).canonical()).hasSizeLessThan(20);
        assertThat(Datum.of(new BigDecimal("1E-999999999")).canonical()).hasSizeLessThan(20);
    }

    @Test
    void equalTreesHaveEqualTextsWhateverTheOrderOfTheirFields() {
        Property.holds(200, random -> {
            var tree = tree(random, 3);

            assertThat(reversed(tree)).isEqualTo(tree);
            assertThat(reversed(tree).canonical()).isEqualTo(tree.canonical());
        });
    }

    @Test
    void whatWasWrittenIsReadBack() {
        Property.holds(200, random -> {
            var path = "f" + random.nextInt(3) + ".g" + random.nextInt(3) + ".h";
            var value = tree(random, 2);
            var before = Datum.empty().with("f0.g0.x", Datum.of(1));

            assertThat(before.with(path, value).at(path)).isEqualTo(value);
            assertThat(before.with(path, value).number("f0.g0.x")).contains(BigDecimal.ONE);
        });
    }

    private static Datum tree(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> Datum.nothing();
            case 1 -> Datum.of("t" + random.nextInt(100));
            case 2 -> Datum.of(new BigDecimal(random.nextInt(10_000)).movePointLeft(random.nextInt(4)));
            case 3 -> new Datum.Truth(random.nextBoolean());
            case 4 -> {
                var items = new ArrayList<Datum>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(tree(random, depth - 1));
                }
                yield Datum.of(items);
            }
            default -> {
                var fields = new LinkedHashMap<String, Datum>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    fields.put("n" + random.nextInt(20), tree(random, depth - 1));
                }
                yield new Datum.Fields(fields);
            }
        };
    }

    private static Datum reversed(Datum datum) {
        return switch (datum) {
            case Datum.Fields(var values) -> {
                var fields = new LinkedHashMap<String, Datum>();
                for (var name : new ArrayList<>(values.keySet()).reversed()) {
                    fields.put(name, reversed(values.getOrDefault(name, Datum.nothing())));
                }
                yield new Datum.Fields(fields);
            }
            case Datum.Items(var values) ->
                Datum.of(values.stream().map(DatumTest::reversed).toList());
            default -> datum;
        };
    }
}
