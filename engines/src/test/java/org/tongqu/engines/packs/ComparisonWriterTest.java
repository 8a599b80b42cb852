package org.tongqu.engines.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.Condition;
import org.tongqu.engines.comparisons.Condition.Test.Below;
import org.tongqu.engines.comparisons.Condition.Test.Empty;
import org.tongqu.engines.comparisons.Condition.Test.Filled;
import org.tongqu.engines.comparisons.Condition.Test.NoneOf;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.packs.reading.ComparisonPacks;
import org.tongqu.engines.packs.reading.ComparisonWriter;

/** FEATURE: a comparison that is handed to another program is read there as it was declared. */
class ComparisonWriterTest {

    private static final List<ComparisonJob> SHIPPED = ComparisonPacks.readAll(
                    Path.of("..", "packs", "data-resources", "cross-checks"))
            .jobs();

    private static ComparisonJob again(ComparisonJob job) {
        return ComparisonWriter.read(ComparisonWriter.write(job)).orElseThrow();
    }

    @Test
    void thoseThatAreShippedStayTheSame() {
        assertThat(SHIPPED).hasSize(7).allMatch(job -> again(job).equals(job));
        assertThat(SHIPPED).anyMatch(ComparisonJob::isByEvidence);
    }

    @Test
    void allTestsOfAValueStayTheSame() {
        var job = SHIPPED.getFirst();
        var about = new Side(
                job.about().flow(),
                job.about().key(),
                List.of(
                        new Condition("a", new NoneOf(List.of("01", "否"))),
                        new Condition("b", new Below(new BigDecimal("-3.50"))),
                        new Condition("c", new Filled()),
                        new Condition("d", new Empty())),
                Optional.of("e"),
                List.of());
        var tested = new ComparisonJob(
                job.code(),
                job.words(),
                job.finds(),
                about,
                job.against(),
                job.pairs(),
                job.answer(),
                job.days(),
                job.sensitivity(),
                job.traits(),
                job.register());

        assertThat(again(tested)).isEqualTo(tested);
    }
}
