package org.tongqu.platform.front.desk.web.admin;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.identity.SignedIn;

/** Shows an administrator's pages to that kind of administrator alone. */
@Component
class Gate {

    private final Access access;

    Gate(Access access) {
        this.access = access;
    }

    void open(SignedIn.Officer officer, Administrator kind) {
        if (access.mayAdminister(officer, kind) instanceof Outcome.Refused) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
