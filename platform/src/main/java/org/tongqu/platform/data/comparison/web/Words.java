package org.tongqu.platform.data.comparison.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.comparison.ComparisonRefusal;
import org.tongqu.platform.data.comparison.ComparisonRun;
import org.tongqu.platform.data.comparison.Finding;
import org.tongqu.platform.data.comparison.JobStanding;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** What the pages of comparisons say alike. */
final class Words {

    static final String LIST = "/desk/comparisons";

    private static final int SHOWN = 3;
    private static final String COVER = "***";

    private Words() {}

    static void admit(SignedIn.Officer officer) {
        if (!SharingPlace.isConcerned(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static String address(PlannedJob planned) {
        return LIST + "/" + planned.code();
    }

    static String address(PlannedJob planned, Finding finding) {
        return address(planned) + "/" + finding.id();
    }

    /** Where doubtful pairs are looked at. */
    static String queue(PlannedJob planned) {
        return address(planned) + "/review";
    }

    /** What is wrong with what was said before looking, by the name of the question. */
    static Map<String, String> wrong(Texts texts, ComparisonRefusal refusal) {
        return switch (refusal) {
            case ComparisonRefusal.PurposeMissing missing -> Map.of("purpose", texts.say("comparison.wrong.purpose"));
            case ComparisonRefusal.ReasonMissing missing -> Map.of("why", texts.say("comparison.wrong.why"));
            case ComparisonRefusal.MayNot no -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case ComparisonRefusal.NotOpened no -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case ComparisonRefusal.Settled no -> throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }

    static String title(Texts texts, PlannedJob planned) {
        return Said.in(texts, planned.job().words().title());
    }

    static String flow(Texts texts, PlannedFlow flow) {
        return Said.in(texts, flow.flow().title());
    }

    static String state(Texts texts, Finding.State state) {
        return texts.say("comparison.state." + state.code());
    }

    static Lamp lamp(Texts texts, Finding.State state) {
        var light = switch (state) {
            case OPEN -> Light.LATE;
            case SENT -> Light.SOON;
            case EXCUSED, CLOSED -> Light.DONE;
        };
        return new Lamp(light, state(texts, state));
    }

    static Lamp lamp(Texts texts, JobStanding standing) {
        var last = standing.last();
        if (last.isEmpty()) {
            return new Lamp(Light.DONE, texts.say("comparison.lamp.never"));
        }
        if (!last.get().isDone()) {
            return new Lamp(Light.LATE, reason(texts, last.get()));
        }
        return standing.unsettled() == 0
                ? new Lamp(Light.FINE, texts.say("comparison.lamp.agreed"))
                : new Lamp(Light.SOON, texts.say("comparison.lamp.unsettled", texts.number(standing.unsettled())));
    }

    static String reason(Texts texts, ComparisonRun run) {
        return texts.say(
                "comparison.reason." + run.reason().code(), run.reason().detail());
    }

    static String reach(Texts texts, ComparisonRun run) {
        var touched = run.counts().touched();
        return touched.isPresent()
                ? texts.say("comparison.reach.changed", texts.number(touched.getAsLong()))
                : texts.say("comparison.reach.all");
    }

    /** A value as the reader may see it. */
    static String value(ComparisonJob job, String value, Sight sight) {
        if (value.isEmpty()) {
            return "–";
        }
        if (sight == Sight.WHOLE
                || job.sensitivity() == Sensitivity.PUBLIC
                || job.sensitivity() == Sensitivity.INTERNAL) {
            return value;
        }
        var number = CitizenNumber.parse(value);
        return number instanceof Outcome.Done<CitizenNumber, ?>(var citizen)
                ? citizen.masked()
                : Optional.of(value)
                        .filter(text -> text.codePointCount(0, text.length()) > 2 * SHOWN)
                        .map(text -> text.substring(0, text.offsetByCodePoints(0, SHOWN)) + COVER)
                        .orElseGet(() -> value.substring(0, value.offsetByCodePoints(0, 1)) + COVER);
    }

    /** Whether personal values are shown. */
    enum Sight {
        WHOLE,
        MASKED
    }
}
