package org.tongqu.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.identity.IdentifierRefusal.ForbiddenCharacter;
import org.tongqu.kernel.identity.IdentifierRefusal.WrongCheck;
import org.tongqu.kernel.identity.IdentifierRefusal.WrongLength;

class UnifiedSocialCreditCodeTest {

    private static final DivisionCode YUNZHOU = new DivisionCode("999901");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91330106673959654P",
                "11100000000013338W",
                "91440300708461136T",
                "11999901MB0A00018J",
                "11999901MB0A00026D",
                "11999901MB0A000348",
                "11999902MB0A00042H",
                "12999901MB0A00050T",
                "13999901MB0A00069L",
                "51999901MJ0A00025L",
                "52999901MJ0A00017N",
                "53999901MJ0A000339",
                "91999901MA0A00014U",
                "91999901MA0A00022N",
                "91999901MA0A00030H",
                "92999901MA0A00049B",
                "93999901MA0A000573"
            })
    void codesInUseAreRightAndComposeAgainFromTheirParts(String text) {
        var code = UnifiedSocialCreditCode.parse(text).orElseThrow();

        assertThat(code).hasToString(text);
        assertThat(UnifiedSocialCreditCode.compose(
                        code.department(),
                        code.category(),
                        new DivisionCode(code.firstDivision()),
                        code.organisationCode().orElseThrow()))
                .isEqualTo(Outcome.done(code));
    }

    @Test
    void tellsWhoRegisteredItAndWhere() {
        var code = UnifiedSocialCreditCode.parse("92999901ma0a00049b").orElseThrow();

        assertThat(code.department()).isEqualTo('9');
        assertThat(code.category()).isEqualTo('2');
        assertThat(code.firstDivision()).isEqualTo("999901");
        assertThat(code.organisationCode().orElseThrow()).hasToString("MA0A0004-9");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            9199990OMA0A00014U, 8,  O
            91999901MAIA00014U, 11, I
            91999901MA0A0S014U, 14, S
            91999901MA0A00014Z, 18, Z
            I1999901MA0A00014U, 1,  I
            """)
    void lettersThatLookLikeDigitsAreNamed(String text, int position, String character) {
        assertThat(UnifiedSocialCreditCode.parse(text))
                .isEqualTo(Outcome.refused(new ForbiddenCharacter(position, character)));
    }

    @Test
    void aWrongCheckTellsTheRightOne() {
        assertThat(UnifiedSocialCreditCode.parse("91999901MA0A00014H"))
                .isEqualTo(Outcome.refused(new WrongCheck('U', 'H')));
        assertThat(UnifiedSocialCreditCode.parse("91999901MA0A00014"))
                .isEqualTo(Outcome.refused(new WrongLength("18", 17)));
    }

    @Test
    void whatIsComposedParses_forAnyOrganisation() {
        Property.holds(300, random -> {
            var body = "MA0A" + "%04d".formatted(random.nextInt(10_000));
            var composed = UnifiedSocialCreditCode.compose(
                            '9', '1', YUNZHOU, OrganisationCode.compose(body).orElseThrow())
                    .orElseThrow();

            assertThat(UnifiedSocialCreditCode.parse(composed.value())).isEqualTo(Outcome.done(composed));
            assertThat(composed.value()).startsWith("91999901" + body);
        });
    }

    @Test
    void anOrganisationCodeWithAForbiddenLetterCannotBecomeACreditCode() {
        assertThat(UnifiedSocialCreditCode.compose(
                        '9', '1', YUNZHOU, OrganisationCode.compose("MZ0A0001").orElseThrow()))
                .isEqualTo(Outcome.refused(new ForbiddenCharacter(10, "Z")));
    }
}
