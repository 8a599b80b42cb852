package org.tongqu.exchange.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.linkage.Explained;
import org.tongqu.engines.packs.reading.ComparisonWriter;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.engines.packs.reading.ExchangeWriter;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.cluster.ClusterOrder.Delivered;
import org.tongqu.exchange.cluster.ClusterOrder.Place;
import org.tongqu.kernel.data.Datum;

/** The order as it is written and read, and the lines of the answer. */
public final class ClusterJson {

    private ClusterJson() {}

    public static Datum write(ClusterOrder order) {
        return Datum.empty()
                .with("job", ComparisonWriter.write(order.job()))
                .with("about", delivered(order.about()))
                .with("against", delivered(order.against()))
                .with("host", Datum.of(order.place().host()))
                .with("port", Datum.of(order.place().port()))
                .with("parallelism", Datum.of(order.place().parallelism()))
                .with("seed", Datum.of(order.seed()));
    }

    private static Datum delivered(Delivered delivered) {
        var target = delivered.target();
        return Datum.empty()
                .with("flow", ExchangeWriter.write(delivered.flow()))
                .with("url", Datum.of(target.url()))
                .with("user", Datum.of(target.user()))
                .with("password", Datum.of(target.password()));
    }

    /** Reads what {@link #write} wrote; anything else is a fault of another version. */
    public static ClusterOrder read(Datum written) {
        return new ClusterOrder(
                ComparisonWriter.read(written.at("job")).orElseThrow(),
                readDelivered(written.at("about")),
                readDelivered(written.at("against")),
                new Place(text(written, "host"), (int) number(written, "port"), (int) number(written, "parallelism")),
                number(written, "seed"));
    }

    private static Delivered readDelivered(Datum written) {
        var yaml = written.at("flow").canonical().getBytes(UTF_8);
        return new Delivered(
                ExchangeReader.read("flow", yaml).orElseThrow(),
                new Login(text(written, "url"), text(written, "user"), text(written, "password")));
    }

    /** What is found of a key. */
    public static Datum found(@Nullable String[] row) {
        return Datum.empty().with("row", texts(row));
    }

    /** Two rows that are linked. @param reasons why */
    public static Datum linked(@Nullable String[] about, @Nullable String[] against, Explained reasons) {
        return Datum.empty()
                .with("about", texts(about))
                .with("against", texts(against))
                .with("start", Datum.of(Double.toString(reasons.start())))
                .with(
                        "levels",
                        Datum.of(reasons.pieces().stream()
                                .map(piece -> Datum.of(piece.level().name()))
                                .toList()))
                .with(
                        "weights",
                        Datum.of(reasons.pieces().stream()
                                .map(piece -> Datum.of(Double.toString(piece.weight())))
                                .toList()));
    }

    /** That there is no more. @param sure so many of the links are taken to be one */
    public static Datum done(String moment, int sure) {
        return Datum.empty().with("done", Datum.of(moment)).with("sure", Datum.of(sure));
    }

    public static Datum refused(ClusterRefusal why) {
        return switch (why) {
            case ClusterRefusal.Away() -> Datum.empty().with("refused", Datum.of("away"));
            case ClusterRefusal.Unread() -> Datum.empty().with("refused", Datum.of("unread"));
            case ClusterRefusal.Incomparable(var about, var against) ->
                Datum.empty()
                        .with("refused", Datum.of("incomparable"))
                        .with("about", Datum.of(about))
                        .with("against", Datum.of(against));
        };
    }

    static ClusterRefusal readRefused(Datum line) {
        return switch (text(line, "refused")) {
            case "incomparable" -> new ClusterRefusal.Incomparable(text(line, "about"), text(line, "against"));
            case "unread" -> new ClusterRefusal.Unread();
            default -> new ClusterRefusal.Away();
        };
    }

    private static Datum texts(@Nullable String[] row) {
        return Datum.of(Arrays.stream(row)
                .map(text -> text == null ? Datum.nothing() : Datum.of(text))
                .toList());
    }

    static @Nullable String[] readTexts(List<Datum> items) {
        var texts = new @Nullable String[items.size()];
        IntStream.range(0, texts.length)
                .forEach(at -> texts[at] = items.get(at).text("").orElse(null));
        return texts;
    }

    static String text(Datum written, String name) {
        return written.text(name).orElseThrow(() -> new NoSuchElementException("No text '" + name + "'"));
    }

    static long number(Datum written, String name) {
        return written.number(name)
                .map(BigDecimal::longValueExact)
                .orElseThrow(() -> new NoSuchElementException("No number '" + name + "'"));
    }
}
