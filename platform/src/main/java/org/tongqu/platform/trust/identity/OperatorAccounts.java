package org.tongqu.platform.trust.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.internal.AccountOpenings;
import org.tongqu.platform.trust.journal.Entry;

/**
 * Accounts and passwords given out by whoever holds the machine and the database's passwords: before there is an
 * administrator who could, and when none of them gets in any more. No page leads here.
 */
@Service
public class OperatorAccounts {

    /** Who stands in the journal: the machine knows no more of them. */
    public static final Entry.Doer OPERATOR = new Entry.Doer("operator", "");

    private final AccountOpenings openings;

    OperatorAccounts(AccountOpenings openings) {
        this.openings = openings;
    }

    /** @param signInName in small letters, and nobody's yet */
    public record Opening(Staff person, String signInName) {}

    public boolean hasAccount(String staff) {
        return openings.hasAccount(staff);
    }

    /** Whose sign-in name this is, by number; empty when it is free. */
    public Optional<String> findHolder(String signInName) {
        return openings.findHolder(signInName);
    }

    /** In the order of the openings. The people must be in the directory. */
    public List<OneTimePassword> open(List<Opening> openings) {
        return openings.stream()
                .map(one -> this.openings.openFor(OPERATOR, one.person(), one.signInName()))
                .toList();
    }

    /** Gives out a password in place of one that was forgotten and ends all sessions; empty for a name nobody has. */
    public Optional<OneTimePassword> reset(String signInName) {
        return openings.resetFor(OPERATOR, signInName);
    }
}
