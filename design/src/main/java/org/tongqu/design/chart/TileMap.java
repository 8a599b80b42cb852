package org.tongqu.design.chart;

import java.util.List;

/**
 * Regions as tiles of the same size, the darker the more: a small region is seen as well as a large one. Each tile says its
 * figure in words.
 *
 * @param unit what is counted
 */
public record TileMap(String title, String unit, List<Tile> tiles) {

    private static final int SHADES = 5;

    /**
     * @param shown the value as the reader sees it
     * @param href  more about the region; empty for nothing
     */
    public record Tile(String label, double value, String shown, String href) {}

    public TileMap {
        tiles = List.copyOf(tiles);
    }

    /** From {@code shade-1}, the least, to {@code shade-5}, the most: by fifths between the two. */
    public String shade(Tile tile) {
        double least = tiles.stream().mapToDouble(Tile::value).min().orElse(0);
        double most = tiles.stream().mapToDouble(Tile::value).max().orElse(0);
        double reach = most == least ? 0.5 : (tile.value() - least) / (most - least);
        return "shade-" + Math.min(SHADES, 1 + (int) (reach * SHADES));
    }
}
