package org.tongqu.platform.front.desk.web.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.front.answers.Answers;
import org.tongqu.platform.front.answers.PlaceNames;
import org.tongqu.platform.front.desk.web.Lamps;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.matter.decisions.Decision;
import org.tongqu.platform.matter.intake.Material;
import org.tongqu.platform.matter.intake.Submission;
import org.tongqu.platform.matter.notices.GivenNotice;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** What is told of a case: how it stands, what was handed in, what happened. */
record CaseTelling(Texts texts, CaseStory story, Pack pack, Directory directory, Instant now) {

    /** So many steps that are open at the same time can stand at the head of a case. */
    private static final int FEW = 2;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    CasePane.Heading heading(String close, String edition) {
        var head = story.view().head();
        return new CasePane.Heading(
                head.title(),
                head.receipt().value(),
                "/desk/cases/" + head.caseId(),
                close,
                new KeyFacts(facts(edition)),
                story.clocks().stream().map(this::clock).toList());
    }

    private List<Fact> facts(String edition) {
        var view = story.view();
        var head = view.head();
        var facts = new ArrayList<Fact>();
        facts.add(fact("item", Said.in(texts, view.item())).noting(edition));
        facts.add(fact("applicant", head.applicant().name()));
        facts.add(fact(
                "organisation",
                Said.in(
                        texts,
                        directory
                                .findOrganisation(head.organisation().code())
                                .map(organisation -> organisation.name()))));
        facts.add(fact("opened", texts.moment(head.openedAt())));
        inHand().forEach(task -> {
            facts.add(fact("step", Said.in(texts, task.step())));
            facts.add(fact("who", holder(task)));
        });
        if (story.tasks().size() > inHand().size()) {
            facts.add(fact(
                    "others",
                    texts.say("desk.case.others", texts.number(story.tasks().size()))));
        }
        view.standing().result().ifPresent(result -> {
            facts.add(fact("result", Said.in(texts, result.name())));
            facts.add(fact("ended", texts.moment(result.at())));
        });
        return facts;
    }

    /** Of many steps that are open at the same time only the reader's own; the others stand with their bodies below. */
    private List<CaseStory.OpenTask> inHand() {
        return story.tasks().size() <= FEW
                ? story.tasks()
                : story.tasks().stream().filter(task -> !task.acts().isEmpty()).toList();
    }

    private Fact fact(String name, String value) {
        return Fact.of(texts.say("desk.case.fact." + name), value);
    }

    private CasePane.Clock clock(RunningClock clock) {
        var evidence = "/desk/supervision/clocks/" + story.view().head().caseId() + "/" + clock.name();
        return new CasePane.Clock(
                Said.in(texts, clock.rule().label()), Lamps.shown(texts, lamp(clock)), until(clock), evidence);
    }

    private Lamp lamp(RunningClock clock) {
        return switch (clock.status()) {
            case RUNNING -> Lamp.of(Lamp.Timing.RUNNING, Optional.of(clock.warnAt()), Optional.of(clock.dueAt()), now);
            case STOPPED -> Lamp.STOPPED;
            case ENDED -> clock.ended().filter(end -> !end.onTime()).isPresent() ? Lamp.RED : Lamp.NONE;
        };
    }

    private String until(RunningClock clock) {
        return switch (clock.status()) {
            case RUNNING -> texts.say("desk.case.clock.due", texts.until(clock.dueAt()));
            case STOPPED -> texts.say("desk.case.clock.stopped");
            case ENDED ->
                texts.say(
                        clock.ended().filter(end -> !end.onTime()).isPresent()
                                ? "desk.case.clock.ended-late"
                                : "desk.case.clock.ended-on-time");
        };
    }

    CasePane.Papers papers(List<Submission> rounds, List<Decision> decisions, List<GivenNotice> told) {
        var materials = rounds.getLast().materials();
        var answers = new Answers(
                texts,
                story.answers(),
                rounds.getLast().filled().provenance(),
                new PlaceNames(directory),
                material -> materials.stream()
                        .filter(file -> file.materialId().equals(material))
                        .map(Material::fileName)
                        .toList(),
                Answers.Change.NONE);
        return new CasePane.Papers(
                answers.of(story.pages()),
                table(everHandedIn(rounds).stream()
                        .filter(file -> story.shows(file.materialId()))
                        .toList()),
                decisions.isEmpty() ? Optional.empty() : Optional.of(decided(decisions.getLast())),
                told(told));
    }

    private Timeline told(List<GivenNotice> notices) {
        return new Timeline(
                texts,
                notices.stream()
                        .map(notice -> Step.done(
                                        Said.in(texts, notice.words().title()),
                                        recipient(notice),
                                        notice.readAt()
                                                .map(read -> texts.say(
                                                        "desk.case.told.read",
                                                        texts.moment(notice.toldAt()),
                                                        texts.moment(read)))
                                                .orElseGet(() -> texts.say(
                                                        "desk.case.told.unread", texts.moment(notice.toldAt()))))
                                .saying(Said.in(texts, notice.words().text())))
                        .toList());
    }

