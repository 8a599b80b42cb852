package org.tongqu.design.view;

import java.util.List;
import org.tongqu.design.Texts;

/** Figures that open to what they count and say how they are made. */
public record StatTiles(Texts texts, List<Tile> tiles) {

    /**
     * @param number  formatted
     * @param unit    {@code 件}, {@code %}; may be empty
     * @param href    the rows it counts; empty only where nothing can be opened
     * @param change  against what and by how much, in words; may be empty
     * @param formula how it is counted, in words anybody can check; may be empty
     */
    public record Tile(String label, String number, String unit, String href, String change, String formula) {}

    public StatTiles {
        tiles = List.copyOf(tiles);
    }
}
