package org.tongqu.exchange.parcels;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.tongqu.engines.packs.reading.ExchangeWriter;
import org.tongqu.kernel.data.Datum;

/** What the centre and a node tell each other about what the node writes. */
public final class DeliveryJson {

    private DeliveryJson() {}

    public static Datum write(Delivery delivery) {
        var written = Datum.empty()
                .with("order", Datum.of(delivery.id()))
                .with("agreement", Datum.of(delivery.agreement()))
                .with("flow", ExchangeWriter.write(delivery.flow()));
        return delivery.run().isPresent()
                ? written.with("run", Datum.of(delivery.run().getAsLong()))
                : written;
    }

    /** @throws OrderJson.NoOrder when it is none */
    public static Delivery read(Datum written) {
        return new Delivery(
                OrderJson.number(written, "order"),
                OrderJson.text(written, "agreement"),
                OrderJson.flow(written.at("flow")),
                written.number("run")
                        .map(BigDecimal::longValueExact)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()));
    }

    public static Datum write(Delivery.Asked asked) {
        return Datum.empty()
                .with("order", Datum.of(asked.order()))
                .with("start", OrderJson.start(asked.start()))
                .with("rows", rows(asked.rows()))
                .with(
                        "columns",
                        Datum.of(asked.columns().stream().map(OrderJson::column).toList()));
    }

    /** @throws OrderJson.NoOrder when it is none */
    public static Delivery.Asked readAsked(Datum written) {
        return new Delivery.Asked(
                OrderJson.number(written, "order"),
                OrderJson.readStart(written.at("start")),
                readRows(written.at("rows")),
                written.items("columns").stream().map(OrderJson::readColumn).toList());
    }

    private static Datum rows(Delivery.Rows rows) {
        return Datum.empty()
                .with("read", Datum.of(rows.read()))
                .with("written", Datum.of(rows.written()))
                .with("setAside", Datum.of(rows.setAside()));
    }

    private static Delivery.Rows readRows(Datum written) {
        return new Delivery.Rows(
                OrderJson.number(written, "read"),
                OrderJson.number(written, "written"),
                OrderJson.number(written, "setAside"));
    }

    public static Datum write(Landed landed) {
        var reached = landed.reached();
        var written = Datum.empty()
                .with("order", Datum.of(landed.order()))
                .with("run", Datum.of(landed.run()))
                .with("rows", rows(landed.rows()))
                .with("digest", Datum.of(landed.digest()))
                .with("until", Datum.of(reached.until()))
                .with(
                        "position",
                        Datum.of(reached.position().stream().map(Datum::of).toList()))
                .with("waiting", Datum.of(reached.waiting()))
                .with(
                        "aside",
                        Datum.of(landed.aside().stream().map(DeliveryJson::kept).toList()));
        return reached.since()
                .map(since -> written.with("since", Datum.of(since)))
                .orElse(written);
    }

    private static Datum kept(Landed.Kept row) {
        return Datum.empty()
                .with("line", Datum.of(row.line()))
                .with("key", Datum.of(row.key()))
                .with("rule", Datum.of(row.rule()))
                .with("column", Datum.of(row.column()))
                .with("reason", Datum.of(row.reason()));
    }

    /** @throws OrderJson.NoOrder when it is none */
    public static Landed readLanded(Datum written) {
        var reached = new Landed.Reached(
                written.text("since"),
                OrderJson.text(written, "until"),
                OrderJson.texts(written.items("position")),
                OrderJson.number(written, "waiting"));
        return new Landed(
                OrderJson.number(written, "order"),
                OrderJson.number(written, "run"),
                readRows(written.at("rows")),
                OrderJson.text(written, "digest"),
                reached,
                written.items("aside").stream().map(DeliveryJson::readKept).toList());
    }

    private static Landed.Kept readKept(Datum row) {
        return new Landed.Kept(
                OrderJson.number(row, "line"),
                OrderJson.text(row, "key"),
                OrderJson.text(row, "rule"),
                OrderJson.text(row, "column"),
                OrderJson.text(row, "reason"));
    }
}
