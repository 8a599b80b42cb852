package org.tongqu.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.kernel.Outcome;

/** FEATURE: the codes of service items are checked part by part. */
class ItemCodeTest {

    private static final String BODY = "11999901MB0A00018J";

    @Test
    void anItemOfABodyTellsItsParts() {
        var code = ItemCode.parse(" 11999901mb0a00018j 4 000131004001 ").orElseThrow();

        assertThat(code.body()).hasToString(BODY);
        assertThat(code.level()).isEqualTo('4');
        assertThat(code.basic().type()).isEqualTo("01");
        assertThat(code.basic().main()).contains(new BasicItemCode("000131004000"));
        assertThat(code.basic().main().orElseThrow().main()).isEmpty();
        assertThat(ItemCode.of(code.body(), '4', code.basic())).isEqualTo(code);
    }

    @Test
    void twoDigitsMoreNameAKindOfHandling() {
        assertThat(ItemCode.parse(BODY + "4" + "000131004000" + "02")
                        .orElseThrow()
                        .basic())
                .hasToString("000131004000");
        assertThat(ItemCode.parse(BODY + "4" + "000131004000" + "0A"))
                .isEqualTo(Outcome.refused(new IdentifierRefusal.ForbiddenCharacter(33, "A")));
    }

    @ParameterizedTest
    @CsvSource({
        "11999901MB0A00018J4000131004, WrongLength",
        "11999901MB0A00018K4000131004000, NotABody",
        "11999901MB0A00018J8000131004000, UnknownLevel",
        "11999901MB0A00018J4000031004000, UnknownType",
        "11999901MB0A00018J400013100400I, ForbiddenCharacter"
    })
    void aWrongPartIsNamed(String typed, String refusal) {
        assertThat(ItemCode.parse(typed))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason().getClass().getSimpleName())
                                .isEqualTo(refusal));
    }

    @Test
    void aForbiddenLetterIsCountedFromTheFirstOfTheWholeCode() {
        assertThat(ItemCode.parse(BODY + "4" + "00013100400I"))
                .isEqualTo(Outcome.refused(new IdentifierRefusal.ForbiddenCharacter(31, "I")));
    }
}
