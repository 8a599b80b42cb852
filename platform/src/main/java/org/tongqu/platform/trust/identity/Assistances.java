package org.tongqu.platform.trust.identity;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.trust.identity.internal.AssistanceStore;

/**
 * Helping people who stand at a window. Whether a clerk may is asked by whoever calls this; that it was done is in the
 * journal, and under everything that was typed stands the clerk.
 */
@Service
public class Assistances {

    private final AssistanceStore store;

    Assistances(AssistanceStore store) {
        this.store = store;
    }

    /**
     * Where somebody is helped.
     *
     * @param home the page to which the clerk comes back
     */
    public record Window(String place, Label name, String home) {}

    /**
     * Begins to help the person of this number and name; whoever was helped before is helped no more.
     *
     * @param typed the citizen number or the mobile of the account
     */
    public Outcome<SignedIn.Citizen, AssistRefusal> begin(
            SignedIn.Officer who, String typed, String name, Window window) {
        return store.begin(who, typed, name, window);
    }

    /** Whom the officer is helping now. */
    public Optional<SignedIn.Citizen> find(SignedIn.Officer who) {
        return store.find(who);
    }

    /** The page to which the officer comes back from helping; empty when nobody is helped. */
    public Optional<String> home(SignedIn.Officer who) {
        return store.home(who);
    }

    public void end(SignedIn.Officer who) {
        store.end(who);
    }
}
