package org.tongqu.platform.data.files.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FileUpload;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.Batch;
import org.tongqu.platform.data.files.SenderKey;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** What the pages about batches say. */
@Component
class FilesTelling {

    private static final int LONGEST_KEY = 2000;
    private static final int DIGEST_SHOWN = 12;

    private final Flows flows;
    private final Directory directory;

    FilesTelling(Flows flows, Directory directory) {
        this.flows = flows;
        this.directory = directory;
    }

    private static List<Column> columns(Texts texts, String... names) {
        return Stream.of(names)
                .map(name -> Column.of(texts.say("files.column." + name)))
                .toList();
    }

    DataTable flows(Texts texts, List<PlannedFlow> shown) {
        return new DataTable(
                texts,
                texts.say("files.flows"),
                columns(texts, "flow", "parties", "sender", "format"),
                shown.stream()
                        .map(flow -> Row.opening(
                                FilesController.LIST + "/" + flow.id(),
                                new Cell.Opens(title(texts, flow), FilesController.LIST + "/" + flow.id()),
                                new Cell.Words(texts.say(
                                        "files.parties",
                                        office(texts, flow.provider()),
                                        office(texts, flow.consumer()))),
                                new Cell.Words(flow.running().from()),
                                new Cell.Words(flow.flow().source().table())))
                        .toList(),
                EmptyState.of(texts.say("files.flows.empty"), texts.say("files.flows.empty.text")),
                "");
    }

    private static String title(Texts texts, PlannedFlow flow) {
        return Said.in(texts, flow.flow().title());
    }

    private String office(Texts texts, String code) {
        return Said.in(texts, directory.findName(code), code);
    }

    DataTable batches(Texts texts, List<Batch> shown) {
        return new DataTable(
                texts,
                texts.say("files.batches"),
                columns(texts, "state", "batch", "wrong", "size", "signer", "came"),
                shown.stream().map(batch -> row(texts, batch)).toList(),
                EmptyState.of(texts.say("files.batches.empty"), texts.say("files.batches.empty.text")),
                "");
    }

    private Row row(Texts texts, Batch batch) {
        var manifest = batch.manifest();
        var flow = flows.find(manifest.flow()).map(known -> title(texts, known)).orElse(manifest.flow());
        return Row.of(
                new Cell.Lit(lamp(texts, batch)),
                new Cell.TwoLines(manifest.batch(), flow),
                batch.fault()
                        .<Cell>map(fault ->
                                new Cell.TwoLines(fault.text(Said.language(texts)), fault.remedy(Said.language(texts))))
                        .orElseGet(() -> taken(texts, batch)),
                new Cell.TwoLines(
                        texts.say("files.bytes", texts.number(manifest.bytes())),
                        texts.say("files.rows", texts.number(manifest.rows()))),
                new Cell.TwoLines(
                        manifest.seal().map(seal -> seal.key()).orElse("—"),
                        texts.say(
                                "files.digest",
                                manifest.files().getFirst().sha256().substring(0, DIGEST_SHOWN))),
                new Cell.TwoLines(
                        texts.moment(batch.times().begun()),
                        texts.knows("files.by." + batch.by()) ? texts.say("files.by." + batch.by()) : batch.by()));
    }

    private static Cell taken(Texts texts, Batch batch) {
        return batch.times()
                .run()
                .<Cell>map(run -> new Cell.Opens(
                        texts.say("files.receipt", run),
                        "/desk/exchange/" + batch.manifest().flow() + "/runs/" + run))
                .orElseGet(() -> new Cell.Words(texts.say("files.nothing-wrong")));
    }

    private static Lamp lamp(Texts texts, Batch batch) {
        var light = switch (batch.state()) {
            case RECEIVING, CHECKING, PLACING -> Light.SOON;
            case WAITING -> Light.FINE;
            case TAKEN -> Light.DONE;
            case SET_ASIDE -> Light.LATE;
        };
        return new Lamp(light, texts.say("files.state." + batch.state().code()));
    }

    FilesPage.Sending sending(PageFrame frame, PlannedFlow flow, List<SenderKey> keys, SftpPart sftp) {
        var texts = frame.texts();
        var address = FilesController.LIST + "/" + flow.id();
        var file = Question.of(texts, "file", texts.say("files.file"));
        var key = Question.of(texts, "key", texts.say("files.key")).hint(texts.say("files.key.hint"));
        return new FilesPage.Sending(
                address + "/pieces",
                FormPage.of(
                        texts,
                        "",
                        FormPage.Send.to(address, frame.csrf()),
                        List.of(new FileUpload(
                                file,
                                "." + flow.flow().source().table(),
                                texts.say("files.limit"),
                                FileUpload.Count.ONE,
                                List.of())),
                        Button.main(texts.say("files.send"))),
                keys(texts, keys),
                FormPage.of(
                        texts,
                        "",
                        FormPage.Send.to(address + "/keys", frame.csrf()),
                        List.of(new TextArea(key, "", 4, LONGEST_KEY)),
                        Button.plain(texts.say("files.key.register"))),
                keys.stream()
                        .filter(one -> one.withdrawn().isEmpty())
                        .map(one -> new FilesPage.Withdrawal(
                                one.id(),
                                FormPage.of(
                                        texts,
                                        "",
                                        FormPage.Send.to(address + "/keys/" + one.id() + "/withdraw", frame.csrf()),
                                        List.of(),
                                        Button.grave(texts.say("files.key.withdraw")))))
                        .toList(),
                sftp);
    }

    private static DataTable keys(Texts texts, List<SenderKey> keys) {
        return new DataTable(
                texts,
                texts.say("files.keys"),
                columns(texts, "key", "by", "since", "withdrawn"),
                keys.stream()
                        .map(key -> Row.of(
                                new Cell.Words(key.id()),
                                new Cell.Words(
                                        texts.knows("files.by." + key.by())
                                                ? texts.say("files.by." + key.by())
                                                : key.by()),
                                new Cell.Words(texts.moment(key.since())),
                                new Cell.Words(
                                        key.withdrawn().map(texts::moment).orElse(texts.say("files.key.holds")))))
                        .toList(),
                EmptyState.of(texts.say("files.keys.empty"), texts.say("files.keys.empty.text")),
                "");
    }
}
