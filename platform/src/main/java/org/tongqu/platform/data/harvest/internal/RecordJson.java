package org.tongqu.platform.data.harvest.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.harvest.ForeignRecord;
import org.tongqu.platform.data.harvest.ForeignRecord.Offer;
import tools.jackson.core.ObjectReadContext;

/** Records as the store is given them, and their parts as it gives them back. */
final class RecordJson {

    private static final int SEARCHED = 300;

    private RecordJson() {}

    static String write(Collection<Digested> records) {
        return Datum.of(records.stream().map(RecordJson::row).toList()).canonical();
    }

    private static Datum row(Digested digested) {
        var record = digested.record();
        var row = Datum.empty()
                .with("identifier", Datum.of(record.identifier()))
                .with("title", Datum.of(record.title()))
                .with("description", Datum.of(record.description()))
                .with("publisher", Datum.of(record.publisher()))
                .with("licence", Datum.of(record.terms().licence()))
                .with("rights", Datum.of(record.terms().rights()))
                .with("themes", Datum.of(record.themes().stream().map(Datum::of).toList()))
                .with("landing", Datum.of(record.landing()))
                .with(
                        "offers",
                        Datum.of(record.offers().stream().map(RecordJson::offer).toList()))
                .with("digest", Datum.of(digested.digest()))
                .with("words", Datum.of(words(record)));
        return record.modified().isPresent()
                ? row.with("modified", Datum.of(record.modified().get().toString()))
                : row;
    }

    /** What a search looks into: of the description its beginning. */
    private static String words(ForeignRecord record) {
        var begin = record.description()
                .substring(
                        0,
                        record.description()
                                .offsetByCodePoints(
                                        0,
                                        Math.min(
                                                SEARCHED,
                                                record.description()
                                                        .codePointCount(
                                                                0,
                                                                record.description()
                                                                        .length()))));
        return String.join(
                        " ",
                        Stream.concat(
                                        Stream.of(record.title(), record.publisher(), begin),
                                        record.themes().stream().limit(20))
                                .toList())
                .toLowerCase(Locale.ROOT);
    }

    private static Datum offer(Offer offer) {
        return Datum.empty()
                .with("title", Datum.of(offer.title()))
                .with("format", Datum.of(offer.format()))
                .with("address", Datum.of(offer.address()));
    }

    static List<String> themes(String json) {
        return read(json).items("").stream()
                .flatMap(theme -> theme.text("").stream())
                .toList();
    }

    static List<Offer> offers(String json) {
        return read(json).items("").stream()
                .map(offer -> new Offer(
                        offer.text("title").orElse(""),
                        offer.text("format").orElse(""),
                        offer.text("address").orElse("")))
                .toList();
    }

    private static Datum read(String json) {
        try (var parser = Json.FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return Json.read(parser);
        }
    }
}
