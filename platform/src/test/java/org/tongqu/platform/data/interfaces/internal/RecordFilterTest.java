package org.tongqu.platform.data.interfaces.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.Item.DataType;
import org.tongqu.platform.data.interfaces.internal.Shape.Field;
import org.tongqu.platform.data.interfaces.internal.Shape.Need;

/** FEATURE: a value leaves as the provider wrote it, or not at all. */
class RecordFilterTest {

    private static String passed(DataType type, String value) {
        var field = new Field(0, type, 0, Need.OPTIONAL, Masking.PLAIN, UnaryOperator.identity());
        var out = new ByteArrayOutputStream();
        new RecordFilter(new Shape(Map.of("value", field), 0), List.of(), OptionalLong.empty())
                .pass(new ByteArrayInputStream(("[{\"value\":" + value + "}]").getBytes(UTF_8)), out);
        return out.toString(UTF_8).replaceFirst("\\{\"records\":\\[\\{\"value\":(.*)}],\"count\":1.*", "$1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.10", "12345678901234567.89", "1E-20", "98765432109876543210", "7"})
    void aNumberLeavesDigitByDigit(String number) {
        assertThat(passed(DataType.MONEY, number)).isEqualTo(number);
        assertThat(passed(DataType.GENERAL, "{\"in\":[" + number + "]}")).isEqualTo("{\"in\":[" + number + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "0000-02-29", "1999-12-31"})
    void aDayOfTheCalendarLeaves(String day) {
        assertThat(passed(DataType.DATE, "\"" + day + "\"")).isEqualTo("\"" + day + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2024-04-31",
                "2024-13-01",
                "2024-00-10",
                "2024-01-00",
                "24-01-01",
                "2024-1-011",
                "2024/01/01",
                "2024-01-0x",
                "+024-01-01",
                "２０２４-01-01"
            })
    void noDayOfTheCalendarDoesNotLeave(String day) {
        assertThatThrownBy(() -> passed(DataType.DATE, "\"" + day + "\""))
                .isInstanceOfSatisfying(
                        WrongAnswer.class, wrong -> assertThat(wrong.detail()).isEqualTo("type value 1"));
    }

    @Test
    void aNumberThatIsNoneDoesNotLeave() {
        assertThatThrownBy(() -> passed(DataType.MONEY, "\"7\"")).isInstanceOf(WrongAnswer.class);
    }
}
