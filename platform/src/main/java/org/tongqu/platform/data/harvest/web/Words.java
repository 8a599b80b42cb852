package org.tongqu.platform.data.harvest.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.harvest.Fault;
import org.tongqu.platform.data.harvest.HarvestRun;
import org.tongqu.platform.data.harvest.RejectedRecord;
import org.tongqu.platform.data.harvest.Source;
import org.tongqu.platform.trust.identity.SignedIn;

/** What the pages of harvests say alike. */
final class Words {

    static final String LIST = "/desk/catalog/harvest";

    private Words() {}

    static void admit(SignedIn.Officer officer) {
        if (!SharingPlace.isConcerned(officer)) {
            throw forbidden();
        }
    }

    static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static String address(Source source) {
        return LIST + "/" + source.id();
    }

    static String address(RejectedRecord rejected) {
        return LIST + "/" + rejected.source() + "/rejected/" + rejected.id();
    }

    static String of(Texts texts, String codes, Coded value) {
        return texts.say("harvest." + codes + "." + value.code());
    }

    static List<Choice> choices(Texts texts, String codes, Coded[] values) {
        return Stream.of(values)
                .map(value -> Choice.of(value.code(), of(texts, codes, value)))
                .toList();
    }

    static String every(Texts texts, Source source) {
        var hours = source.said().everyHours();
        return hours == 0 ? texts.say("harvest.every.never") : texts.say("harvest.every", hours);
    }

    static Lamp lamp(Texts texts, Optional<HarvestRun> last) {
        if (last.isEmpty()) {
            return new Lamp(Light.DONE, texts.say("harvest.never"));
        }
        var run = last.get();
        var light = switch (run.state()) {
            case RUNNING -> run.halt().reason().isEmpty() ? Light.SOON : Light.PAUSED;
            case DONE -> run.halt().reason().isEmpty() ? Light.FINE : Light.SOON;
            case BROKEN -> Light.LATE;
        };
        var isWaiting =
                run.state() == HarvestRun.State.RUNNING && !run.halt().reason().isEmpty();
        return new Lamp(light, isWaiting ? texts.say("harvest.state.waiting") : of(texts, "state", run.state()));
    }

    /** Why a run stands still, broke off or marked nothing as gone; empty when all is well. */
    static String halt(Texts texts, HarvestRun run) {
        var why = run.halt();
        return why.reason().isEmpty() ? "" : texts.say("harvest.halt." + why.reason(), why.detail());
    }

    static String fault(Texts texts, Fault fault) {
        var field = "harvest.field." + fault.field();
        return texts.say(
                "harvest.fault." + fault.why().code(),
                texts.knows(field) ? texts.say(field) : texts.say("harvest.field.record"),
                fault.detail());
    }

    static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("harvest.fact." + name), value);
    }

    static DataTable table(Texts texts, String name, List<Column> columns, List<Row> rows) {
        return new DataTable(
                texts,
                texts.say("harvest.section." + name),
                columns,
                rows,
                EmptyState.of(texts.say("harvest.empty." + name), texts.say("harvest.empty." + name + ".text")),
                "");
    }

    static Column column(Texts texts, String name) {
        return Column.of(texts.say("harvest.column." + name));
    }

    static Column figures(Texts texts, String name) {
        return Column.figures(texts.say("harvest.column." + name));
    }
}
