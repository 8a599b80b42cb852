package org.tongqu.platform.trust.access;

import org.tongqu.kernel.text.Label;

/**
 * A role somebody may hold.
 *
 * @param acts whether holders may change what they see; supervisors and auditors may not
 * @param origin {@code platform}, or the pack that declared it
 */
public record Role(String code, Label title, Reach reach, Acting acts, String origin) {

    /** Whether a role may change what it sees. */
    public enum Acting {
        ACTS,
        LOOKS_ONLY
    }
}
