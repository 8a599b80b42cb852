package org.tongqu.platform.data.space.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.springframework.util.MultiValueMap;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.space.filter.Filter;
import org.tongqu.engines.space.filter.FilterReader;
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

    private static final Fixed LANGUAGE = new Fixed("filter-lang", "cql2-text");
    private static final Fixed CRS = new Fixed("filter-crs", OgcDocuments.CRS84);

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
                        .where(filter)
                        .after(said(AFTER)))))));
    }

    private Outcome<Optional<Filter>, ParameterRefusal> filter() {
        for (var fixed : List.of(LANGUAGE, CRS)) {
            var said = said(fixed.name());
            if (said.isPresent() && !said.get().equals(fixed.value())) {
                return wrong(fixed.name(), What.FILTER_LANGUAGE, fixed.value());
            }
        }
        return said("filter")
                .map(text -> FilterReader.read(text, layer.attributes(sees))
                        .map(Optional::of)
                        .mapRefusal(why -> new ParameterRefusal(
                                "filter",
                                What.valueOf("FILTER_" + why.kind().name()),
                                why.at() + (why.said().isEmpty() ? "" : " (" + why.said() + ")"))))
                .orElseGet(() -> Outcome.done(Optional.empty()));
    }

    /** A parameter that can only have one value. */
    private record Fixed(String name, String value) {}

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

    /** Things of registers have no time of their own, so that every moment finds all; the moment must be one all the same. */
    private Outcome<String, ParameterRefusal> datetime() {
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
                    : Outcome.done(said);
        } catch (DateTimeException noTime) {
            return wrong("datetime", What.TIME, said);
        }
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
