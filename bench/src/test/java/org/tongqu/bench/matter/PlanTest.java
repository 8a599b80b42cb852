package org.tongqu.bench.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongqu.bench.visits.Fields.Field;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.packs.Demo;
import org.tongqu.engines.packs.DemoAnswers;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.reading.PackReader;

/** FEATURE: what is sent for a service follows from its pack alone, and its form has nothing to complain of. */
class PlanTest {

    private static final int APPLICATIONS = 50;

    /** Those the demo city knows answers for: only they can be sent in any number. */
    static Stream<Pack> packs() {
        return PackReader.readAll(Path.of("../packs")).packs().stream()
                .filter(pack -> !pack.demo().equals(Demo.NONE));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void theAnswersSatisfyTheForm(Pack pack) {
        var plan = Plan.of(pack);
        for (long number = 0; number < APPLICATIONS; number++) {
            var answers = DemoAnswers.make(pack.demo(), plan.town(), Plan.DAY, new SplittableRandom(number));
            assertThat(Forms.check(pack.form(), pack.schema(), Forms.asked(pack.form(), answers)))
                    .as("application " + number + ": " + answers)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyPaperThatIsAskedForIsSentAndTheStepsLeadToADocument(Pack pack) {
        var plan = Plan.of(pack);
        var application = plan.application(7);
        var answers = DemoAnswers.make(pack.demo(), plan.town(), Plan.DAY, new SplittableRandom(7));
        assertThat(Forms.checkMaterials(
                        pack.form(), answers, application.papers().keySet(), Set.of()))
                .isEmpty();
        assertThat(plan.steps()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void theSameNumberMakesTheSameApplicationAndAnotherNumberAnother(Pack pack) {
        var plan = Plan.of(pack);
        assertThat(text(plan, 1)).isEqualTo(text(plan, 1)).isNotEqualTo(text(plan, 2));
    }

    private static String text(Plan plan, long number) {
        return plan.application(number).fields().all().stream()
                .map(Field::toString)
                .collect(Collectors.joining());
    }
}
