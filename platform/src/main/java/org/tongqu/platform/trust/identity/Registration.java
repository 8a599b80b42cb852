package org.tongqu.platform.trust.identity;

import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;

/** What somebody gives who wants a citizen's account; each part is checked in form already. */
public record Registration(PersonName name, CitizenNumber number, MobileNumber mobile, String password) {

    /** Never prints the password; the other parts mask themselves. */
    @Override
    public String toString() {
        return "Registration[" + name + ", " + number + "]";
    }
}
