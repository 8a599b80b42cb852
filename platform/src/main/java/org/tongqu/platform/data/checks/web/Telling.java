package org.tongqu.platform.data.checks.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.engines.comparisons.CounterCheck.Query;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.platform.data.checks.CheckAnswer;
import org.tongqu.platform.data.checks.CheckAnswer.Answered;
import org.tongqu.platform.data.checks.CheckAnswer.Beside;
import org.tongqu.platform.data.checks.CheckAnswer.Row;
import org.tongqu.platform.data.checks.CheckAnswer.Said.Told;
import org.tongqu.platform.data.checks.CheckAnswer.Said.Untold;
import org.tongqu.platform.data.checks.CheckAnswer.Why;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** Says what was answered, person by person. */
@Component
class Telling {

    private final Directory directory;

    Telling(Directory directory) {
        this.directory = directory;
    }

    List<CheckPage.Person> people(Texts texts, CheckAnswer answer) {
        return IntStream.range(0, answer.people().size())
                .mapToObj(at -> person(texts, answer, at))
                .toList();
    }

    private CheckPage.Person person(Texts texts, CheckAnswer answer, int at) {
        var number = answer.people().get(at);
        var title = texts.say("checks.person", texts.number(at + 1), number.masked());
        return new CheckPage.Person(
                "person-" + (at + 1),
                title,
                new DataTable(
                        texts,
                        texts.say("checks.answers", texts.number(at + 1)),
                        Stream.of("question", "result", "rows", "from")
                                .map(name -> Column.of(texts.say("checks.column." + name)))
                                .toList(),
                        answer.answers().stream()
                                .map(one -> row(texts, one, number))
                                .toList(),
                        EmptyState.of(texts.say("checks.empty"), ""),
                        ""));
    }

    private DataTable.Row row(Texts texts, Answered answered, CitizenNumber person) {
        var query = answered.query();
        var title = new Cell.Words(Said.in(texts, query.title()));
        return switch (answered.said()) {
            case Untold untold ->
                DataTable.Row.of(
                        title,
                        new Cell.Lit(new Lamp(Light.PAUSED, texts.say("checks.untold"))),
                        new Cell.Words(why(texts, untold)),
                        origin(texts, answered, ""));
            case Told told ->
                DataTable.Row.of(
                        title,
                        new Cell.Lit(lamp(texts, query, told.of(person))),
                        rows(texts, query, told.of(person)),
                        origin(
                                texts,
                                answered,
                                texts.say("checks.under", told.agreement(), texts.moment(told.asOf()))));
        };
    }

    private static String why(Texts texts, Untold untold) {
        var detail = untold.why() == Why.OTHER_PURPOSE
                ? texts.say("agreements.purpose." + untold.detail())
                : untold.detail();
        return texts.say("checks.why." + untold.why().code(), detail);
    }

    private static Lamp lamp(Texts texts, Query query, List<Row> rows) {
        if (rows.isEmpty()) {
            return new Lamp(Light.FINE, texts.say("checks.clear"));
        }
        if (rows.stream().anyMatch(row -> row.line() == Beside.BEYOND)) {
            return new Lamp(
                    Light.LATE,
                    query.line().map(line -> Said.in(texts, line.words())).orElse(""));
        }
        return new Lamp(Light.SOON, texts.say("checks.found", texts.number(rows.size())));
    }

    private static Cell rows(Texts texts, Query query, List<Row> rows) {
        return rows.isEmpty()
                ? new Cell.Words(Said.in(texts, query.answers().clear()))
                : new Cell.Listed(
                        Said.in(texts, query.answers().found()),
                        rows.stream().map(row -> told(texts, query, row)).toList());
    }

    private static String told(Texts texts, Query query, Row row) {
        var values = query.shown().stream()
                .map(one -> texts.say("checks.value", Said.in(texts, one.title()), value(row, one.column())));
        var line = query.line().stream()
                .filter(one -> row.line() != Beside.NONE)
                .map(one -> texts.say(
                        "checks.line." + (row.line() == Beside.BEYOND ? "beyond" : "within"),
                        Said.in(texts, one.words())));
        return Stream.concat(values, line).collect(Collectors.joining(texts.say("checks.comma")));
    }

    private static String value(Row row, String column) {
        var value = row.value(column);
        return value.isEmpty() ? "–" : value;
    }

    private Cell origin(Texts texts, Answered answered, String under) {
        return answered.flow()
                .map(flow -> (Cell) new Cell.Listed(
                        Said.in(texts, directory.findName(flow.provider()), flow.provider()),
                        Stream.of(Said.in(texts, flow.flow().title()), under)
                                .filter(text -> !text.isEmpty())
                                .toList()))
                .orElseGet(() -> new Cell.Words("–"));
    }
}
