package org.tongqu.platform.data.exchange.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.exchanges.QualityRule;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.exchange.mapping.Failure;
import org.tongqu.exchange.table.Quarantine;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Quarantines;
import org.tongqu.platform.data.exchange.RepairRefusal;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** Rows that broke a rule: which, why, and the way to repair them. */
@Controller
class QuarantineController {

    private static final int PAGE = 20;
    private static final int LONGEST = 2000;

    private final Flows flows;
    private final Quarantines quarantines;

    QuarantineController(Flows flows, Quarantines quarantines) {
        this.flows = flows;
        this.quarantines = quarantines;
    }

    private static String address(String id) {
        return Words.address(id) + "/quarantine";
    }

    @GetMapping(Words.CENTRE + "/{id}/quarantine")
    Html rows(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done) {
        var texts = frame.texts();
        var flow = flows.find(id).orElseThrow(Words::notFound);
        var trail = Trail.of(after);
        var notices = new ArrayList<>(Done.told(frame, "exchange.done." + done).notices());
        var rows = switch (quarantines.open(officer, flow, trail.number().orElse(0L), PAGE)) {
            case Outcome.Done<List<Quarantine.Entry>, RepairRefusal>(var found) -> found;
            case Outcome.Refused<List<Quarantine.Entry>, RepairRefusal>(RepairRefusal.Away away) -> {
                notices.add(NoticeBanner.warning(texts.say("exchange.quarantine.away")));
                yield List.<Quarantine.Entry>of();
            }
            case Outcome.Refused<List<Quarantine.Entry>, RepairRefusal> other -> throw Words.forbidden();
        };
        if (quarantines.areInDepartment(flow)) {
            notices.add(NoticeBanner.warning(texts.say("exchange.quarantine.in-department")));
        }
        var title = Said.in(texts, flow.flow().title());
        var next = Trail.next(rows, PAGE, Quarantine.Entry::id);
        return Html.page(
                "data/exchange/QuarantinePage",
                new QuarantinePage(
                        frame.noticing(notices)
                                .titled(texts.say("exchange.quarantine.heading"))
                                .at("exchange", crumbs(texts, flow, texts.say("exchange.quarantine.heading"))),
                        title,
                        table(texts, flow, rows),
                        ListAddress.of(address(id))
                                .pages(texts, trail, next, texts.say("exchange.quarantine.shown", rows.size()))));
    }

    private static Breadcrumbs crumbs(Texts texts, PlannedFlow flow, String here) {
        return Breadcrumbs.of(
                new Crumb(texts.say("exchange.heading"), Words.CENTRE),
                new Crumb(Said.in(texts, flow.flow().title()), Words.address(flow.id())),
                new Crumb(here, ""));
    }

    private DataTable table(Texts texts, PlannedFlow flow, List<Quarantine.Entry> rows) {
        var areHere = !quarantines.areInDepartment(flow);
        return new DataTable(
                texts,
                texts.say("exchange.quarantine.table"),
                Stream.of("line", "key", "reason", "content")
                        .map(name -> Column.of(texts.say("exchange.column." + name)))
                        .toList(),
                rows.stream()
                        .map(row -> {
                            var href = address(flow.id()) + "/" + row.id();
                            var line = texts.number(row.line());
                            var key = new Cell.Words(row.key());
                            var why = new Cell.TwoLines(
                                    why(texts, flow, row.failure()),
                                    row.failure().column());
                            return areHere
                                    ? Row.opening(
                                            href, new Cell.Opens(line, href), key, why, new Cell.Words(shown(row)))
                                    : Row.of(
                                            new Cell.Words(line),
                                            key,
                                            why,
                                            new Cell.Words(texts.say("exchange.quarantine.there")));
                        })
                        .toList(),
                EmptyState.of(texts.say("exchange.quarantine.empty"), texts.say("exchange.quarantine.empty.text")),
                "");
    }

    /** The rule in words: the flow's own, or one that every flow has. */
    private static String why(Texts texts, PlannedFlow flow, Failure failure) {
        return flow.flow().rules().stream()
                .filter(rule -> rule.id().equals(failure.rule()))
                .findFirst()
                .map(QualityRule::meaning)
                .map(meaning -> Said.in(texts, meaning))
                .orElseGet(() -> texts.knows("exchange.rule." + failure.rule())
                        ? texts.say("exchange.rule." + failure.rule())
                        : failure.rule());
    }

    private static String shown(Quarantine.Entry row) {
        var values = new ArrayList<String>();
        content(row).forEach((name, value) -> values.add(name + "=" + value));
        return String.join("  ", values);
    }

