package org.tongqu.platform.front.desk.web.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendarTable.Fault;
import org.tongqu.kernel.time.WorkingCalendarTable.Problem;
import org.tongqu.platform.front.desk.web.DeskBanners;
import org.tongqu.platform.matter.casework.Recounts;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.directory.CalendarImported;
import org.tongqu.platform.trust.directory.CalendarRefusal;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Shows which years limits can be computed in; the system administrator imports the next. */
@Controller
class CalendarController {

    private static final String ADDRESS = "/desk/calendar";
    private static final String IMPORTER = "system-administrator";
    private static final int LONGEST_TABLE = 20_000;
    private static final int SHOWN_PROBLEMS = 10;

    /** How long the import waits for the open cases to be counted; the rest of them is done behind its back. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private final Directory directory;
    private final CalendarImports imports;
    private final Recounts recounts;
    private final DeskBanners banners;
    private final Clock clock;

    CalendarController(
            Directory directory, CalendarImports imports, Recounts recounts, DeskBanners banners, Clock clock) {
        this.directory = directory;
        this.imports = imports;
        this.recounts = recounts;
        this.banners = banners;
        this.clock = clock;
    }

    /** What was typed, and what is wrong with it. */
    private record Typed(String source, String table, String sourceWrong, String tableWrong) {
        static final Typed NOTHING = new Typed("", "", "", "");
    }

    @GetMapping(ADDRESS)
    Html calendar(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String after) {
        var texts = frame.texts();
        var told =
                done.isEmpty() ? frame : frame.noticing(List.of(NoticeBanner.success(texts.say("desk.calendar.done"))));
        return page(told, officer, Typed.NOTHING, after);
    }

    @PostMapping(ADDRESS)
    Object take(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String table) {
        var texts = frame.texts();
        if (!officer.has(IMPORTER)) {
            return page(frame, officer, Typed.NOTHING).with(HttpStatus.FORBIDDEN);
        }
        if (source.isBlank()) {
            var wrong = new Typed(source, table, texts.say("desk.calendar.source.missing"), "");
            return page(frame, officer, wrong).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (imports.take(officer, table, source.strip())) {
            case Outcome.Done<CalendarImported, CalendarRefusal> done -> {
                recounts.goOn(SOON);
                yield ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", ADDRESS + "?done=imported")
                        .build();
            }
            case Outcome.Refused<CalendarImported, CalendarRefusal>(var why) ->
                page(frame, officer, new Typed(source, table, "", words(texts, why)))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Html page(PageFrame frame, SignedIn.Officer officer, Typed typed) {
        return page(frame, officer, typed, "");
    }

    private Html page(PageFrame frame, SignedIn.Officer officer, Typed typed, String after) {
        var texts = frame.texts();
        var calendar = directory.calendar();
        var today = LocalDate.now(clock.withZone(Texts.ZONE));
        var known = new TreeSet<>(calendar.years());
        var facts = new KeyFacts(List.of(
                Fact.of(texts.say("desk.calendar.edition"), calendar.edition()),
                Fact.of(
                        texts.say("desk.calendar.years"),
                        known.tailSet(today.getYear() - 1).stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" "))),
                Fact.of(
                        texts.say("desk.calendar.next"),
                        directory
                                .findMissingYear(today)
                                .map(year -> texts.say("desk.calendar.missing", String.valueOf(year)))
                                .orElseGet(() -> texts.say("desk.calendar.enough")))));
        var titled = banners.on(frame, officer)
                .titled(texts.say("desk.calendar.title"))
                .at("calendar", Breadcrumbs.none());
        var form = officer.has(IMPORTER) ? Optional.of(form(frame, typed)) : Optional.<FormPage>empty();
        return Html.page(
                "front/desk/CalendarPage", new CalendarPage(titled, facts, recounted(texts, officer, after), form));
    }

    private Optional<CalendarPage.Recounted> recounted(Texts texts, SignedIn.Officer officer, String after) {
        return recounts.last()
                .map(last -> new RecountTelling(texts, last, directory)
                        .page(recounts.changed(officer, last.edition(), after), row -> recounts.opens(officer, row)));
    }

    private static FormPage form(PageFrame frame, Typed typed) {
        var texts = frame.texts();
        var source = Question.of(texts, "source", texts.say("desk.calendar.source"))
                .hint(texts.say("desk.calendar.source.hint"))
                .wrong(typed.sourceWrong());
        var table = Question.of(texts, "table", texts.say("desk.calendar.table"))
                .hint(texts.say("desk.calendar.table.hint"))
                .wrong(typed.tableWrong());
        return FormPage.of(
                texts,
                "",
                FormPage.Send.to(ADDRESS, frame.csrf()),
                List.<Field>of(
                        new TextField(source, typed.source(), TextField.Kind.PLAIN, 200),
                        new TextArea(table, typed.table(), 14, LONGEST_TABLE)),
                Button.main(texts.say("desk.calendar.import")));
    }

    private static String words(Texts texts, CalendarRefusal refusal) {
        return switch (refusal) {
            case CalendarRefusal.EditionExists(var edition) -> texts.say("desk.calendar.exists", edition);
            case CalendarRefusal.Unreadable(var problems) ->
                problems.stream()
                        .limit(SHOWN_PROBLEMS)
                        .map(problem -> words(texts, problem))
                        .collect(Collectors.joining(" "));
        };
    }

    private static String words(Texts texts, Problem problem) {
        var what = switch (problem.fault()) {
            case Fault.NoEdition fault -> texts.say("desk.calendar.fault.edition");
            case Fault.NoYears fault -> texts.say("desk.calendar.fault.years");
            case Fault.NotAYear(var found) -> texts.say("desk.calendar.fault.year", found);
            case Fault.NotThreeColumns(var found) -> texts.say("desk.calendar.fault.columns", String.valueOf(found));
            case Fault.NotADate(var found) -> texts.say("desk.calendar.fault.date", found);
            case Fault.UnknownKind(var found) -> texts.say("desk.calendar.fault.kind", found);
            case Fault.NameMissing fault -> texts.say("desk.calendar.fault.name");
            case Fault.OutsideTheYears(var year) -> texts.say("desk.calendar.fault.outside", String.valueOf(year));
            case Fault.NamedTwice(var date, var line) ->
                texts.say("desk.calendar.fault.twice", date.toString(), String.valueOf(line));
            case Fault.AlreadyAWorkingDay(var date) -> texts.say("desk.calendar.fault.working", date.toString());
        };
        return problem.line() == 0 ? what : texts.say("desk.calendar.line", String.valueOf(problem.line()), what);
    }
}
