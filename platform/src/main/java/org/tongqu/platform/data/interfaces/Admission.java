package org.tongqu.platform.data.interfaces;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Permit;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.interfaces.internal.Gatekeeper;

/**
 * Lets a system with a key through to what the platform itself keeps, as {@link Mediation} lets it through to a department:
 * the same keys, agreements and purposes, and what is taken back stops the next call.
 */
@Service
public class Admission {

    private final Gatekeeper gate;

    Admission(Gatekeeper gate) {
        this.gate = gate;
    }

    /** What may be given under an agreement in force. @param edition of the resource that is published now */
    public record Pass(Permit permit, Edition edition) {}

    /** Whose key was shown, and whether it lets through now. */
    public record Shown(Key key, Outcome<Pass, CallRefusal> pass) {}

    /**
     * @param token as shown; empty when none was
     * @param purpose what for, by code
     * @return refused when nobody can tell who calls; of a key that is known it is said whose, whether it opens or not
     */
    public Outcome<Shown, CallRefusal> admit(String token, String purpose) {
        return gate.admit(new Asked(token, "", purpose, "", java.util.Map.of()));
    }

    /** The key, when it can be used, for what is open to whoever has one. */
    public Optional<Key> find(String token) {
        return gate.find(token);
    }
}
