package org.tongqu.engines.yaml;

import java.util.List;

/**
 * Why a file could not be read.
 *
 * @param line counted from 1; the nearest line that is known
 * @param code names the sentence in {@code texts/engines/packs/*.properties}
 * @param args what the sentence quotes
 */
public record YamlProblem(int line, String code, List<String> args) {
    public YamlProblem {
        args = List.copyOf(args);
    }
}
