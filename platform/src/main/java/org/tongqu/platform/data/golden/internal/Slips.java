package org.tongqu.platform.data.golden.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.engines.linkage.Level;
import org.tongqu.engines.linkage.Rows;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.SlippedNumbers;
import org.tongqu.platform.data.golden.Pair.Piece;
import org.tongqu.platform.data.golden.internal.PairStore.Found;
import org.tongqu.platform.data.golden.internal.PairStore.Two;

/** Records of different numbers that agree in everything else: they wait for somebody, and no rule ever makes them one. */
@Component
class Slips {

    private static final String WAITING = "waiting";
    /** In so many places a number differs when a finger slipped. */
    private static final int SLIP = 2;

    private final JdbcClient sql;
    private final Sealing sealing;

    Slips(JdbcClient sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    /** @param decided of which somebody said something; in either order */
    List<Found> find(Register register, List<UUID> entities, Rows rows, List<Two> decided) {
        var asked = new HashSet<>(decided);
        var pairs = SlippedNumbers.find(rows, register.evidence().size()).stream()
                .filter(pair -> Stream.of(
                                new Two(entities.get(pair.left()), entities.get(pair.right())),
                                new Two(entities.get(pair.right()), entities.get(pair.left())))
                        .noneMatch(asked::contains))
                .toList();
        var known = known(
                register,
                pairs.stream()
                        .flatMap(pair -> Stream.of(entities.get(pair.left()), entities.get(pair.right())))
                        .distinct()
                        .toList());
        return pairs.stream()
                .map(pair -> found(
                        register,
                        pair,
                        known.getOrDefault(entities.get(pair.left()), Known.NOTHING),
                        known.getOrDefault(entities.get(pair.right()), Known.NOTHING)))
                .toList();
    }

    /** @param sources how many speak of it: of two the one of which more do is more likely the right number */
    private record Known(UUID entity, String number, int sources, long first) {

        static final Known NOTHING = new Known(new UUID(0, 0), "", 0, 0);

        boolean isBetter(Known than) {
            return sources != than.sources ? sources > than.sources : first < than.first;
        }
    }

    private Map<UUID, Known> known(Register register, List<UUID> entities) {
        Map<UUID, Known> known = new HashMap<>();
        if (!entities.isEmpty()) {
            sql.sql("""
                            SELECT e.entity, e.identifier, count(DISTINCT d.source) AS sources, min(d.id) AS first
                              FROM golden.entity e
                              JOIN golden.statement s ON s.entity = e.entity
                              JOIN golden.delivery d ON d.id = s.delivery
                             WHERE e.entity = ANY (?) GROUP BY e.entity, e.identifier""").param(entities.toArray(UUID[]::new)).query(row -> {
                var entity = row.getObject("entity", UUID.class);
                known.put(
                        entity,
                        new Known(
                                entity,
                                sealing.opened(register, row.getBytes("identifier")),
                                row.getInt("sources"),
                                row.getLong("first")));
            });
        }
        return known;
    }

    private static Found found(Register register, SlippedNumbers.Pair pair, Known left, Known right) {
        var into = left.isBetter(right) ? left : right;
        var from = into == left ? right : left;
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(
                register.identifier().name(),
                SlippedNumbers.apart(left.number(), right.number()) <= SLIP ? Level.SIMILAR : Level.DIFFERENT,
                pair.against()));
        pair.agreeing()
                .forEach(one -> pieces.add(
                        new Piece(register.evidence().get(one.field()).name(), Level.EQUAL, one.weight())));
        return new Found(from.entity(), into.entity(), pair.probability(), pieces, WAITING);
    }
}
