package org.tongqu.platform.data.agreements.internal;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementAct.Side;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;

/** On which sides of an agreement an officer may act. */
@Component
public class Parties {

    private static final Set<String> DEPARTMENT = Set.of(Compiling.OFFICER, Compiling.CHIEF);
    private static final Set<String> AUTHORITY = Set.of(Compiling.AUTHORITY);

    private final Access access;

    Parties(Access access) {
        this.access = access;
    }

    public Set<Side> sides(SignedIn.Officer who, Agreement agreement) {
        var sides = EnumSet.noneOf(Side.class);
        for (var side : Side.values()) {
            if (may(who, agreement, side) instanceof Outcome.Done) {
                sides.add(side);
            }
        }
        return sides;
    }

    public Outcome<SignedIn.Officer, AccessRefusal> may(SignedIn.Officer who, Agreement agreement, Side side) {
        return switch (side) {
            case CONSUMER -> access.mayAct(who, agreement.parties().consumer(), DEPARTMENT);
            case PROVIDER -> access.mayAct(who, agreement.parties().provider(), DEPARTMENT);
            case AUTHORITY -> access.mayAct(who, agreement.parties().provider(), AUTHORITY);
        };
    }

    /** Whether the officer asks for data on behalf of their own department. */
    public Outcome<SignedIn.Officer, AccessRefusal> mayAsk(SignedIn.Officer who) {
        return access.mayAct(who, who.organisation(), DEPARTMENT);
    }
}
