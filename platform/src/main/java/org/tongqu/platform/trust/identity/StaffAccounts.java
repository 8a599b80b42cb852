package org.tongqu.platform.trust.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.trust.identity.internal.AccountLocks;
import org.tongqu.platform.trust.identity.internal.AccountOpenings;

/** The accounts of staff, in the hands of the system administrator. */
@Service
public class StaffAccounts {

    private final AccountLocks locks;
    private final AccountOpenings openings;

    StaffAccounts(AccountLocks locks, AccountOpenings openings) {
        this.locks = locks;
        this.openings = openings;
    }

    /** Puts somebody new on a post, without any role, and gives them an account. */
    public Outcome<OneTimePassword, OpeningRefusal> hire(SignedIn who, NewStaff person, String why) {
        return openings.hire(who, person, why);
    }

    /** Gives an account to somebody of the directory who has none. */
    public Outcome<OneTimePassword, OpeningRefusal> open(SignedIn who, String staff, String signInName, String why) {
        return openings.open(who, staff, signInName, why);
    }

    /** Gives out a password in place of one that was forgotten; ends all sessions of the person. */
    public Outcome<OneTimePassword, OpeningRefusal> resetPassword(SignedIn who, String staff, String why) {
        return openings.resetPassword(who, staff, why);
    }

    /** The accounts of these people, by staff id; some may have none. */
    public Map<String, StaffAccount> of(List<String> staff) {
        return locks.of(staff);
    }

    /** Ends all sessions of the person at once and lets them in no more, until unlocked. */
    public Optional<LockRefusal> lock(SignedIn who, String staff, String why) {
        return locks.lock(who, staff, why);
    }

    public Optional<LockRefusal> unlock(SignedIn who, String staff, String why) {
        return locks.unlock(who, staff, why);
    }
}
