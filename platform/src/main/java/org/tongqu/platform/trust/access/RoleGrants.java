package org.tongqu.platform.trust.access;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.RoleRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Giving and taking roles, the security administrator's alone. Counts from the person's next request on. */
@Service
public class RoleGrants {

    private final Access access;
    private final Directory directory;
    private final Journal journal;
    private final Clock clock;

    RoleGrants(Access access, Directory directory, Journal journal, Clock clock) {
        this.access = access;
        this.directory = directory;
        this.journal = journal;
        this.clock = clock;
    }

    /** One change of one person's roles. */
    public record Change(String staff, String role, String why) {}

    @Transactional
    public Optional<GrantRefusal> grant(SignedIn who, Change change) {
        return findRefusal(who, change)
                .or(() -> written(who, "access.grant", change, directory.grant(change.staff(), change.role())));
    }

    @Transactional
    public Optional<GrantRefusal> revoke(SignedIn who, Change change) {
        return findRefusal(who, change)
                .or(() -> written(who, "access.revoke", change, directory.revoke(change.staff(), change.role())));
    }

    private Optional<GrantRefusal> findRefusal(SignedIn who, Change change) {
        if (!(access.mayAdminister(who, Administrator.SECURITY)
                instanceof Outcome.Done<SignedIn.Officer, AccessRefusal>(var officer))) {
            return Optional.of(new GrantRefusal.NotTheSecurityAdministrator());
        }
        if (officer.staff().equals(change.staff())) {
            return Optional.of(new GrantRefusal.OfOneself());
        }
        if (access.roles().stream().noneMatch(role -> role.code().equals(change.role()))) {
            return Optional.of(new GrantRefusal.UnknownRole());
        }
        return change.why().isBlank() ? Optional.of(new GrantRefusal.ReasonMissing()) : Optional.empty();
    }

    private Optional<GrantRefusal> written(
            SignedIn who, String verb, Change change, Outcome<String, RoleRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Refused<String, RoleRefusal>(var why) -> Optional.of(new GrantRefusal.ByDirectory(why));
            case Outcome.Done<String, RoleRefusal> done -> {
                journal.append(Entry.of(clock.instant(), who.doer(), verb, new Entry.Subject("staff", change.staff()))
                        .because(change.why().strip())
                        .with(Datum.empty().with("role", Datum.of(change.role()))));
                yield Optional.empty();
            }
        };
    }
}
