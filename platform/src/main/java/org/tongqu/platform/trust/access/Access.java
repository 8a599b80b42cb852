package org.tongqu.platform.trust.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.trust.access.internal.Roles;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.SignedIn;

/** The verbs of access. Answers come from memory; a change of roles is seen after at most ten seconds. */
@Service
public class Access {

    private final Roles roles;
    private final Directory directory;

    Access(Roles roles, Directory directory) {
        this.roles = roles;
        this.directory = directory;
    }

    /** What the person may see by all roles they hold. A citizen's scope is empty: their own rows are found by account. */
    public Scope scope(SignedIn who) {
        return scope(who, role -> true);
    }

    /** All rows, for figures that the public may know: never for anything that names a person. */
    public Scope publicScope() {
        return new Scope.Everything(codes(directory.organisations()));
    }

    /** What the person may change: the scope by those roles that act. */
    public Scope actingScope(SignedIn who) {
        return scope(who, role -> role.acts() == Role.Acting.ACTS);
    }

    /** Whether the person may act on a row of the organisation, holding one of the roles there. */
    public Outcome<SignedIn.Officer, AccessRefusal> mayAct(SignedIn who, String organisation, Set<String> needed) {
        if (!(who instanceof SignedIn.Officer officer)) {
            return Outcome.refused(new AccessRefusal.NotAnOfficer());
        }
        if (needed.stream().noneMatch(officer::has)) {
            return Outcome.refused(new AccessRefusal.RoleMissing(needed));
        }
        if (!scope(officer).sees(organisation)) {
            return Outcome.refused(new AccessRefusal.OtherOrganisation(organisation));
        }
        return scope(officer, role -> role.acts() == Role.Acting.ACTS && needed.contains(role.code()))
                        .sees(organisation)
                ? Outcome.done(officer)
                : Outcome.refused(new AccessRefusal.LooksOnly(organisation));
    }

    /** Whether the person may look at a row of the organisation. */
    public Outcome<SignedIn.Officer, AccessRefusal> maySee(SignedIn who, String organisation) {
        if (!(who instanceof SignedIn.Officer officer)) {
            return Outcome.refused(new AccessRefusal.NotAnOfficer());
        }
        return scope(officer).sees(organisation)
                ? Outcome.done(officer)
                : Outcome.refused(new AccessRefusal.OtherOrganisation(organisation));
    }

    /** Whether the person is this kind of administrator. */
    public Outcome<SignedIn.Officer, AccessRefusal> mayAdminister(SignedIn who, Administrator kind) {
        if (!(who instanceof SignedIn.Officer officer)) {
            return Outcome.refused(new AccessRefusal.NotAnOfficer());
        }
        return officer.has(kind.role())
                ? Outcome.done(officer)
                : Outcome.refused(new AccessRefusal.RoleMissing(Set.of(kind.role())));
    }

    /** All roles, by code. */
    public List<Role> roles() {
        return roles.all();
    }

    /** Makes a pack's role known, or renames it. A role of the platform itself is left as it is. */
    public void declare(Role role) {
        roles.declare(role);
    }

    private Scope scope(SignedIn who, Predicate<Role> counts) {
        if (!(who instanceof SignedIn.Officer officer)) {
            return Scope.nothing();
        }
        var codes = new HashSet<String>();
        for (var role : roles.all()) {
            if (!officer.has(role.code()) || !counts.test(role)) {
                continue;
            }
            switch (role.reach()) {
                case EVERYTHING -> {
                    return new Scope.Everything(codes(directory.organisations()));
                }
                case SUBORDINATE -> codes.addAll(codes(directory.withSubordinates(officer.organisation())));
                case NOTHING -> {}
                case OWN -> codes.add(officer.organisation());
            }
        }
        return new Scope.Organisations(codes);
    }

    private static Set<String> codes(List<Organisation> organisations) {
        var codes = new HashSet<String>();
        organisations.forEach(organisation -> codes.add(organisation.code()));
        return codes;
    }
}
