package org.tongqu.platform.data.space.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.springframework.util.MultiValueMap;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.space.filter.Filter;
import org.tongqu.engines.space.filter.FilterLanguage;
import org.tongqu.engines.space.filter.FilterReader;
import org.tongqu.engines.space.filter.Period;
import org.tongqu.engines.space.filter.Value;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.space.Layer;
import org.tongqu.platform.data.space.Question;
import org.tongqu.platform.data.space.Sight;
import org.tongqu.platform.data.space.web.ParameterRefusal.What;

/** Reads the parameters of OGC API - Features that narrow the things of a collection. */
final class ItemsParameters {

    static final int LIMIT = 100;
    static final int MOST = 2_000;
    static final String AFTER = "after";
    private static final Set<String> KNOWN =
            Set.of("f", "limit", "bbox", "datetime", "filter", "filter-lang", "filter-crs", AFTER);

    private final Layer layer;
    private final Sight sees;
    private final MultiValueMap<String, String> sent;

    private ItemsParameters(Layer layer, Sight sees, MultiValueMap<String, String> sent) {
        this.layer = layer;
        this.sees = sees;
        this.sent = sent;
    }

    static Outcome<Question, ParameterRefusal> read(Layer layer, Sight sees, MultiValueMap<String, String> sent) {
        return new ItemsParameters(layer, sees, sent).question();
    }

    private Outcome<Question, ParameterRefusal> question() {
        return limit().then(limit -> boxes().then(boxes -> datetime()
                .then(time -> equal().then(equal -> filter().map(filter -> Question.of(layer, sees, limit)
                        .in(boxes)
                        .having(equal)
                        .where(both(time, filter))
                        .after(said(AFTER)))))));
    }

    private Outcome<Optional<Filter>, ParameterRefusal> filter() {
        var crs = said("filter-crs").orElse(OgcDocuments.CRS84);
        if (!crs.equals(OgcDocuments.CRS84)) {
            return wrong("filter-crs", What.FILTER_LANGUAGE, OgcDocuments.CRS84);
        }
        var language = FilterLanguage.of(said("filter-lang").orElse(FilterLanguage.TEXT.code()));
        if (language.isEmpty()) {
            return wrong("filter-lang", What.FILTER_LANGUAGE, languages());
        }
        return said("filter")
                .map(text -> FilterReader.read(language.get(), text, layer.attributes(sees))
                        .map(Optional::of)
                        .mapRefusal(why -> new ParameterRefusal(
                                "filter",
                                What.valueOf("FILTER_" + why.kind().name()),
                                why.at() + (why.said().isEmpty() ? "" : " (" + why.said() + ")"))))
                .orElseGet(() -> Outcome.done(Optional.empty()));
    }

    private static Optional<Filter> both(Optional<Filter> one, Optional<Filter> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(new Filter.And(List.of(one.get(), other.get())))
                : one.or(() -> other);
    }

    private static String languages() {
        return Arrays.stream(FilterLanguage.values()).map(FilterLanguage::code).collect(Collectors.joining(", "));
    }

    private Optional<String> said(String name) {
        return Optional.ofNullable(sent.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static <T> Outcome<T, ParameterRefusal> wrong(String parameter, What what, String said) {
        return Outcome.refused(new ParameterRefusal(parameter, what, said));
    }

    private Outcome<Integer, ParameterRefusal> limit() {
        var said = said("limit");
        if (said.isEmpty()) {
            return Outcome.done(LIMIT);
        }
        return said.get().matches("[1-9][0-9]{0,8}")
                ? Outcome.done(Math.min(MOST, Integer.parseInt(said.get())))
                : wrong("limit", What.LIMIT, said.get());
    }

    private Outcome<List<Envelope>, ParameterRefusal> boxes() {
        return said("bbox").map(ItemsParameters::boxes).orElseGet(() -> Outcome.done(List.of()));
    }

    /** A box whose west lies east of its east spans the meridian of 180°, and is two. */
    static Outcome<List<Envelope>, ParameterRefusal> boxes(String said) {
        var parts = said.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            return wrong("bbox", What.BOX, said);
        }
        var middle = parts.length / 2;
        try {
            var west = Double.parseDouble(parts[0]);
            var south = Double.parseDouble(parts[1]);
            var east = Double.parseDouble(parts[middle]);
            var north = Double.parseDouble(parts[middle + 1]);
            if (!isOnEarth(west, south) || !isOnEarth(east, north) || south > north) {
                return wrong("bbox", What.BOX, said);
            }
            return Outcome.done(
                    west <= east
                            ? List.of(new Envelope(west, east, south, north))
                            : List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north)));
        } catch (NumberFormatException noNumber) {
            return wrong("bbox", What.BOX, said);
        }
    }

    private static boolean isOnEarth(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }

    /** What a moment or an interval asks of the day of a thing; one that has no day, or a layer without, is found at any time. */
    private Outcome<Optional<Filter>, ParameterRefusal> datetime() {
        var said = said("datetime").orElse("..");
        var ends = said.split("/", -1);
        try {
            if (ends.length > 2 || (ends.length == 1 && moment(ends[0]).isEmpty() && !said.equals(".."))) {
                return wrong("datetime", What.TIME, said);
            }
            var from = moment(ends[0]);
            var to = moment(ends[ends.length - 1]);
            return from.isPresent() && to.isPresent() && from.get().isAfter(to.get())
                    ? wrong("datetime", What.TIME, said)
                    : Outcome.done(during(from, to));
        } catch (DateTimeException noTime) {
            return wrong("datetime", What.TIME, said);
        }
    }

    private Optional<Filter> during(Optional<Instant> from, Optional<Instant> to) {
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        var asked = new Period(from.map(Value.Moment::new), to.map(Value.Moment::new));
        return layer.time(sees)
                .map(Value.Named::of)
                .map(time -> new Filter.Or(List.of(
                        new Filter.Missing(time), new Filter.Happens(Filter.When.INTERSECTS, Period.of(time), asked))));
    }

    private static Optional<Instant> moment(String said) {
        return said.isEmpty() || said.equals("..")
                ? Optional.empty()
                : Optional.of(OffsetDateTime.parse(said).toInstant());
    }

    private Outcome<Map<String, String>, ParameterRefusal> equal() {
        Map<String, String> equal = new LinkedHashMap<>();
        for (var name : sent.keySet()) {
            if (KNOWN.contains(name)) {
                continue;
            }
            var attribute = layer.attributes(sees).stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst();
            if (attribute.isEmpty()) {
                return wrong(name, What.UNKNOWN, layer.id());
            }
            var value = said(name).orElse("");
            if (!isOf(attribute.get(), value)) {
                return wrong(name, What.NUMBER, value);
            }
            equal.put(name, value);
        }
        return Outcome.done(equal);
    }

    private static boolean isOf(Attribute attribute, String value) {
        if (attribute.kind() != ValueKind.NUMBER) {
            return true;
        }
        try {
            return new BigDecimal(value).precision() < 100;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
