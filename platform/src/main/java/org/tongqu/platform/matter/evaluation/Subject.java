package org.tongqu.platform.matter.evaluation;

import java.util.Optional;
import org.tongqu.engines.evaluation.SubjectKind;

/**
 * Whoever is scored.
 *
 * @param id code of the organisation, organisation and post with a dot between, or code of the division
 */
public record Subject(SubjectKind kind, String id) {

    /** The organisation, where it is one or is a post of one. */
    public Optional<String> organisation() {
        return switch (kind) {
            case ORGANISATION -> Optional.of(id);
            case POST -> Optional.of(id.substring(0, Math.max(0, id.indexOf('.'))));
            case REGION -> Optional.empty();
        };
    }

    /** The post, where it is one. */
    public Optional<String> post() {
        return kind == SubjectKind.POST ? Optional.of(id.substring(id.indexOf('.') + 1)) : Optional.empty();
    }
}
