package org.tongqu.platform.data.space.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.space.Shapes;
import org.tongqu.engines.space.address.Likeness;
import org.tongqu.platform.data.space.Feature;
import org.tongqu.platform.data.space.Layer;
import org.tongqu.platform.data.space.Question;
import org.tongqu.platform.data.space.Sight;
import org.tongqu.platform.operate.store.LikePattern;

/**
 * Finds features. Boxes are compared by the store's index, shapes by JTS afterwards: a page may therefore be shorter than was
 * asked for and have more behind it.
 */
@Repository
public class FeatureStore {

    private final JdbcClient sql;

    FeatureStore(JdbcClient sql) {
        this.sql = sql;
    }

    static String box(Envelope box) {
        return "(" + box.getMaxX() + "," + box.getMaxY() + "),(" + box.getMinX() + "," + box.getMinY() + ")";
    }

    static String told(Sight sees) {
        return switch (sees) {
            case PUBLIC -> "f.open";
            case OFFICER -> "(f.open || f.internal)";
        };
    }

    public Question.Answer features(Question asked) {
        var where = new Where().and("f.register = ?", asked.layer().register().code());
        asked.layer().kind().ifPresent(kind -> where.and("f.kind = ?", kind));
        asked.after().ifPresent(after -> where.and("f.identifier > ?", after));
        if (!asked.boxes().isEmpty()) {
            where.and(
                    "f.bounds && ANY (CAST(? AS box[]))",
                    "{"
                            + String.join(
                                    ";",
                                    asked.boxes().stream()
                                            .map(FeatureStore::box)
                                            .toList()) + "}");
        }
        if (!asked.words().isEmpty()) {
            where.and("f.likeness LIKE ?", LikePattern.containing(Likeness.of(asked.words())));
        }
        asked.equal().forEach((name, value) -> equal(where, asked, name, value));
        var filter = asked.filter().map(one -> new FilterSql(one, asked));
        filter.ifPresent(one -> one.narrow(where));
        var parts = new Where();
        var answers = filter.map(one -> one.answers(parts)).orElse("NULL");
        var found = sql.sql("SELECT f.register, f.identifier, f.label, f.shape, " + told(asked.sees()) + " AS told, "
                        + answers + " AS answers FROM space.feature f WHERE " + where.text()
                        + " ORDER BY f.identifier LIMIT ?")
                .params(parts.values())
                .params(where.values())
                .param(asked.limit() + 1)
                .query((row, number) -> new Found(
                        feature(asked.layer(), asked.sees(), row), FilterSql.answers(row.getArray("answers"))))
                .list();
        var page = found.subList(0, Math.min(found.size(), asked.limit()));
        var next = found.size() > asked.limit()
                ? Optional.of(page.getLast().feature().id())
                : Optional.<String>empty();
        return new Question.Answer(
                page.stream()
                        .filter(one -> lies(one.feature().shape(), asked.boxes()))
                        .filter(one -> filter.isEmpty()
                                || filter.get().holds(one.feature().shape(), one.answers()))
                        .map(Found::feature)
                        .toList(),
                next);
    }

    /** @param answers to the parts of the filter that are not about its shape */
    private record Found(Feature feature, List<Optional<Boolean>> answers) {}

    private static void equal(Where where, Question asked, String name, String value) {
        var isNumber = asked.layer()
                .register()
                .findAttribute(name)
                .filter(attribute -> attribute.kind() == ValueKind.NUMBER)
                .isPresent();
        if (isNumber) {
            where.and("CAST(" + told(asked.sees()) + " ->> ? AS numeric) = CAST(? AS numeric)", name, value);
        } else if (isOpen(asked.layer(), name)) {
            where.and("f.open @> CAST(? AS jsonb)", PropertyJson.write(Map.of(name, value)));
        } else {
            where.and(told(asked.sees()) + " ->> ? = ?", name, value);
        }
    }

    private static boolean isOpen(Layer layer, String name) {
        return layer.register()
                .findAttribute(name)
                .filter(attribute -> Layer.isTold(attribute, Sight.PUBLIC))
                .isPresent();
    }

    private static boolean lies(Geometry shape, List<Envelope> boxes) {
        return boxes.isEmpty()
                || boxes.stream()
                        .anyMatch(box -> box.contains(shape.getEnvelopeInternal())
                                || Shapes.box(box).intersects(shape));
    }

    public Optional<Feature> find(Layer layer, Sight sees, String identifier) {
        return sql.sql("SELECT f.register, f.identifier, f.label, f.shape, " + told(sees)
                        + " AS told FROM space.feature f WHERE f.register = ? AND f.identifier = ?"
                        + " AND (? = '' OR f.kind = ?)")
                .params(
                        layer.register().code(),
                        identifier,
                        layer.kind().orElse(""),
                        layer.kind().orElse(""))
                .query((row, number) -> feature(layer, sees, row))
                .optional();
    }

    static Feature feature(Layer layer, Sight sees, ResultSet row) throws SQLException {
        var told = PropertyJson.read(row.getString("told"));
        Map<String, String> properties = new LinkedHashMap<>();
        for (Attribute attribute : layer.attributes(sees)) {
            var value = told.get(attribute.name());
            if (value != null && !value.isEmpty()) {
                properties.put(attribute.name(), value);
            }
        }
        return new Feature(
                row.getString("register"),
                row.getString("identifier"),
                row.getString("label"),
                Shapes.ofBytes(row.getBytes("shape")),
                properties);
    }
}
