package org.tongqu.engines.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * One thing that is wrong with one value.
 *
 * @param path where, with item numbers: {@code shareholders.0.citizenNumber}
 * @param code names the sentence in {@code texts/engines/forms}; never changes once published
 * @param args what the sentence quotes, e.g. the longest length allowed
 * @param said the words of the pack itself, which are then shown instead of the sentence
 */
public record FieldProblem(String path, String code, List<String> args, Optional<Label> said) {

    public FieldProblem {
        args = List.copyOf(args);
    }

    public static FieldProblem of(String path, String code, Object... args) {
        var quoted = Arrays.stream(args).map(String::valueOf).toList();
        return new FieldProblem(path, code, quoted, Optional.empty());
    }

    public static FieldProblem said(String path, String code, Label words) {
        return new FieldProblem(path, code, List.of(), Optional.of(words));
    }
}
