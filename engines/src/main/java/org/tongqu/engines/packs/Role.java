package org.tongqu.engines.packs;

import java.util.Set;
import org.tongqu.kernel.text.Label;

/**
 * A role the process hands tasks to.
 *
 * @param code  as in the process: {@code role:acceptor} is handed to {@code acceptor}
 * @param posts the posts whose holders have it when nothing else was arranged
 * @param apart roles one person may not hold in the same case, so that nobody checks their own work
 */
public record Role(String code, Label label, Label duty, Set<String> posts, Set<String> apart) {
    public Role {
        posts = Set.copyOf(posts);
        apart = Set.copyOf(apart);
    }
}
