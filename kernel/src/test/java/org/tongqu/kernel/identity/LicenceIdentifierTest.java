package org.tongqu.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.IdentifierRefusal.ForbiddenCharacter;
import org.tongqu.kernel.identity.IdentifierRefusal.WrongCheck;
import org.tongqu.kernel.identity.IdentifierRefusal.WrongPartLength;
import org.tongqu.kernel.identity.IdentifierRefusal.WrongParts;
import org.tongqu.kernel.identity.IdentifierRefusal.WrongRoot;
import org.tongqu.kernel.identity.LicenceIdentifier.Part;

class LicenceIdentifierTest {

    private static final String TYPE = "11100000000013338W011";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9"
            })
    void identifiersInUseReadBackAsTheyArePrinted(String text) {
        assertThat(LicenceIdentifier.parse(text).orElseThrow()).hasToString(text);
    }

    @Test
    void anIdentifierFoundInPublicWithAWrongCheckIsRefused() {
        assertThat(LicenceIdentifier.parse("1.2.156.3005.2.11100000000013661B006.113700000045046442."
                        + "209FA4E88F9E4C878F3E9BED2CE7EA49.001.M"))
                .isEqualTo(Outcome.refused(new WrongCheck('D', 'M')));
    }

    @Test
    void theIssuerComposesItFromItsParts() {
        var identifier = LicenceIdentifier.compose(TYPE, "11430000006122244L", "20230000403", "001")
                .orElseThrow();

        assertThat(identifier.check()).isEqualTo('U');
        assertThat(LicenceIdentifier.parse(identifier.toString())).isEqualTo(Outcome.done(identifier));
    }

    @Test
    void aRefusalNamesThePart() {
        assertThat(LicenceIdentifier.parse("1.2.156.3005.1.X"))
                .isEqualTo(Outcome.refused(new WrongRoot("1.2.156.3005.2.")));
        assertThat(LicenceIdentifier.parse("1.2.156.3005.2." + TYPE + ".X.1.001"))
                .isEqualTo(Outcome.refused(new WrongParts(5, 4)));
        assertThat(LicenceIdentifier.parse("1.2.156.3005.2." + TYPE + ".X.1.001."))
                .isEqualTo(Outcome.refused(new WrongPartLength(Part.CHECK, "1", 0)));
        assertThat(LicenceIdentifier.compose("short", "X", "1", "001"))
                .isEqualTo(Outcome.refused(new WrongPartLength(Part.TYPE, "21", 5)));
        assertThat(LicenceIdentifier.compose(TYPE, "", "1", "001"))
                .isEqualTo(Outcome.refused(new WrongPartLength(Part.ISSUER, "18", 0)));
        assertThat(LicenceIdentifier.compose(TYPE, "X", "", "001"))
                .isEqualTo(Outcome.refused(new WrongPartLength(Part.SERIAL, "1 to 64", 0)));
        assertThat(LicenceIdentifier.compose(TYPE, "X", "1", "1"))
                .isEqualTo(Outcome.refused(new WrongPartLength(Part.VERSION, "3", 1)));
    }

    @Test
    void dotsAndSignsInsideAPartCannotForgeAnotherIdentifier() {
        assertThat(LicenceIdentifier.compose(TYPE, "A.B", "1", "001"))
                .isEqualTo(Outcome.refused(new ForbiddenCharacter(39, ".")));
        assertThat(LicenceIdentifier.compose(TYPE, "X", "1-2", "001"))
                .isEqualTo(Outcome.refused(new ForbiddenCharacter(41, "-")));
        assertThat(LicenceIdentifier.compose(TYPE, "X", "1", "00A"))
                .isEqualTo(Outcome.refused(new ForbiddenCharacter(44, "A")));
        assertThatThrownBy(() -> new LicenceIdentifier(TYPE, "X", "1", "01")).hasMessageContaining("VERSION");
    }
}
