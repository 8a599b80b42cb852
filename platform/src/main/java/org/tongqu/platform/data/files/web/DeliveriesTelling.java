package org.tongqu.platform.data.files.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.Delivery;
import org.tongqu.platform.data.files.FetchKey;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** What the pages about batches for others say. */
@Component
class DeliveriesTelling {

    private static final int DIGEST_SHOWN = 12;

    private final Flows flows;
    private final Directory directory;

    DeliveriesTelling(Flows flows, Directory directory) {
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
                texts.say("files.out.flows"),
                columns(texts, "flow", "parties", "receiver", "format"),
                shown.stream()
                        .map(flow -> Row.opening(
                                address(flow.id()),
                                new Cell.Opens(Said.in(texts, flow.flow().title()), address(flow.id())),
                                new Cell.Words(texts.say(
                                        "files.parties",
                                        office(texts, flow.provider()),
                                        office(texts, flow.consumer()))),
                                new Cell.Words(flow.running().to()),
                                new Cell.Words(flow.flow().target().table())))
                        .toList(),
                EmptyState.of(texts.say("files.out.flows.empty"), texts.say("files.out.flows.empty.text")),
                "");
    }

    private static String address(String flow) {
        return DeliveriesController.LIST + "/" + flow;
    }

    private String office(Texts texts, String code) {
        return Said.in(texts, directory.findName(code), code);
    }

    /** @param taking the flow whose files the reader may fetch */
    DataTable batches(Texts texts, List<Delivery> shown, Optional<PlannedFlow> taking) {
        return new DataTable(
                texts,
                texts.say("files.out.batches"),
                columns(texts, "state", "batch", "files", "size", "signer", "made"),
                shown.stream()
                        .map(delivery -> row(texts, delivery, taking.isPresent()))
                        .toList(),
                EmptyState.of(texts.say("files.out.batches.empty"), texts.say("files.out.batches.empty.text")),
                "");
    }

    private Row row(Texts texts, Delivery delivery, boolean isTaken) {
        var manifest = delivery.manifest();
        var title = flows.find(delivery.flow())
                .map(flow -> Said.in(texts, flow.flow().title()))
                .orElse(delivery.flow());
        return Row.of(
                new Cell.Lit(lamp(texts, delivery)),
                new Cell.TwoLines(manifest.batch(), title),
                files(texts, delivery, isTaken),
                new Cell.TwoLines(
                        texts.say("files.bytes", texts.number(manifest.bytes())),
                        texts.say("files.rows", texts.number(manifest.rows()))),
                new Cell.TwoLines(
                        manifest.seal().map(seal -> seal.key()).orElse("—"),
                        texts.say(
                                "files.digest",
                                manifest.files().getFirst().sha256().substring(0, DIGEST_SHOWN))),
                new Cell.TwoLines(
                        texts.moment(delivery.times().made()),
                        delivery.times()
                                .received()
                                .map(at -> texts.say(
                                        "files.out.received",
                                        texts.moment(at),
                                        delivery.times().by()))
                                .orElse("")));
    }

    private static Cell files(Texts texts, Delivery delivery, boolean isTaken) {
        if (delivery.times().cleared().isPresent()) {
            return new Cell.Words(texts.say(
                    "files.out.cleared", texts.moment(delivery.times().cleared().get())));
        }
        return isTaken
                ? new Cell.Ways(delivery.names().stream()
                        .map(name -> new Cell.Way(
                                name,
                                address(delivery.flow()) + "/" + delivery.id() + "/"
                                        + UriUtils.encodePathSegment(name, UTF_8)))
                        .toList())
                : new Cell.Words(String.join("、", delivery.names()));
    }

    private static Lamp lamp(Texts texts, Delivery delivery) {
        var times = delivery.times();
        if (times.received().isPresent()) {
            return new Lamp(Light.DONE, texts.say("files.out.state.received"));
        }
        return times.cleared().isPresent()
                ? new Lamp(Light.LATE, texts.say("files.out.state.missed"))
                : new Lamp(Light.FINE, texts.say("files.out.state.ready"));
    }

    DeliveriesPage.Taking taking(
            PageFrame frame, PlannedFlow flow, List<Delivery> shown, List<FetchKey> keys, SftpPart sftp) {
        var texts = frame.texts();
        var receipts = shown.stream()
                .filter(delivery -> delivery.times().received().isEmpty()
                        && delivery.times().cleared().isEmpty())
                .map(delivery -> act(
                        frame,
                        delivery.manifest().batch(),
                        address(flow.id()) + "/" + delivery.id() + "/receipt",
                        Button.plain(texts.say("files.out.receive"))));
        var withdrawals = keys.stream()
                .filter(key -> key.withdrawn().isEmpty())
                .map(key -> act(
                        frame,
                        key.shown() + "…",
                        address(flow.id()) + "/keys/" + key.id() + "/withdraw",
                        Button.grave(texts.say("files.key.withdraw"))));
        return new DeliveriesPage.Taking(
                keys(texts, keys),
                FormPage.of(
                        texts,
                        "",
                        FormPage.Send.to(address(flow.id()) + "/keys", frame.csrf()),
                        List.of(),
                        Button.plain(texts.say("files.out.key.give"))),
                Stream.concat(receipts, withdrawals).toList(),
                sftp);
    }

    private static DeliveriesPage.Act act(PageFrame frame, String about, String address, Button button) {
        return new DeliveriesPage.Act(
                about, FormPage.of(frame.texts(), "", FormPage.Send.to(address, frame.csrf()), List.of(), button));
    }

    private static DataTable keys(Texts texts, List<FetchKey> keys) {
        return new DataTable(
                texts,
                texts.say("files.out.keys"),
                columns(texts, "key", "by", "since", "withdrawn"),
                keys.stream()
                        .map(key -> Row.of(
                                new Cell.Words(key.shown() + "…"),
                                new Cell.Words(key.by()),
                                new Cell.Words(texts.moment(key.since())),
                                new Cell.Words(
                                        key.withdrawn().map(texts::moment).orElse(texts.say("files.key.holds")))))
                        .toList(),
                EmptyState.of(texts.say("files.out.keys.empty"), texts.say("files.out.keys.empty.text")),
                "");
    }
}
