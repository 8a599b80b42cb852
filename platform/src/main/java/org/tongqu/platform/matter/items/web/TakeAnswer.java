package org.tongqu.platform.matter.items.web;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.items.BookRefusal;
import org.tongqu.platform.matter.items.BookRefusal.Fault;
import org.tongqu.platform.matter.items.ItemTelling;
import org.tongqu.platform.operate.sheets.FaultLine;
import org.tongqu.platform.operate.sheets.HandIn;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.operate.web.Html;

/** What whoever hands in a table of items is answered. */
final class TakeAnswer {

    private TakeAnswer() {}

    static Object of(
            HandIn door,
            PageFrame frame,
            @Nullable MultipartFile file,
            Function<byte[], Outcome<Taken, BookRefusal>> book)
            throws IOException {
        return door.answer(frame, file, book, why -> refused(door, frame, why));
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
        return FaultLine.table(
                texts,
                "items",
                faults.stream()
                        .map(fault -> new FaultLine(
                                fault.row(),
                                new Cell.TwoLines(
                                        fault.column(),
                                        fault.column().isEmpty() ? "" : ItemTelling.column(texts, fault.column())),
                                fault.found(),
                                texts.say("items.wrong." + fault.kind())))
                        .toList());
    }
}
