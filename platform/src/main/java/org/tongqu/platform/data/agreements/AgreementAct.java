package org.tongqu.platform.data.agreements;

import static org.tongqu.platform.data.agreements.Agreement.Kept.ACTIVE;
import static org.tongqu.platform.data.agreements.Agreement.Kept.CHECKING;
import static org.tongqu.platform.data.agreements.Agreement.Kept.DISPUTED;
import static org.tongqu.platform.data.agreements.Agreement.Kept.REFUSED;
import static org.tongqu.platform.data.agreements.Agreement.Kept.REQUESTED;
import static org.tongqu.platform.data.agreements.Agreement.Kept.REVOKED;
import static org.tongqu.platform.data.agreements.Agreement.Kept.SUSPENDED;
import static org.tongqu.platform.data.agreements.Agreement.Kept.WITHDRAWN;
import static org.tongqu.platform.data.agreements.AgreementAct.Reason.NEEDED;
import static org.tongqu.platform.data.agreements.AgreementAct.Reason.NONE;
import static org.tongqu.platform.data.agreements.AgreementAct.Side.AUTHORITY;
import static org.tongqu.platform.data.agreements.AgreementAct.Side.CONSUMER;
import static org.tongqu.platform.data.agreements.AgreementAct.Side.PROVIDER;

import java.util.Set;
import org.tongqu.platform.data.agreements.Agreement.Kept;
import org.tongqu.platform.data.catalog.Coded;

/** What can be done to an agreement, by whom, and where it leads. */
public enum AgreementAct implements Coded {
    /** The provider gives what was asked for, or some of it. */
    AGREE(Set.of(PROVIDER), Set.of(REQUESTED), CHECKING, NONE),
    REFUSE(Set.of(PROVIDER), Set.of(REQUESTED), REFUSED, NEEDED),
    /** The data authority lets it into force. */
    CONFIRM(Set.of(AUTHORITY), Set.of(CHECKING), ACTIVE, NONE),
    /** The data authority wants the provider to answer again. */
    OBJECT(Set.of(AUTHORITY), Set.of(CHECKING), REQUESTED, NEEDED),
    WITHDRAW(Set.of(CONSUMER), Set.of(REQUESTED, CHECKING), WITHDRAWN, NONE),
    /** The consumer asks for more time. */
    RENEW(Set.of(CONSUMER), Set.of(ACTIVE), ACTIVE, NONE),
    EXTEND(Set.of(PROVIDER), Set.of(ACTIVE), ACTIVE, NONE),
    DECLINE(Set.of(PROVIDER), Set.of(ACTIVE), ACTIVE, NEEDED),
    SUSPEND(Set.of(PROVIDER, AUTHORITY), Set.of(ACTIVE), SUSPENDED, NEEDED),
    RESUME(Set.of(PROVIDER, AUTHORITY), Set.of(SUSPENDED), ACTIVE, NONE),
    REVOKE(Set.of(PROVIDER, AUTHORITY, CONSUMER), Set.of(ACTIVE, SUSPENDED), REVOKED, NEEDED),
    /** The consumer brings a refusal before the data authority, once. */
    DISPUTE(Set.of(CONSUMER), Set.of(REFUSED), DISPUTED, NEEDED),
    UPHOLD(Set.of(AUTHORITY), Set.of(DISPUTED), REFUSED, NEEDED),
    OVERRULE(Set.of(AUTHORITY), Set.of(DISPUTED), ACTIVE, NEEDED);

    private final Set<Side> sides;
    private final Set<Kept> from;
    private final Kept to;
    private final Reason reason;

    AgreementAct(Set<Side> sides, Set<Kept> from, Kept to, Reason reason) {
        this.sides = sides;
        this.from = from;
        this.to = to;
        this.reason = reason;
    }

    /** On which side of an agreement somebody stands. */
    public enum Side {
        CONSUMER,
        PROVIDER,
        AUTHORITY
    }

    /** Whether whoever does it says why. */
    public enum Reason {
        NONE,
        NEEDED
    }

    public Set<Side> sides() {
        return sides;
    }

    public Kept to() {
        return to;
    }

    public boolean needsReason() {
        return reason == NEEDED;
    }

    /** Whether the agreement is where this can be done. */
    public boolean fits(Agreement agreement) {
        return from.contains(agreement.state())
                && switch (this) {
                    case RENEW -> agreement.renewal().isEmpty();
                    case EXTEND, DECLINE -> agreement.renewal().isPresent();
                    case DISPUTE -> agreement.hearing() == Agreement.Hearing.NOT_YET;
                    case AGREE, REFUSE, CONFIRM, OBJECT, WITHDRAW, SUSPEND, RESUME, REVOKE, UPHOLD, OVERRULE -> true;
                };
    }
}
