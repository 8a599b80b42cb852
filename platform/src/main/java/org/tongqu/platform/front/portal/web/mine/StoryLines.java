package org.tongqu.platform.front.portal.web.mine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.front.joint.Joint;
import org.tongqu.platform.front.portal.web.Limits;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.CaseStory.Kind;
import org.tongqu.platform.matter.casework.CaseStory.Line;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.matter.casework.Turn;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** A case as its applicant reads it: what was done, who has it now and until when, what is to come. */
@Component
public class StoryLines {

    /** What interests an applicant; what clocks did stands with the limits. */
    private static final Set<Kind> TOLD = EnumSet.of(Kind.APPLICANT, Kind.OFFICE, Kind.HALL, Kind.END);

    /** Steps inside the office that change nothing for the applicant. */
    private static final Set<String> INTERNAL = Set.of("story.claimed", "story.released", "story.transferred");

    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final Clock clock;

    StoryLines(ServiceCatalogue catalogue, Directory directory, Clock clock) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.clock = clock;
    }

    /** Who handles it at the same time. */
    Optional<Joint> joint(Texts texts, CaseStory story) {
        return Joint.of(texts, story, directory, clock.instant());
    }

    /** How much of what people wrote is told. */
    public enum Detail {
        WITH_WORDS,
        STEPS_ONLY
    }

    public Timeline tell(Texts texts, CaseStory story, Detail detail) {
        var steps = new ArrayList<Step>();
        story.lines().stream()
                .filter(line -> TOLD.contains(line.kind()) && !INTERNAL.contains(line.key()))
                .map(line -> done(texts, story.view(), line, detail))
                .forEach(steps::add);
        now(texts, story).ifPresent(steps::add);
        if (!story.view().standing().isEnded()) {
            ahead(texts, story).forEach(steps::add);
        }
        return new Timeline(texts, steps);
    }

    /** Where the case is, in words, e.g. for a list. */
    public String state(Texts texts, CaseView view) {
        var standing = view.standing();
        if (standing.result().isPresent()) {
            return Said.in(texts, standing.result().get().name());
        }
        return standing.turn() == Turn.APPLICANT
                ? texts.say("portal.state.waiting")
                : standing.stepNames().stream()
                        .findFirst()
                        .map(step -> Said.in(texts, step))
                        .orElseGet(() -> texts.say("portal.state.running"));
    }

    /** Until when the next move is due, in words; empty when nothing is measured. */
    public String until(Texts texts, CaseView view) {
        var standing = view.standing();
        if (standing.result().isPresent()) {
            return texts.say(
                    "portal.case.ended.at",
                    texts.day(standing.result().get().at().atZone(Texts.ZONE).toLocalDate()));
        }
        if (standing.turn() == Turn.APPLICANT) {
            return texts.say("portal.case.stopped");
        }
        return standing.dueAt()
                .map(due -> texts.say("portal.case.until", Lamps.lastDay(texts, due)))
                .orElse("");
    }

    public String office(Texts texts, CaseView view) {
        return directory
                .findOrganisation(view.head().organisation().code())
                .map(organisation -> Said.in(texts, organisation.name()))
                .orElse("");
    }

    /** Where several handle it, the one whose step it is. */
    private String office(Texts texts, CaseView view, Optional<String> whose) {
        return whose.flatMap(directory::findOrganisation)
                .map(organisation -> Said.in(texts, organisation.name()))
                .orElseGet(() -> office(texts, view));
    }

    public Optional<Lamp> lamp(Texts texts, CaseView view) {
        return Lamps.of(texts, view, clock.instant());
    }

    private Step done(Texts texts, CaseView view, Line line, Detail detail) {
        var who = switch (line.kind()) {
            case OFFICE -> office(texts, view, line.organisation());
            case HALL -> line.byName().orElse("");
            case APPLICANT, CLOCK, SERVICE, END -> "";
        };
        var words = detail == Detail.WITH_WORDS ? line.why().orElse("") : "";
        return Step.done(title(texts, line), who, texts.moment(line.at())).saying(words);
    }

    private static String title(Texts texts, Line line) {
        var args = line.args().stream().map(label -> Said.in(texts, label)).toArray();
        return switch (line.key()) {
            case "story.opened" -> texts.say("portal.case.submitted");
            case "story.completed" -> texts.say("portal.case.did", args);
            case "story.withdrawn" -> texts.say("portal.case.withdrawn");
            case "story.ended" -> texts.say("portal.case.ended.with", args);
            default -> texts.say("casework." + line.key(), args);
        };
    }

    private Optional<Step> now(Texts texts, CaseStory story) {
        var view = story.view();
        return story.tasks().stream().findFirst().map(task -> {
            var yours = view.standing().turn() == Turn.APPLICANT;
            var until = task.dueAt()
                    .map(due ->
                            texts.say(yours ? "portal.case.until.you" : "portal.case.until", Lamps.lastDay(texts, due)))
                    .orElseGet(() -> until(texts, view));
            var whose = task.seat().map(CaseStory.Seat::organisation);
            var who = yours ? texts.say("portal.case.you") : office(texts, view, whose);
            var lamp = lamp(texts, view).orElseGet(() -> Lamp.of(texts, Lamp.Light.FINE));
            return Step.now(Said.in(texts, task.step()), who, until, lamp);
        });
    }

    /** The office's steps that this case has not reached, in the order of the process; stages are told elsewhere. */
    private List<Step> ahead(Texts texts, CaseStory story) {
        if (!story.path().stages().isEmpty()) {
            return List.of();
        }
        Pack pack = catalogue.packByHash(story.view().head().pack().contentHash());
        var picture = story.picture();
        return pack.process().userTasks().stream()
                .filter(task -> !(task.performer() instanceof Performer.Applicant))
                .filter(task -> !picture.passed().contains(task.id())
                        && !picture.current().contains(task.id()))
                .map(task -> Step.ahead(
                        Said.in(texts, pack.texts().task(task.id())),
                        office(texts, story.view(), task),
                        within(texts, task)))
                .toList();
    }

    /** Who will have it: the case's own organisation, or the one of its kind for the same place. */
    private String office(Texts texts, CaseView view, Node.UserTask task) {
        var at = view.head().organisation();
        return task.organisation().isEmpty()
                ? office(texts, view)
                : directory
                        .findResponsible(task.organisation(), new DivisionCode(at.division()))
                        .map(organisation -> Said.in(texts, organisation.name()))
                        .orElse("");
    }

    private static String within(Texts texts, Node.UserTask task) {
        return task.limit()
                .map(limit -> texts.say("portal.case.ahead.within", Limits.say(texts, limit)))
                .orElseGet(() -> texts.say("portal.case.ahead.undated"));
    }
}
