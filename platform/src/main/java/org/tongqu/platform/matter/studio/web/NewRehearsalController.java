package org.tongqu.platform.matter.studio.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.DateField;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FileUpload;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.Rehearsal;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.studio.RehearsalRefusal;
import org.tongqu.platform.matter.studio.Rehearsals;
import org.tongqu.platform.matter.studio.SentFile;
import org.tongqu.platform.matter.studio.Wanted;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where a changed pack is handed in to be tried. What was refused is told with all that is wrong; files are chosen anew. */
@Controller
class NewRehearsalController {

    private static final int USUAL_DAYS = 90;
    private static final String ENDINGS = ".bpmn,.dmn,.yaml,.yml,.json,.zip";

    private final Rehearsals rehearsals;
    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final Clock clock;

    NewRehearsalController(Rehearsals rehearsals, ServiceCatalogue catalogue, Directory directory, Clock clock) {
        this.rehearsals = rehearsals;
        this.catalogue = catalogue;
        this.directory = directory;
        this.clock = clock;
    }

    /** What the form says besides its files. */
    record Typed(
            @Nullable String pack,
            @Nullable String from,
            @Nullable String to,
            @Nullable String organisation) {

        private static String text(@Nullable String said) {
            return said == null ? "" : said.strip();
        }

        String packId() {
            return text(pack);
        }

        String firstDay() {
            return text(from);
        }

        String lastDay() {
            return text(to);
        }

        String office() {
            return text(organisation);
        }

        Optional<Rehearsal.Period> period() {
            try {
                return Optional.of(new Rehearsal.Period(LocalDate.parse(firstDay()), LocalDate.parse(lastDay())));
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        }
    }

    /** What is to be said of one attempt: under a question, and in a table. */
    private record Told(PageFrame frame, String field, String wrong, List<DataTable> problems) {

        String under(String name) {
            return name.equals(field) ? wrong : "";
        }
    }

    @GetMapping(Words.NEW)
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String pack) {
        if (!rehearsals.mayRehearse(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var usual = new Typed(pack, today.minusDays(USUAL_DAYS).toString(), today.toString(), "");
        return page(new Told(frame, "", "", List.of()), usual);
    }

    @PostMapping(Words.ALL)
    Object begin(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            Typed typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        var wanted = new Wanted(
                typed.packId(),
                typed.period(),
                Optional.of(typed.office()).filter(code -> !code.isEmpty()),
                sent(files == null ? List.of() : files));
        return switch (rehearsals.begin(officer, wanted)) {
            case Outcome.Done<Long, RehearsalRefusal>(var id) -> Redirect.to(Words.address(id));
            case Outcome.Refused<Long, RehearsalRefusal>(RehearsalRefusal.Busy(var id)) ->
                Redirect.to(Words.address(id) + "?refused=busy");
            case Outcome.Refused<Long, RehearsalRefusal>(var why) ->
                page(told(frame, why), typed).with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A field that is left empty sends a part without a name. */
    private static List<SentFile> sent(List<MultipartFile> files) {
        var sent = new ArrayList<SentFile>();
        for (var file : files) {
            var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            if (!name.isBlank()) {
                try {
                    sent.add(new SentFile(name, file.getBytes()));
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot read what was sent as " + name, e);
                }
            }
        }
        return sent;
    }

    private static Told told(PageFrame frame, RehearsalRefusal why) {
        var texts = frame.texts();
        return switch (why) {
            case RehearsalRefusal.MayNot no -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case RehearsalRefusal.NotYours no -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case RehearsalRefusal.NoSuchPack gone -> throw Words.notFound();
            case RehearsalRefusal.NoSuchRehearsal gone -> throw Words.notFound();
            case RehearsalRefusal.PeriodWrong wrong -> under(frame, "from", "studio.refused.period");
            case RehearsalRefusal.NoSuchOrganisation wrong ->
                under(frame, "organisation", "studio.refused.organisation");
            case RehearsalRefusal.NothingSent nothing -> under(frame, "files", "studio.refused.nothing");
            case RehearsalRefusal.NothingChanged nothing -> under(frame, "files", "studio.refused.unchanged");
            case RehearsalRefusal.NoCases none -> under(frame, "from", "studio.refused.no-cases");
            case RehearsalRefusal.TooManyCases(var cases, var most) ->
                new Told(
                        frame,
                        "from",
                        texts.say("studio.refused.too-many", texts.number(cases), texts.number(most)),
                        List.of());
            case RehearsalRefusal.Busy busy -> under(frame, "files", "studio.refused.busy");
            case RehearsalRefusal.FilesWrong(var faults) ->
                wrong(frame, faults.size(), Problems.ofFiles(texts, faults));
            case RehearsalRefusal.PackWrong(var problems) ->
                wrong(frame, problems.size(), Problems.ofPack(texts, problems));
        };
    }

    private static Told under(PageFrame frame, String field, String key) {
        return new Told(frame, field, frame.texts().say(key), List.of());
    }

    private static Told wrong(PageFrame frame, int count, DataTable problems) {
        var texts = frame.texts();
        var notice = NoticeBanner.error(texts.say("studio.refused.faulty"))
                .saying(texts.say("studio.refused.faulty.text", count));
        return new Told(
                frame.noticing(List.of(notice)), "files", texts.say("studio.refused.choose-again"), List.of(problems));
    }

    private Html page(Told told, Typed typed) {
        var frame = told.frame();
        var texts = frame.texts();
        var pack = catalogue.findPack(typed.packId()).orElseThrow(Words::notFound);
        var heading = texts.say("studio.try.pack", Said.in(texts, pack.title()));
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("studio.heading"), Words.STUDIO), new Crumb(texts.say("studio.try"), ""));
        return Html.page(
                "matter/studio/NewRehearsalPage",
                new NewRehearsalPage(
                        frame.titled(heading).at(Words.PLACE, crumbs),
                        heading,
                        facts(texts, pack),
                        told.problems(),
                        FormPage.of(
                                texts,
                                "",
                                FormPage.Send.to(Words.ALL, frame.csrf()).along("pack", pack.id()),
                                fields(texts, pack, typed, told),
                                Button.main(texts.say("studio.begin")))));
    }

    private KeyFacts facts(Texts texts, Pack pack) {
        var names = catalogue.content(pack.id()).names().stream()
                .filter(name -> name.endsWith(".bpmn") || name.endsWith(".dmn") || name.equals("pack.yaml"))
                .sorted()
                .toList();
        return new KeyFacts(List.of(
                Fact.of(texts.say("studio.fact.pack"), pack.id()),
                Fact.of(texts.say("studio.column.version"), pack.version()),
                Fact.of(texts.say("studio.fact.usual"), String.join(texts.say("studio.between"), names))));
    }

    private List<Field> fields(Texts texts, Pack pack, Typed typed, Told told) {
        return List.of(
                new FileUpload(
                        Question.of(texts, "files", texts.say("studio.ask.files"))
                                .hint(texts.say("studio.ask.files.hint"))
                                .wrong(told.under("files")),
                        ENDINGS,
                        texts.say("studio.ask.files.limit"),
                        FileUpload.Count.MANY,
                        List.of()),
                DateField.of(
                        Question.of(texts, "from", texts.say("studio.ask.from"))
                                .hint(texts.say("studio.ask.from.hint"))
                                .wrong(told.under("from")),
                        typed.firstDay()),
                DateField.of(Question.of(texts, "to", texts.say("studio.ask.to")), typed.lastDay()),
                new Select(
                        Question.of(texts, "organisation", texts.say("studio.ask.organisation"))
                                .optional()
                                .wrong(told.under("organisation")),
                        offices(texts, pack),
                        typed.office(),
                        texts.say("studio.organisation.all")));
    }

    /** Those that handle cases of the pack, by their code. */
    private List<Choice> offices(Texts texts, Pack pack) {
        return directory.organisations().stream()
                .filter(office -> office.kind().equals(pack.dispatch().organisationKind()))
                .sorted(Comparator.comparing(Organisation::code))
                .map(office -> Choice.of(office.code(), Said.in(texts, office.name())))
                .toList();
    }
}
