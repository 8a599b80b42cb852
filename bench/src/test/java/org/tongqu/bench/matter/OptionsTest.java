package org.tongqu.bench.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE: what is said after the name is heard, and the paper that is handed in can be read. */
class OptionsTest {

    @Test
    void whatIsSaidAfterTheNameChangesWhatIsUsual() {
        var options = Options.of(List.of("--seconds=5", "--rate=0", "--pack=parks/felling"));
        assertThat(options.seconds()).isEqualTo(5);
        assertThat(options.rate()).isZero();
        assertThat(options.pack()).contains("parks/felling");
        assertThat(options.workers()).isEqualTo(16);
        assertThatThrownBy(() -> Options.of(List.of("--speed=9"))).hasMessageContaining("--speed");
        assertThatThrownBy(() -> Options.of(List.of("fast"))).hasMessageContaining("--option=value");
    }

    @Test
    void thePlaceOfEachObjectOfThePaperIsTrue() {
        var pdf = new String(SamplePdf.of("deed-7"), StandardCharsets.US_ASCII);
        var table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF")));
        var entries = pdf.substring(table).lines().skip(3).limit(3).toList();
        assertThat(pdf).contains("%deed-7\n");
        assertThat(pdf.substring(table)).startsWith("xref\n0 4\n");
        for (int i = 0; i < entries.size(); i++) {
            var offset = Integer.parseInt(entries.get(i).substring(0, 10));
            assertThat(pdf.substring(offset)).startsWith((i + 1) + " 0 obj");
        }
    }
}
