package org.tongqu.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.IdentifierRefusal.ForbiddenCharacter;
import org.tongqu.kernel.identity.IdentifierRefusal.WrongCheck;
import org.tongqu.kernel.identity.IdentifierRefusal.WrongLength;

class OrganisationCodeTest {

    @Test
    void theSampleOfTheStandardIsRightWithAndWithoutItsHyphen() {
        var code = OrganisationCode.parse("D2143569X").orElseThrow();

        assertThat(code).hasToString("D2143569-X");
        assertThat(OrganisationCode.parse("d2143569-x")).isEqualTo(Outcome.done(code));
        assertThat(OrganisationCode.compose("D2143569")).isEqualTo(Outcome.done(code));
    }

    @Test
    void aSumDivisibleByElevenChecksAsZero() {
        assertThat(OrganisationCode.compose("00000000").orElseThrow().value()).isEqualTo("000000000");
    }

    @Test
    void aRefusalNamesThePlaceAndWhatWouldBeRight() {
        assertThat(OrganisationCode.parse("D21435691")).isEqualTo(Outcome.refused(new WrongCheck('X', '1')));
        assertThat(OrganisationCode.parse("D2143569Y")).isEqualTo(Outcome.refused(new ForbiddenCharacter(9, "Y")));
        assertThat(OrganisationCode.parse("D21-3569X")).isEqualTo(Outcome.refused(new ForbiddenCharacter(4, "-")));
        assertThat(OrganisationCode.parse("D2143569")).isEqualTo(Outcome.refused(new WrongLength("9", 8)));
        assertThat(OrganisationCode.compose("D214356")).isEqualTo(Outcome.refused(new WrongLength("8", 7)));
        assertThat(OrganisationCode.compose("D21435王9")).isEqualTo(Outcome.refused(new ForbiddenCharacter(7, "王")));
    }
}