    private static Map<String, String> content(Quarantine.Entry row) {
        var values = new LinkedHashMap<String, String>();
        if (DatumJson.read(row.content()) instanceof Datum.Fields(var fields)) {
            fields.forEach((name, value) -> values.put(name, value instanceof Datum.Text(var text) ? text : ""));
        }
        return values;
    }

    @GetMapping(Words.CENTRE + "/{id}/quarantine/{row}")
    Html row(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @PathVariable long row) {
        return draw(frame, officer, id, row, Map.of());
    }

    @PostMapping(Words.CENTRE + "/{id}/quarantine/{row}")
    Object repair(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @PathVariable long row,
            @RequestParam Map<String, String> sent) {
        var texts = frame.texts();
        var flow = flows.find(id).orElseThrow(Words::notFound);
        var corrected = new HashMap<String, String>();
        quarantines.repairable(flow).forEach(field -> {
            var value = sent.get("f." + field);
            if (value != null) {
                corrected.put(field, value);
            }
        });
        return switch (quarantines.repair(officer, flow, row, corrected)) {
            case Outcome.Done<PlannedFlow, RepairRefusal> done -> Redirect.to(address(id) + "?done=replayed");
            case Outcome.Refused<PlannedFlow, RepairRefusal>(RepairRefusal.Gone gone) -> throw Words.notFound();
            case Outcome.Refused<PlannedFlow, RepairRefusal>(RepairRefusal.MayNot no) -> throw Words.forbidden();
            case Outcome.Refused<PlannedFlow, RepairRefusal>(RepairRefusal.Away away) ->
                again(frame, officer, id, row, corrected, texts.say("exchange.quarantine.away"));
            case Outcome.Refused<PlannedFlow, RepairRefusal>(RepairRefusal.AtItsSource source) ->
                again(frame, officer, id, row, corrected, texts.say("exchange.quarantine.at-source"));
            case Outcome.Refused<PlannedFlow, RepairRefusal>(RepairRefusal.Still(var failure)) ->
                again(
                        frame,
                        officer,
                        id,
                        row,
                        corrected,
                        texts.say("exchange.quarantine.still", why(texts, flow, failure)));
        };
    }

    private Html again(
            PageFrame frame,
            SignedIn.Officer officer,
            String id,
            long row,
            Map<String, String> corrected,
            String message) {
        return draw(frame.noticing(List.of(NoticeBanner.error(message))), officer, id, row, corrected)
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Html draw(PageFrame frame, SignedIn.Officer officer, String id, long row, Map<String, String> corrected) {
        var texts = frame.texts();
        var flow = flows.find(id).orElseThrow(Words::notFound);
        if (quarantines.areInDepartment(flow)) {
            throw Words.notFound();
        }
        var entry = entry(officer, flow, row);
        var heading = texts.say("exchange.quarantine.row", texts.number(entry.line()));
        var content = content(entry);
        List<Field> fields = quarantines.repairable(flow).stream()
                .filter(content::containsKey)
                .<Field>map(field -> TextField.of(
                                Question.of(texts, "f." + field, field).optional(),
                                corrected.getOrDefault(field, content.getOrDefault(field, "")))
                        .upTo(LONGEST))
                .toList();
        var facts = List.of(
                fact(texts, "key", entry.key()),
                fact(texts, "reason", why(texts, flow, entry.failure())),
                fact(texts, "target", entry.failure().column()));
        return Html.page(
                "data/exchange/RepairPage",
                new RepairPage(
                        frame.titled(heading).at("exchange", crumbs(texts, flow, heading)),
                        heading,
                        new KeyFacts(facts),
                        FormPage.of(
                                        texts,
                                        "",
                                        FormPage.Send.to(address(id) + "/" + row, frame.csrf()),
                                        fields,
                                        Button.main(texts.say("exchange.quarantine.send")))
                                .lead(texts.say("exchange.quarantine.repair.lead"))));
    }

    private static KeyFacts.Fact fact(Texts texts, String name, String value) {
        return KeyFacts.Fact.of(texts.say("exchange.column." + name), value);
    }

    private Quarantine.Entry entry(SignedIn.Officer officer, PlannedFlow flow, long row) {
        return switch (quarantines.open(officer, flow, row - 1, 1)) {
            case Outcome.Done<List<Quarantine.Entry>, RepairRefusal>(var found) ->
                found.stream().filter(entry -> entry.id() == row).findFirst().orElseThrow(Words::notFound);
            case Outcome.Refused<List<Quarantine.Entry>, RepairRefusal>(RepairRefusal.Away away) ->
                throw Words.notFound();
            case Outcome.Refused<List<Quarantine.Entry>, RepairRefusal> other -> throw Words.forbidden();
        };
    }
}
