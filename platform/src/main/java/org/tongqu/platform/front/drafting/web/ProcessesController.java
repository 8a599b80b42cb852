package org.tongqu.platform.front.drafting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.engines.cases.process.ProcessReader;
import org.tongqu.platform.front.answers.ProcessPicture;
import org.tongqu.platform.matter.casework.CaseCounts;
import org.tongqu.platform.matter.casework.CaseCounts.Counted;
import org.tongqu.platform.matter.processes.Draft;
import org.tongqu.platform.matter.processes.DraftLine;
import org.tongqu.platform.matter.processes.Drafts;
import org.tongqu.platform.matter.processes.ProcessComparison;
import org.tongqu.platform.matter.services.ProcessFile;
import org.tongqu.platform.matter.services.ProcessFiles;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** Which processes there are, what is in use of each, and what was before. */
@Controller
class ProcessesController {

    static final String LIST = "/desk/studio/processes";

    private static final String REHEARSAL = "/desk/studio";

    private final ProcessFiles files;
    private final Drafts drafts;
    private final CaseCounts counts;

    ProcessesController(ProcessFiles files, Drafts drafts, CaseCounts counts) {
        this.files = files;
        this.drafts = drafts;
        this.counts = counts;
    }

    @GetMapping(LIST)
    Html list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String done) {
        var texts = frame.texts();
        var told = Done.told(frame, "drafting.done." + done);
        return Html.page(
                "front/drafting/ProcessesPage",
                new ProcessesPage(
                        told.titled(texts.say("drafting.list")).at(DraftingPlaces.PLACE, Breadcrumbs.none()),
                        open(texts, officer),
                        processes(texts)));
    }

    private static List<Column> columns(Texts texts, String... names) {
        return Stream.of(names)
                .map(name -> Column.of(texts.say("drafting.column." + name)))
                .toList();
    }

    private DataTable open(Texts texts, SignedIn.Officer officer) {
        return new DataTable(
                texts,
                texts.say("drafting.open"),
                columns(texts, "process", "state", "changed", "who"),
                drafts.open(officer).stream()
                        .map(line -> Row.opening(
                                ProcessAt.address(line.place()) + "/draft",
                                new Cell.Opens(
                                        title(texts, line.place().packId()),
                                        ProcessAt.address(line.place()) + "/draft"),
                                new Cell.Words(texts.say(
                                        "drafting.state." + line.state().code())),
                                new Cell.Words(texts.moment(line.at())),
                                new Cell.Words(line.name())))
                        .toList(),
                EmptyState.of(texts.say("drafting.open.none"), texts.say("drafting.open.none.text")),
                "");
    }

    private String title(Texts texts, String packId) {
        return files.all().stream()
                .filter(process -> process.pack().id().equals(packId))
                .map(process -> Said.in(texts, process.pack().title()))
                .findFirst()
                .orElse(packId);
    }

    private DataTable processes(Texts texts) {
        var counted = counts.byPack();
        Map<Draft.Place, DraftLine> published =
                drafts.latest().stream().collect(Collectors.toMap(DraftLine::place, Function.identity()));
        var columns = new ArrayList<>(columns(texts, "pack", "process", "version"));
        columns.add(Column.figures(texts.say("drafting.column.open")));
        columns.add(Column.figures(texts.say("drafting.column.all")));
        columns.addAll(columns(texts, "published"));
        return new DataTable(
                texts,
                texts.say("drafting.list"),
                columns,
                files.all().stream()
                        .map(process -> row(
                                texts,
                                process,
                                counted.getOrDefault(process.pack().id(), Counted.NONE),
                                Optional.ofNullable(published.get(
                                        new Draft.Place(process.pack().id(), process.file())))))
                        .toList(),
                EmptyState.of(texts.say("drafting.none"), texts.say("drafting.none.text")),
                "");
    }

    private static Row row(Texts texts, ProcessFile process, Counted counted, Optional<DraftLine> published) {
        var href = new ProcessAt(process).address();
        return Row.opening(
                href,
                new Cell.Opens(Said.in(texts, process.pack().title()), href),
                new Cell.TwoLines(process.name(), process.pack().id()),
                new Cell.Words(process.pack().version()),
                new Cell.Figure(String.valueOf(counted.open())),
                new Cell.Figure(String.valueOf(counted.all())),
                new Cell.Words(published
                        .map(line -> texts.say("drafting.published.by", line.name(), texts.moment(line.at())))
                        .orElseGet(() -> texts.say("drafting.delivered"))));
    }

    @GetMapping(ProcessAt.PATH)
    Html process(
            PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @ModelAttribute ProcessAt.Path path) {
        var texts = frame.texts();
        var at = ProcessAt.of(files, path);
        var heading = at.heading(texts);
        var picture = ProcessReader.drawing(files.body(at.process()))
                .map(drawing -> ProcessPicture.of(texts, drawing).titled(heading));
        var published = drafts.published(at.process());
        var open = drafts.findOpen(officer, at.process());
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("drafting.list"), LIST), new Crumb(heading, ""));
        return Html.page(
                "front/drafting/ProcessPage",
                new ProcessPage(
                        frame.titled(heading).at(DraftingPlaces.PLACE, crumbs),
                        heading,
                        facts(texts, at.process(), published),
                        picture,
                        ways(texts, at, open),
                        open.isEmpty() && drafts.mayDraw(officer) ? List.of(begin(frame, at)) : List.of(),
                        cases(texts, at.process()),
                        versions(texts, at, published)));
    }

    private static KeyFacts facts(Texts texts, ProcessFile process, List<Draft> published) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(texts.say("drafting.column.version"), process.pack().version()));
        facts.add(Fact.of(texts.say("drafting.column.process"), process.pack().id() + "/" + process.file()));
        var now = published.stream()
                .filter(draft -> draft.fate().number().equals(process.number()))
                .findFirst();
        facts.add(Fact.of(
                texts.say("drafting.column.published"),
                now.flatMap(draft -> draft.fate().decided())
                        .map(told -> texts.say("drafting.published.by", told.name(), texts.moment(told.at())))
                        .orElseGet(() -> texts.say("drafting.delivered"))));
        if (now.isEmpty() && !published.isEmpty()) {
            facts.add(Fact.of(texts.say("drafting.overtaken"), texts.say("drafting.overtaken.text")));
        }
        return new KeyFacts(facts);
    }

    private static List<ButtonLink> ways(Texts texts, ProcessAt at, Optional<Draft> open) {
        var ways = new ArrayList<ButtonLink>();
        open.ifPresent(draft -> ways.add(
                ButtonLink.main(texts.say("drafting.go." + draft.state().code()), at.draft())));
        ways.add(ButtonLink.quiet(texts.say("drafting.rehearse"), REHEARSAL));
        return ways;
    }

    private static FormPage begin(PageFrame frame, ProcessAt at) {
        var texts = frame.texts();
        return new FormPage(
                texts,
                "",
                texts.say("drafting.begin.lead"),
                FormPage.Send.to(at.draft() + "/begin", frame.csrf()),
                List.of(),
                List.of(Button.main(texts.say("drafting.begin"))));
    }

    private DataTable cases(Texts texts, ProcessFile process) {
        var columns = new ArrayList<>(columns(texts, "version"));
        columns.add(Column.figures(texts.say("drafting.column.open")));
        columns.add(Column.figures(texts.say("drafting.column.all")));
        return new DataTable(
                texts,
                texts.say("drafting.cases"),
                columns,
                counts.byVersion(process.pack().id()).entrySet().stream()
                        .map(counted -> Row.of(
                                new Cell.Words(counted.getKey()),
                                new Cell.Figure(
                                        String.valueOf(counted.getValue().open())),
                                new Cell.Figure(
                                        String.valueOf(counted.getValue().all()))))
                        .toList(),
                EmptyState.of(texts.say("drafting.cases.none"), texts.say("drafting.cases.none.text")),
                "");
    }

    private static DataTable versions(Texts texts, ProcessAt at, List<Draft> published) {
        return new DataTable(
                texts,
                texts.say("drafting.versions"),
                columns(texts, "version", "drawn", "approved", "note"),
                published.stream()
                        .map(draft -> Row.of(
                                new Cell.Opens(
                                        draft.fate().version(),
                                        at.address() + "/versions/"
                                                + draft.fate().number().orElseThrow()),
                                told(texts, draft.fate().submitted()),
                                told(texts, draft.fate().decided()),
                                new Cell.Words(draft.fate().note())))
                        .toList(),
                EmptyState.of(texts.say("drafting.versions.none"), texts.say("drafting.versions.none.text")),
                "");
    }

    private static Cell told(Texts texts, Optional<Draft.Told> told) {
        return new Cell.TwoLines(
                told.map(Draft.Told::name).orElse(""),
                told.map(said -> texts.moment(said.at())).orElse(""));
    }

    @GetMapping(ProcessAt.PATH + "/versions/{number}")
    Html version(PageFrame frame, @ModelAttribute ProcessAt.Path path, @PathVariable int number) {
        var texts = frame.texts();
        var at = ProcessAt.of(files, path);
        var draft = drafts.findPublished(at.process(), number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var heading =
                texts.say("drafting.version", at.heading(texts), draft.fate().version());
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("drafting.list"), LIST),
                new Crumb(at.heading(texts), at.address()),
                new Crumb(draft.fate().version(), ""));
        var telling = new DraftTelling(frame.titled(heading).at(DraftingPlaces.PLACE, crumbs), at);
        return Html.page(
                "front/drafting/DraftPage",
                new DraftPage(
                        telling.frame(),
                        heading,
                        telling.facts(draft),
                        List.of(),
                        telling.drawing(draft.content().body()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(telling.differences(
                                texts.say("drafting.differences.before"), ProcessComparison.of(draft.content()))),
                        List.of()));
    }
}