    private String recipient(GivenNotice notice) {
        return switch (notice.words().to()) {
            case APPLICANT -> story.view().head().applicant().name();
            case HANDLERS ->
                directory
                        .findStaff(notice.recipient())
                        .map(staff -> staff.name())
                        .orElse(notice.recipient());
        };
    }

    /** What is valid now, then what a correction replaced. */
    private static List<Material> everHandedIn(List<Submission> rounds) {
        return rounds.reversed().stream()
                .flatMap(round -> round.materials().stream())
                .distinct()
                .toList();
    }

    private KeyFacts decided(Decision decision) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("number", decision.number()));
        pack.texts()
                .find("outcome." + decision.outcome())
                .ifPresent(outcome -> facts.add(fact("result", Said.in(texts, outcome))));
        if (!decision.grounds().reason().isEmpty()) {
            facts.add(fact("reason", decision.grounds().reason()));
        }
        facts.add(fact("basis", decision.grounds().basis()));
        facts.add(fact("decided-by", decision.by().name()));
        facts.add(fact("decided-at", texts.moment(decision.at())));
        return new KeyFacts(facts);
    }

    private DataTable table(List<Material> materials) {
        var columns = Stream.of("name", "file", "size", "at", "sum")
                .map(name -> Column.of(texts.say("desk.case.material." + name)))
                .toList();
        return new DataTable(
                texts,
                texts.say("desk.case.materials.caption"),
                columns,
                materials.stream().map(this::row).toList(),
                EmptyState.of(texts.say("desk.case.material.none.title"), texts.say("desk.case.material.none.text")),
                "");
    }

    private Row row(Material material) {
        var name = pack.form().materials().stream()
                .filter(ask -> ask.id().equals(material.materialId()))
                .findFirst()
                .map(ask -> Said.in(texts, ask.title()))
                .orElse(material.materialId());
        var href = "/desk/cases/" + story.view().head().caseId() + "/files/" + material.id();
        return Row.of(
                material.scannedBy()
                        .<Cell>map(clerk -> new Cell.TwoLines(name, texts.say("desk.case.material.scanned", clerk)))
                        .orElseGet(() -> new Cell.Words(name)),
                new Cell.Opens(material.fileName(), href),
                new Cell.Figure(texts.number(Math.ceilDiv(material.size(), 1024)) + " KB"),
                new Cell.Words(texts.moment(material.uploadedAt())),
                new Cell.Words(material.sha256().substring(0, 12) + "…"));
    }

    /** The oldest first, then what waits now. */
    Timeline timeline() {
        var steps = new ArrayList<Step>();
        story.lines().stream()
                .filter(line -> !isApplicantsClaim(line))
                .map(this::step)
                .forEach(steps::add);
        inHand().forEach(task -> steps.add(Step.now(
                Said.in(texts, task.step()),
                holder(task),
                task.dueAt()
                        .map(due -> texts.say("desk.case.clock.due", texts.until(due)))
                        .orElse(""),
                Lamps.shown(texts, Lamp.of(Lamp.Timing.RUNNING, Optional.empty(), task.dueAt(), now)))));
        return new Timeline(texts, steps);
    }

    /** Who has it in hand: an officer, the applicant, or nobody yet. */
    private String holder(CaseStory.OpenTask task) {
        return task.assigneeName()
                .orElseGet(
                        () -> texts.say(task.seat().isEmpty() ? "desk.case.fact.applicant" : "desk.inbox.unclaimed"));
    }

    /** An applicant takes nothing on; the engine's claim before a correction is no act of theirs. */
    private boolean isApplicantsClaim(CaseStory.Line line) {
        return line.key().equals("story.claimed")
                && line.byName()
                        .equals(Optional.of(story.view().head().applicant().name()));
    }

    private Step step(CaseStory.Line line) {
        var words = line.args().stream().map(this::word).toArray();
        return Step.done(texts.say("casework." + line.key(), words), who(line), texts.moment(line.at()))
                .saying(line.why().orElse(""));
    }

    /** Of another organisation than the one that has the case, with its name. */
    private String who(CaseStory.Line line) {
        var name = line.byName().orElseGet(() -> texts.say("desk.story.system"));
        return line.organisation()
                .filter(code -> !code.equals(story.view().head().organisation().code()))
                .flatMap(directory::findOrganisation)
                .map(organisation -> texts.say("desk.story.of", name, Said.in(texts, organisation.name())))
                .orElse(name);
    }

    /** A word of the story; a day is said as the reader's language says days. */
    private String word(Label label) {
        var said = Said.in(texts, label);
        return DAY.matcher(said).matches() ? texts.day(LocalDate.parse(said)) : said;
    }
}
