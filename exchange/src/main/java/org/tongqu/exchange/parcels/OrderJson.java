package org.tongqu.exchange.parcels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.engines.packs.reading.ExchangeWriter;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.source.Reading;
import org.tongqu.exchange.wire.TargetType;
import org.tongqu.exchange.wire.WireType;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** An order as the centre writes it and a node reads it, and the parts that other messages share with it. */
public final class OrderJson {

    private OrderJson() {}

    /** What the other side wrote is no order; one of the two is of another version. */
    public static final class NoOrder extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoOrder(String message) {
            super(message);
        }
    }

    public static Datum write(Order order) {
        var written = Datum.empty()
                .with("order", Datum.of(order.id()))
                .with("agreement", Datum.of(order.agreement()))
                .with("flow", ExchangeWriter.write(order.flow()))
                .with("covers", covers(order.covers()))
                .with("start", start(order.start()))
                .with(
                        "columns",
                        Datum.of(order.columns().stream().map(OrderJson::column).toList()));
        return order.lastLine().isPresent()
                ? written.with("lastLine", Datum.of(order.lastLine().getAsLong()))
                : written;
    }

    public static Datum covers(List<Order.Cover> covers) {
        return Datum.of(covers.stream().map(OrderJson::cover).toList());
    }

    public static List<Order.Cover> readCovers(Datum written) {
        return written.items("covers").stream().map(OrderJson::readCover).toList();
    }

    private static Datum cover(Order.Cover cover) {
        var column = Datum.empty().with("column", Datum.of(cover.column()));
        return switch (cover) {
            case Order.Cover.Middle middle -> column;
            case Order.Cover.Token(var name, var key) -> column.with("key", Datum.of(key));
        };
    }

    static Datum start(Start start) {
        var written = Datum.empty()
                .with("run", Datum.of(start.run()))
                .with("part", Datum.of(start.part().name()))
                .with("read", Datum.of(start.read()))
                .with(
                        "position",
                        Datum.of(start.position().stream().map(Datum::of).toList()))
                .with("moment", Datum.of(start.moment()));
        return start.since()
                .map(since -> written.with("since", Datum.of(since)))
                .orElse(written);
    }

    public static Datum column(TargetColumn column) {
        return Datum.empty()
                .with("name", Datum.of(column.name()))
                .with("type", Datum.of(column.type().type().name()))
                .with("most", Datum.of(column.type().most()))
                .with("scale", Datum.of(column.type().scale()))
                .with("presence", Datum.of(column.presence().name()));
    }

    /** @throws NoOrder when it is none */
    public static Order read(Datum written) {
        return new Order(
                number(written, "order"),
                text(written, "agreement"),
                flow(written.at("flow")),
                readCovers(written),
                readStart(written.at("start")),
                written.number("lastLine")
                        .map(BigDecimal::longValueExact)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                written.items("columns").stream().map(OrderJson::readColumn).toList());
    }

    public static Flow flow(Datum written) {
        var yaml = written.canonical().getBytes(UTF_8);
        return switch (ExchangeReader.read("flow", yaml)) {
            case Outcome.Done<Flow, ?>(var flow) -> flow;
            case Outcome.Refused<Flow, ?>(var problems) -> throw new NoOrder(problems.toString());
        };
    }

    private static Order.Cover readCover(Datum written) {
        var column = text(written, "column");
        return written.text("key")
                .<Order.Cover>map(key -> new Order.Cover.Token(column, key))
                .orElseGet(() -> new Order.Cover.Middle(column));
    }

    static Start readStart(Datum written) {
        return new Start(
                number(written, "run"),
                named(Reading.Part.class, text(written, "part")),
                number(written, "read"),
                texts(written.items("position")),
                written.text("since"),
                text(written, "moment"));
    }

    public static TargetColumn readColumn(Datum written) {
        var type = new TargetType(named(WireType.class, text(written, "type")), (int) number(written, "most"), (int)
                number(written, "scale"));
        return new TargetColumn(
                text(written, "name"), type, named(TargetColumn.Presence.class, text(written, "presence")));
    }

    public static List<String> texts(List<Datum> items) {
        return items.stream()
                .map(item -> item.text("").orElseThrow(() -> new NoOrder("A text is missing")))
                .toList();
    }

    public static <E extends Enum<E>> E named(Class<E> kind, String name) {
        try {
            return Enum.valueOf(kind, name);
        } catch (IllegalArgumentException unknown) {
            throw new NoOrder("No " + kind.getSimpleName() + " is called " + name);
        }
    }

    public static String text(Datum written, String name) {
        return written.text(name).orElseThrow(() -> new NoOrder("No text '" + name + "'"));
    }

    public static long number(Datum written, String name) {
        return written.number(name)
                .map(BigDecimal::longValueExact)
                .orElseThrow(() -> new NoOrder("No number '" + name + "'"));
    }
}
