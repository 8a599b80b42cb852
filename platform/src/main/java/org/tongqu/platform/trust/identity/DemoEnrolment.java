package org.tongqu.platform.trust.identity;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform.trust.identity.internal.DemoAccountStore;

/** Accounts of the demo city. All are marked, and production does not start while one of them is there. */
@Service
public class DemoEnrolment {

    private final DemoAccountStore accounts;

    DemoEnrolment(DemoAccountStore accounts) {
        this.accounts = accounts;
    }

    /** A citizen of the demo city. */
    public record DemoCitizen(String account, PersonName name, CitizenNumber number, MobileNumber mobile) {}

    /** Accounts nobody can sign in with: for those who applied for something in the city's past. */
    public long addSleeping(Stream<DemoCitizen> citizens) {
        return accounts.copy(citizens);
    }

    /** Lets citizens who are there already sign in with this password. */
    public void wake(String account, String password) {
        accounts.wake(account, password);
    }

    /** An account for somebody of the directory. */
    public String addOfficer(String staff, String name, String signInName, String password) {
        return accounts.addOfficer(staff, name, signInName, password);
    }

    /** A demo account one can sign in with. */
    public record Awake(Door door, String signInName, String name) {}

    /** Those whose password is known, citizens first. */
    public List<Awake> awake() {
        return accounts.awake();
    }
}
