package org.tongqu.engines.schema;

import java.util.List;

/**
 * One thing that is wrong with one value.
 *
 * @param path where, with item numbers: {@code shareholders.0.citizenNumber}
 * @param code names the sentence {@code problem.<code>} in {@code texts/engines/forms}; never changes once published
 * @param args what the sentence quotes, e.g. the longest length allowed
 */
public record FieldProblem(String path, String code, List<String> args) {

    public FieldProblem {
        args = List.copyOf(args);
    }

    public static FieldProblem of(String path, String code, Object... args) {
        return new FieldProblem(
                path, code, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }
}
