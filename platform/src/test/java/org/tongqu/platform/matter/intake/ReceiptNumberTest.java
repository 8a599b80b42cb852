package org.tongqu.platform.matter.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Year;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** FEATURE: the number an applicant quotes. */
class ReceiptNumberTest {

    private static final ReceiptNumber NUMBER = ReceiptNumber.of("999901", Year.of(2026), 123);

    @Test
    void namesTheDivisionTheYearAndTheRunningNumber() {
        assertThat(NUMBER.value()).startsWith("999901-2026-000123-").hasSize(20);
    }

    @Test
    void isReadAsPeopleTypeIt() {
        var sloppy = NUMBER.value().toLowerCase(Locale.ROOT).replace("-", " ");

        assertThat(ReceiptNumber.parse(sloppy)).contains(NUMBER);
        assertThat(ReceiptNumber.parse(NUMBER.value().replace("-", ""))).contains(NUMBER);
    }

    @Test
    void everySingleWrongDigitIsNoticed() {
        var value = NUMBER.value();
        for (int i = 0; i < value.length() - 2; i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (value.charAt(i) != '-' && value.charAt(i) != digit) {
                    var slip = value.substring(0, i) + digit + value.substring(i + 1);
                    assertThat(ReceiptNumber.parse(slip)).as(slip).isEmpty();
                }
            }
        }
    }

    @Test
    void twoNeighboursExchangedAreNearlyAlwaysNoticed() {
        int exchanged = 0;
        int missed = 0;
        for (long running = 1; running < 900_000; running += 997) {
            var value = ReceiptNumber.of("999908", Year.of(2026), running).value();
            for (int i = 0; i < value.length() - 3; i++) {
                char left = value.charAt(i);
                char right = value.charAt(i + 1);
                if (left != right && left != '-' && right != '-') {
                    var slip = value.substring(0, i) + right + left + value.substring(i + 2);
                    exchanged++;
                    missed += ReceiptNumber.parse(slip).isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(missed).as("of %d", exchanged).isLessThan(exchanged / 30);
    }

    @Test
    void whatIsNotOneIsRefused() {
        assertThat(ReceiptNumber.parse("")).isEmpty();
        assertThat(ReceiptNumber.parse("999901-2026")).isEmpty();
        assertThat(ReceiptNumber.parse("9".repeat(400))).isEmpty();
        assertThatThrownBy(() -> new ReceiptNumber("x")).hasMessageContaining("\"x\"");
    }
}
