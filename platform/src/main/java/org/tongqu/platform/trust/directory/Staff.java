package org.tongqu.platform.trust.directory;

import java.util.Set;

/**
 * Somebody who works for an organisation.
 *
 * @param id stays the same when the person changes post, e.g. {@code 999901-0017}
 * @param organisation code of the organisation
 * @param post code of the post within it
 * @param roles role codes, as packs and trust.access name them
 */
public record Staff(String id, String name, String organisation, String post, Set<String> roles) {

    public Staff {
        roles = Set.copyOf(roles);
    }
}
