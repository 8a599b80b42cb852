package org.tongqu.platform.trust.directory;

import java.util.List;
import java.util.Optional;

/**
 * Some of those who work for the government, by id.
 *
 * @param all how many fit the filter
 * @param next after whom the next rows begin; empty at the end
 */
public record People(List<Staff> rows, long all, Optional<String> next) {

    /**
     * Whom to list. What is empty does not narrow.
     *
     * @param name the beginning of a name, or a whole id
     */
    public record Filter(Optional<String> organisation, Optional<String> role, Optional<String> name) {}

    public People {
        rows = List.copyOf(rows);
    }
}
