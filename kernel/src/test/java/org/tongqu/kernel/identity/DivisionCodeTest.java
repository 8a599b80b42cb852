package org.tongqu.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.DivisionCode.Level;
import org.tongqu.kernel.identity.IdentifierRefusal.ForbiddenCharacter;
import org.tongqu.kernel.identity.IdentifierRefusal.MissingLevel;
import org.tongqu.kernel.identity.IdentifierRefusal.WrongLength;

class DivisionCodeTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            999900,       999900,       PREFECTURE, 990000
            999901,       999901,       COUNTY,     999900
            999901000,    999901,       COUNTY,     999900
            999901000000, 999901,       COUNTY,     999900
            990000,       990000,       PROVINCE,
            990000000000, 990000,       PROVINCE,
            999901001,    999901001,    STREET,     999901
            999901001000, 999901001,    STREET,     999901
            999901001002, 999901001002, COMMUNITY,  999901001
            441900003,    441900003,    STREET,     441900
            """)
    void everyDivisionKnowsItsLevelAndWhatLiesAbove(String typed, String value, Level level, @Nullable String parent) {
        assertReads(typed, value, level);
        assertThat(new DivisionCode(value).parent().map(DivisionCode::value).orElse(null))
                .isEqualTo(parent);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            999901001002, 990000,    true
            999901001002, 999900,    true
            999901001002, 999901,    true
            999901001002, 999901001, true
            999901,       999901,    true
            999900,       999901,    false
            999902,       999901,    false
            441900003,    441900,    true
            999910,       999900,    true
            999801,       999900,    false
            """)
    void liesWithinItselfAndEverythingAbove(String inner, String outer, boolean within) {
        assertThat(new DivisionCode(inner).isWithin(new DivisionCode(outer))).isEqualTo(within);
    }

    @Test
    void thePrefixIsWhatACodeBelowBeginsWith() {
        assertThat(new DivisionCode("999900").prefix()).isEqualTo("9999");
        assertThat(new DivisionCode("999901001").prefix()).isEqualTo("999901001");
        assertThat(new DivisionCode("999901001").sixDigits()).isEqualTo("999901");
    }

    @Test
    void aRefusalNamesThePlaceOrThePartThatIsMissing() {
        assertThat(DivisionCode.parse("9999")).isEqualTo(Outcome.refused(new WrongLength("6, 9 or 12", 4)));
        assertThat(DivisionCode.parse("9999O1")).isEqualTo(Outcome.refused(new ForbiddenCharacter(5, "O")));
        assertThat(DivisionCode.parse("009901")).isEqualTo(Outcome.refused(new MissingLevel(Level.PROVINCE)));
        assertThat(DivisionCode.parse("990001")).isEqualTo(Outcome.refused(new MissingLevel(Level.PREFECTURE)));
        assertThat(DivisionCode.parse("990000001")).isEqualTo(Outcome.refused(new MissingLevel(Level.PREFECTURE)));
        assertThat(DivisionCode.parse("999901000001")).isEqualTo(Outcome.refused(new MissingLevel(Level.STREET)));
    }

    @Test
    void isHeldInItsShortestFormOnly() {
        assertThatThrownBy(() -> new DivisionCode("999901000")).hasMessageContaining("shortest");
    }

    private static void assertReads(String typed, String value, Level level) {
        var code = DivisionCode.parse(typed).orElseThrow();

        assertThat(code.value()).isEqualTo(value);
        assertThat(code.level()).isEqualTo(level);
    }
}
