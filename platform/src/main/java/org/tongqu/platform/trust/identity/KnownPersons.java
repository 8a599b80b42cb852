package org.tongqu.platform.trust.identity;

import java.util.Optional;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.text.PersonName;

/** Asks whoever keeps the register of persons, if anybody does, whether a number and a name belong together. */
public interface KnownPersons {

    /** The name under which the number is registered; empty where the register does not know the person. */
    Optional<PersonName> nameOf(CitizenNumber number);
}
