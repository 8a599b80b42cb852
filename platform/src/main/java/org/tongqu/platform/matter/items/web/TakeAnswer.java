package org.tongqu.platform.matter.items.web;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.items.BookRefusal;
import org.tongqu.platform.matter.items.BookRefusal.Fault;
import org.tongqu.platform.matter.items.ItemTelling;
import org.tongqu.platform.operate.sheets.HandIn;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.operate.sheets.Unreadable;
import org.tongqu.platform.operate.web.Html;

/** What whoever hands in a table of items is answered. */
final class TakeAnswer {

    private static final int SHOWN = 60;

    private TakeAnswer() {}

    /** Takes a table over. */
    @FunctionalInterface
    interface Book {
        Outcome<Taken, BookRefusal> take(byte[] file);
    }

    static Object of(HandIn door, PageFrame frame, @Nullable MultipartFile file, Book book) throws IOException {
        if (file == null || file.isEmpty()) {
            return door.unreadable(frame, Unreadable.EMPTY).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (book.take(file.getBytes())) {
            case Outcome.Done<Taken, BookRefusal>(var taken) -> door.leave(taken);
            case Outcome.Refused<Taken, BookRefusal>(var refusal) ->
                refused(door, frame, refusal).with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Html refused(HandIn door, PageFrame frame, BookRefusal refusal) {
        return switch (refusal) {
            case BookRefusal.MayNot(var why) -> throw new ResponseStatusException(HttpStatus.FORBIDDEN, why.toString());
            case BookRefusal.NotRead(var why) -> door.unreadable(frame, why);
            case BookRefusal.Faulty(var faults, var more) ->
                door.faulty(frame, faults.size() + more, table(frame.texts(), faults));
        };
    }

    private static DataTable table(Texts texts, List<Fault> faults) {
        return new DataTable(
                texts,
                texts.say("items.faults", faults.size()),
                Stream.of("row", "column", "found", "why")
                        .map(name -> Column.of(texts.say("items.fault." + name)))
                        .toList(),
                faults.stream().map(fault -> row(texts, fault)).toList(),
                EmptyState.of(texts.say("portal.items.empty"), ""),
                "");
    }

    private static Row row(Texts texts, Fault fault) {
        var found = fault.found().length() > SHOWN ? fault.found().substring(0, SHOWN) + "…" : fault.found();
        return Row.of(
                new Cell.Words(String.valueOf(fault.row())),
                new Cell.TwoLines(
                        fault.column(), fault.column().isEmpty() ? "" : ItemTelling.column(texts, fault.column())),
                new Cell.Words(found),
                new Cell.Words(texts.say("items.wrong." + fault.kind())));
    }
}
