package org.tongqu.bench.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tongqu.bench.visits.Fields;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.packs.DemoAnswers;
import org.tongqu.engines.packs.DemoAnswers.DemoTown;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.Scenario;
import org.tongqu.engines.packs.Scenario.Step;

/**
 * What is to be sent for a service, read from its pack: answers like those of the demo city, and the decisions of the
 * shortest of its stories in which officers alone lead an application to a document.
 *
 * @param steps what officers decide, in order
 */
record Plan(Pack pack, List<Decision> steps, DemoTown town) {

    private static final String APPLICANT = "applicant";
    private static final String PDF = "pdf";

    record Decision(String outcome, String reason) {}

    /** Of all applications, so that the same number makes the same one. */
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** One application. */
    record Application(Fields fields, Map<String, byte[]> papers) {}

    static Plan of(Pack pack) {
        var story = pack.scenarios().stream()
                .filter(scenario -> decisions(scenario).isPresent())
                .filter(scenario -> scenario.then().documents().stream().anyMatch(documents -> !documents.isEmpty()))
                .min(Comparator.comparingInt(scenario -> scenario.steps().size()))
                .orElseThrow(() -> new IllegalStateException(
                        pack.id() + " has no story in which officers alone lead to a document"));
        var field = pack.dispatch().divisionField();
        var division = story.given()
                .answers()
                .text(field)
                .orElseThrow(() -> new IllegalStateException(story.file() + " does not answer " + field));
        return new Plan(pack, decisions(story).orElseThrow(), MadeTown.in(division));
    }

    /** Empty when more happens in the story than that officers decide. */
    private static Optional<List<Decision>> decisions(Scenario story) {
        var made = new ArrayList<Decision>();
        for (var step : story.steps()) {
            switch (step) {
                case Step.Complete done
                when !done.by().equals(APPLICANT) -> made.add(new Decision(done.outcome(), done.reason()));
                case Step.Submit submitted -> {}
                case Step.Claim claimed -> {}
                case Step.Wait waited -> {}
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(made);
    }

    /** The same number makes the same application. */
    Application application(long number) {
        var answers = DemoAnswers.make(pack.demo(), town, DAY, new SplittableRandom(number));
        var papers = new LinkedHashMap<String, byte[]>();
        for (var ask : Forms.askedMaterials(pack.form(), answers)) {
            if (ask.isRequired()) {
                if (!ask.accept().contains(PDF)) {
                    throw new IllegalStateException("There is no sample of what " + ask.id() + " accepts");
                }
                papers.put(ask.id(), SamplePdf.of(ask.id() + "-" + number));
            }
        }
        return new Application(Fields.of(answers), papers);
    }
}
