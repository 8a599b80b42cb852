package org.tongqu.platform.trust.directory;

import java.util.Optional;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;

/**
 * A government organisation.
 *
 * @param code its unified social credit code
 * @param kind what it is for, in the words of the packs: work is dispatched by kind and division
 * @param division the division it serves, not where its building stands
 * @param parent the organisation it reports to
 * @param contact where it can be called and visited
 */
public record Organisation(
        String code, String kind, Label name, DivisionCode division, Optional<String> parent, Contact contact) {

    /** Either may be empty. */
    public record Contact(String phone, String address) {}
}
