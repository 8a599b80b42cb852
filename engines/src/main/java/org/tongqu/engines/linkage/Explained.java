package org.tongqu.engines.linkage;

import java.util.List;

/** A score, piece by piece. @param start what two records have against them before anything is compared */
public record Explained(double start, List<Piece> pieces) {

    public Explained {
        pieces = List.copyOf(pieces);
    }

    /** @param weight in bits, for them being one when positive */
    public record Piece(String field, Level level, double weight) {}

    public double score() {
        return start + pieces.stream().mapToDouble(Piece::weight).sum();
    }

    public double probability() {
        return Weights.probability(score());
    }
}
