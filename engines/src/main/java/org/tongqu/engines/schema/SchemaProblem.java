package org.tongqu.engines.schema;

import java.util.List;

/**
 * Why a schema file cannot be used.
 *
 * @param code names the sentence in {@code texts/engines/packs}
 */
public record SchemaProblem(int line, String code, List<String> args) {

    public SchemaProblem {
        args = List.copyOf(args);
    }

    static SchemaProblem of(int line, String code, String... args) {
        return new SchemaProblem(line, code, List.of(args));
    }
}
