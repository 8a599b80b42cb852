package org.tongqu.platform.data.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Finding;
import org.tongqu.engines.statistics.Indicator;

/** Everything about an indicator in one period before it is released. */
public record Dossier(
        Indicator indicator,
        Period period,
        Covered covered,
        List<Waiting> figures,
        List<Found> findings,
        Optional<LocalDate> planned) {

    public Dossier {
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
    }

    /** A figure that is not released yet. @param before the released one it is to follow */
    public record Waiting(Figure figure, Optional<Figure> before) {}

    /** @param answer why the figure stands all the same */
    public record Found(Finding finding, Optional<Answer> answer) {}

    public record Answer(String reason, String by, Instant at) {}

    /** One line of the list. @param figures how many wait. @param reviewed how many of them */
    public record Listed(String indicator, Period period, int figures, int reviewed, Instant since) {}

    /** How many findings nobody accounted for. */
    public int unanswered() {
        return (int) findings.stream().filter(found -> found.answer().isEmpty()).count();
    }

    public boolean waitsFor(Figure.State state) {
        return figures.stream().anyMatch(waiting -> waiting.figure().state() == state);
    }
}
