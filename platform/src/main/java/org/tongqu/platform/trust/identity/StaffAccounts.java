package org.tongqu.platform.trust.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.platform.trust.identity.internal.AccountLocks;

/** The accounts of staff, in the hands of the system administrator. */
@Service
public class StaffAccounts {

    private final AccountLocks locks;

    StaffAccounts(AccountLocks locks) {
        this.locks = locks;
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
