package org.tongqu.exchange.questions;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongqu.engines.packs.reading.ExchangeWriter;
import org.tongqu.exchange.parcels.OrderJson;
import org.tongqu.exchange.questions.Question.About;
import org.tongqu.exchange.questions.Question.Asked;
import org.tongqu.exchange.questions.Question.Side;
import org.tongqu.exchange.table.Resending.Wanted;
import org.tongqu.kernel.data.Datum;

/** A question as the centre writes it and a node reads it. */
public final class QuestionJson {

    private QuestionJson() {}

    public static Datum write(Question question) {
        var numbered = Datum.empty().with("question", Datum.of(question.id()));
        var written = question.about().map(about -> about(numbered, about)).orElse(numbered);
        return switch (question.asked()) {
            case Asked.Tell(var side) -> asked(written, "tell").with("side", Datum.of(side.name()));
            case Asked.Look(var side, var fine) ->
                asked(written, "look").with("side", Datum.of(side.name())).with("fine", bytes(fine.toByteArray()));
            case Asked.Cells(var keys, var column) ->
                asked(written, "cells")
                        .with(
                                "keys",
                                Datum.of(keys.stream().map(QuestionJson::texts).toList()))
                        .with("column", Datum.of(column));
            case Asked.Columns() -> asked(written, "columns");
            case Asked.Pick(var wanted, var most) ->
                asked(written, "pick")
                        .with("keys", longs(wanted.keys()))
                        .with(
                                "ranges",
                                longs(wanted.ranges().stream()
                                        .map(Integer::longValue)
                                        .toList()))
                        .with("most", Datum.of(most));
            case Asked.Write() -> asked(written, "write");
            case Asked.Filling() -> asked(written, "filling");
            case Asked.Inventory() -> asked(written, "inventory");
        };
    }

    private static Datum about(Datum written, About about) {
        return written.with("agreement", Datum.of(about.agreement()))
                .with("flow", ExchangeWriter.write(about.flow()))
                .with("covers", OrderJson.covers(about.covers()))
                .with(
                        "columns",
                        Datum.of(about.columns().stream().map(OrderJson::column).toList()));
    }

    private static Datum asked(Datum written, String what) {
        return written.with("asked", Datum.of(what));
    }

    private static Datum texts(List<String> texts) {
        return Datum.of(texts.stream().map(Datum::of).toList());
    }

    private static Datum bytes(byte[] bytes) {
        return Datum.of(Base64.getEncoder().encodeToString(bytes));
    }

    private static Datum longs(Collection<Long> values) {
        var buffer = ByteBuffer.allocate(values.size() * Long.BYTES);
        values.forEach(buffer::putLong);
        return bytes(buffer.array());
    }

    /** @throws OrderJson.NoOrder when it is none */
    public static Question read(Datum written) {
        var asked = readAsked(written);
        var about = asked instanceof Asked.Inventory ? Optional.<About>empty() : Optional.of(readAbout(written));
        return new Question(OrderJson.number(written, "question"), about, asked);
    }

    private static About readAbout(Datum written) {
        return new About(
                OrderJson.text(written, "agreement"),
                OrderJson.flow(written.at("flow")),
                OrderJson.readCovers(written),
                written.items("columns").stream().map(OrderJson::readColumn).toList());
    }

    private static Asked readAsked(Datum written) {
        return switch (OrderJson.text(written, "asked")) {
            case "tell" -> new Asked.Tell(side(written));
            case "look" -> new Asked.Look(side(written), BitSet.valueOf(readBytes(written, "fine")));
            case "cells" ->
                new Asked.Cells(
                        written.items("keys").stream()
                                .map(key -> OrderJson.texts(key.items("")))
                                .toList(),
                        OrderJson.text(written, "column"));
            case "columns" -> new Asked.Columns();
            case "pick" ->
                new Asked.Pick(
                        new Wanted(
                                readLongs(written, "keys"),
                                readLongs(written, "ranges").stream()
                                        .map(Long::intValue)
                                        .collect(Collectors.toSet())),
                        OrderJson.number(written, "most"));
            case "write" -> new Asked.Write();
            case "filling" -> new Asked.Filling();
            case "inventory" -> new Asked.Inventory();
            default -> throw new OrderJson.NoOrder("Nothing is asked like that");
        };
    }

    private static Side side(Datum written) {
        return OrderJson.named(Side.class, OrderJson.text(written, "side"));
    }

    private static byte[] readBytes(Datum written, String name) {
        try {
            return Base64.getDecoder().decode(OrderJson.text(written, name));
        } catch (IllegalArgumentException broken) {
            throw new OrderJson.NoOrder("No bytes '" + name + "'");
        }
    }

    private static Set<Long> readLongs(Datum written, String name) {
        var buffer = ByteBuffer.wrap(readBytes(written, name)).asLongBuffer();
        var values = new long[buffer.remaining()];
        buffer.get(values);
        return Arrays.stream(values).boxed().collect(Collectors.toSet());
    }
}
