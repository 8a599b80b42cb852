package org.tongqu.exchange.mapping;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;

/** FEATURE: what is checked in passing is checked as the kernel checks it. */
class IdentifiersTest {

    @Test
    void aCitizenNumberIsGoodWhenTheKernelSaysSo() {
        Property.holds(20_000, random -> {
            var text = String.format(
                    "999901%04d%02d%02d%03d",
                    1790 + random.nextInt(300), random.nextInt(14), random.nextInt(33), random.nextInt(1000));
            var number = text + "0123456789X".charAt(random.nextInt(11));
            var bytes = number.getBytes(US_ASCII);

            assertThat(Identifiers.isCitizenNumber(bytes, 0, bytes.length))
                    .isEqualTo(CitizenNumber.parse(number) instanceof Outcome.Done);
        });
    }

    @Test
    void aCreditCodeIsGoodWhenTheKernelSaysSo() {
        Property.holds(20_000, random -> {
            var signs = "0123456789ABCDEFGHJKLMNPQRTUWXYI";
            var code = new StringBuilder("91999900");
            for (int i = 0; i < 10; i++) {
                code.append(signs.charAt(random.nextInt(random.nextInt(20) == 0 ? 32 : 31)));
            }
            var bytes = code.toString().getBytes(US_ASCII);

            assertThat(Identifiers.isCreditCode(bytes, 0, bytes.length))
                    .isEqualTo(UnifiedSocialCreditCode.parse(code.toString()) instanceof Outcome.Done);
        });
    }
}
