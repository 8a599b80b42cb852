package org.tongqu.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.MobileNumber.Refusal;

class MobileNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800001234",
                "138 0000 1234",
                "138-0000-1234",
                "+86 13800001234",
                "008613800001234",
                "１３８００００１２３４"
            })
    void isReadAsPeopleTypeIt(String typed) {
        var number = MobileNumber.parse(typed).orElseThrow();

        assertThat(number.value()).isEqualTo("13800001234");
        assertThat(number).hasToString("138****1234");
    }

    @Test
    void aRefusalSaysWhatIsWrong() {
        assertThat(MobileNumber.parse("1380000123")).isEqualTo(Outcome.refused(new Refusal.WrongLength(11, 10)));
        assertThat(MobileNumber.parse("12800001234")).isEqualTo(Outcome.refused(new Refusal.NotMobile("12")));
        assertThat(MobileNumber.parse("138O0001234"))
                .isEqualTo(Outcome.refused(new Refusal.ForbiddenCharacter(4, "O")));
        assertThat(MobileNumber.parse("")).isEqualTo(Outcome.refused(new Refusal.WrongLength(11, 0)));
    }
}
