package org.tongqu.platform.trust.identity;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.tongqu.platform.trust.journal.Entry;

/** Who is asking: the principal of a request, to be had by {@code @AuthenticationPrincipal SignedIn}. */
public sealed interface SignedIn extends AuthenticatedPrincipal, Serializable {

    /** The account, whichever kind of person has it. */
    String account();

    String name();

    /** What the person is called in cases and in the journal: the staff id of an officer, the account of a citizen. */
    String actor();

    default Entry.Doer doer() {
        return new Entry.Doer(actor(), name());
    }

    @Override
    default String getName() {
        return actor();
    }

    /**
     * Somebody who acts for an organisation.
     *
     * @param staff id in trust.directory
     * @param organisation code of the organisation
     * @param roles role codes as of at most ten seconds ago
     */
    record Officer(String account, String staff, String name, String organisation, Set<String> roles)
            implements SignedIn {

        public Officer {
            roles = Set.copyOf(roles);
        }

        @Override
        public String actor() {
            return staff;
        }

        public boolean has(String role) {
            return roles.contains(role);
        }
    }

    /**
     * Somebody who asks for themselves. The citizen number is to be had from {@link Accounts#citizenNumber}.
     *
     * @param helper the clerk at a window who types what this person says; null when they do so themselves
     */
    record Citizen(String account, String name, @Nullable Assistance helper) implements SignedIn {

        public Citizen(String account, String name) {
            this(account, name, null);
        }

        public Optional<Assistance> assistance() {
            return Optional.ofNullable(helper);
        }

        /** Under what was typed at a window stands who typed it. */
        @Override
        public Entry.Doer doer() {
            return helper == null ? SignedIn.super.doer() : new Entry.Doer(helper.staff(), helper.clerk());
        }

        @Override
        public String actor() {
            return account;
        }
    }
}
