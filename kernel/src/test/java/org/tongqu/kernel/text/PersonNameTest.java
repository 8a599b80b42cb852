package org.tongqu.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.PersonName.Refusal;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            王明,                  王明,               王*
            欧阳海燕,               欧阳海燕,            欧**燕
            王小明,                王小明,             王*明
            𠮷野家,                𠮷野家,             𠮷*家
            李㛃,                  李㛃,               李*
            阿卜杜拉·买买提,          阿卜杜拉·买买提,      阿***·***
            阿卜杜拉 • 买买提,        阿卜杜拉·买买提,      阿***·***
            阿卜杜拉・买买提,          阿卜杜拉·买买提,      阿***·***
            "John  Smith",        John Smith,        J*** S****
            Anne-Marie O'Neill,   Anne-Marie O'Neill, A***-***** O'*****
            José,                 José,              J***
            """)
    void namesOfEveryKindAreReadAndMasked(String typed, String value, String masked) {
        var name = PersonName.parse(typed).orElseThrow();

        assertThat(name.value()).isEqualTo(value);
        assertThat(name.masked()).isEqualTo(masked);
        assertThat(name).hasToString(masked);
    }

    @Test
    void twoFormsOfOneHanCharacterStayTwoNames() {
        var compatibility = PersonName.parse("王\ufa19").orElseThrow();

        assertThat(compatibility.value()).isEqualTo("王\ufa19").isNotEqualTo("王\u795e");
    }

    @Test
    void aLatinNameIsTheSameHoweverItsAccentsWereTyped() {
        assertThat(PersonName.parse("Jose\u0301")).isEqualTo(PersonName.parse("Jos\u00e9"));
    }

    @Test
    void aRefusalNamesThePlace() {
        assertThat(PersonName.parse("王1明")).isEqualTo(Outcome.refused(new Refusal.ForbiddenCharacter(2, "1")));
        assertThat(PersonName.parse("𠮷<b>")).isEqualTo(Outcome.refused(new Refusal.ForbiddenCharacter(2, "<")));
        assertThat(PersonName.parse("王😀")).isEqualTo(Outcome.refused(new Refusal.ForbiddenCharacter(2, "😀")));
        assertThat(PersonName.parse("买买提·")).isEqualTo(Outcome.refused(new Refusal.MisplacedMark(4, "·")));
        assertThat(PersonName.parse("阿··提")).isEqualTo(Outcome.refused(new Refusal.MisplacedMark(3, "·")));
        assertThat(PersonName.parse(" \u3000")).isEqualTo(Outcome.refused(new Refusal.Empty()));
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleCountThem() {
        assertThat(PersonName.parse("𠮷".repeat(50)).orElseThrow().value()).hasSize(100);
        assertThat(PersonName.parse("王".repeat(51))).isEqualTo(Outcome.refused(new Refusal.TooLong(50, 51)));
    }

    @Test
    void aFaultDoesNotTellTheName() {
        assertThatThrownBy(() -> new PersonName("王1明")).hasMessageNotContaining("王");
    }
}
