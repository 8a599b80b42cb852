package org.tongqu.engines.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** What a pattern of agreement says, by weights. */
record Scores(LinkagePlan plan, Weights weights) {

    /** @param rarity by field, of the row of the left */
    double score(int pattern, IntToDoubleFunction rarity) {
        var score = weights.start();
        for (int field = 0; field < plan.fields().size(); field++) {
            score += weight(field, Patterns.levelOf(pattern, field), rarity);
        }
        return score;
    }

    /** A rare value that agrees says more than a common one. */
    private double weight(int field, int level, IntToDoubleFunction rarity) {
        var weight = weights.weight(field, Level.values()[level]);
        return level >= Level.VARIANT.ordinal() ? weight - Weights.log2(rarity.applyAsDouble(field)) : weight;
    }

    Explained explained(int pattern, IntToDoubleFunction rarity) {
        List<Explained.Piece> pieces = new ArrayList<>();
        for (int field = 0; field < plan.fields().size(); field++) {
            var level = Patterns.levelOf(pattern, field);
            pieces.add(new Explained.Piece(
                    plan.fields().get(field).name(), Level.values()[level], weight(field, level, rarity)));
        }
        return new Explained(weights.start(), pieces);
    }
}
