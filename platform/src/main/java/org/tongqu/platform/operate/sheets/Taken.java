package org.tongqu.platform.operate.sheets;

/**
 * What became of a table that was handed in.
 *
 * @param made what is new
 * @param changed what was known and says something else now
 * @param same what was known and says the same
 */
public record Taken(int made, int changed, int same) {

    boolean isNothing() {
        return made + changed + same == 0;
    }
}
