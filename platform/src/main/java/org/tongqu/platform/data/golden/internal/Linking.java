package org.tongqu.platform.data.golden.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.engines.linkage.Explained;
import org.tongqu.engines.linkage.Level;
import org.tongqu.engines.linkage.Linkage;
import org.tongqu.engines.linkage.LinkagePlan;
import org.tongqu.engines.linkage.Linked;
import org.tongqu.engines.linkage.Rows;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.Pair.Piece;
import org.tongqu.platform.data.golden.internal.PairStore.Found;
import org.tongqu.platform.data.golden.internal.PairStore.Two;
import org.tongqu.platform.trust.journal.Entry;

/**
 * Links records that are known by another identifier, or by none, with those of the register's own by what is said of both.
 * Sure is what the estimate takes to be sure, where nothing is different, two pieces agree, and no other record fits nearly
 * as well; all else that is likely waits for somebody, and so does who bears another number and is alike in all else. What
 * people said stands.
 */
@Component
public class Linking {

    /** The same records are linked in the same way each time. */
    private static final long SEED = 20_261_124L;

    /** What is made one without anybody looking is as good as certainly this one and no other. */
    private static final double ALONE = 0.999;

    private static final int AGREEING = 2;

    private final JdbcClient sql;
    private final Sealing sealing;
    private final PairStore pairs;
    private final Merges merges;
    private final Slips slips;

    Linking(JdbcClient sql, Sealing sealing, PairStore pairs, Merges merges, Slips slips) {
        this.slips = slips;
        this.sql = sql;
        this.sealing = sealing;
        this.pairs = pairs;
        this.merges = merges;
    }

    /** What came of it. */
    public record Came(int sure, int doubtful) {}

    /** How many records would be held against each other. */
    public long size(Register register) {
        return sql.sql("SELECT coalesce(sum(records), 0) FROM golden.tally WHERE register = ?")
                .param(register.code())
                .query(Long.class)
                .single();
    }

    /** Records of one side, by evidence. */
    private record Things(List<UUID> entities, List<String[]> values) implements Rows {

        @Override
        public int size() {
            return entities.size();
        }

        @Override
        public String value(int row, int field) {
            return values.get(row)[field];
        }
    }

    /** Makes one what is surely one, and keeps what is doubtful, in the caller's transaction. */
    public Came link(Register register, Entry entry) {
        merges.hold(register);
        var loose = things(register, true);
        var own = things(register, false);
        var decided = pairs.decided(register);
        List<Found> found = new ArrayList<>(slips.find(register, own.entities(), own, decided));
        if (loose.size() > 0 && own.size() > 0) {
            found.addAll(found(register, loose, own, new HashSet<>(decided)));
        }
        pairs.put(register, found, entry.at());
        var sure = found.stream().filter(one -> one.state().equals("sure")).toList();
        merges.mergeAll(
                register,
                sure.stream().map(one -> new Two(one.entity(), one.into())).toList(),
                entry);
        return new Came(sure.size(), found.size() - sure.size());
    }

    private Things things(Register register, boolean isLoose) {
        var things = new Things(new ArrayList<>(), new ArrayList<>());
        var evidence = register.evidence();
        sql.sql("""
                        SELECT e.entity, r.fields FROM golden.entity e JOIN golden.record r ON r.entity = e.entity
                         WHERE e.register = ? AND e.loose = ? AND e.root IS NULL ORDER BY e.entity""").params(register.code(), isLoose).query(row -> {
            var facts = FactJson.read(row.getString("fields"));
            var values = new String[evidence.size()];
            for (int i = 0; i < values.length; i++) {
                var name = evidence.get(i).name();
                var fact = facts.get(name);
                values[i] = fact == null
                        ? ""
                        : register.findAttribute(name)
                                .map(attribute -> sealing.opened(register, attribute, fact)
                                        .value())
                                .orElse("");
            }
            things.entities().add(row.getObject("entity", UUID.class));
            things.values().add(values);
        });
        return things;
    }

    private List<Found> found(Register register, Things loose, Things own, Set<Two> decided) {
        var linkage = new Linkage(LinkagePlan.usual(register.evidence()), loose, own);
        var linked = linkage.link(SEED);
        var rivals =
                new Rivals(linkage, linked.weights(), own, register.evidence().size());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < linked.sure() + linked.doubtful(); i++) {
            var two = new Two(
                    loose.entities().get(linked.left()[i]), own.entities().get(linked.right()[i]));
            if (!decided.contains(two)) {
                found.add(found(two, linkage, linked, i, rivals));
            }
        }
        return found;
    }

    private static Found found(Two two, Linkage linkage, Linked linked, int i, Rivals rivals) {
        var left = linked.left()[i];
        var right = linked.right()[i];
        var explained = linkage.explain(linked.weights(), left, right);
        var share = rivals.share(left, right, explained.score());
        var isSure = i < linked.sure() && agrees(explained) && share > ALONE;
        return new Found(
                two.entity(),
                two.into(),
                explained.probability() * share,
                explained.pieces().stream()
                        .map(piece -> new Piece(piece.field(), piece.level(), piece.weight()))
                        .toList(),
                isSure ? "sure" : "waiting");
    }

    private static boolean agrees(Explained explained) {
        var levels = explained.pieces().stream().map(Explained.Piece::level).toList();
        return !levels.contains(Level.DIFFERENT)
                && levels.stream()
                                .filter(level -> level == Level.EQUAL || level == Level.VARIANT)
                                .count()
                        >= AGREEING;
    }
}
