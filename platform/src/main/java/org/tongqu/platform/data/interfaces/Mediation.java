package org.tongqu.platform.data.interfaces;

import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.platform.data.interfaces.internal.Mediator;

/** Calls of consumers' systems. */
@Service
public class Mediation {

    private final Mediator mediator;

    Mediation(Mediator mediator) {
        this.mediator = mediator;
    }

    /**
     * Answers a call, or refuses it.
     *
     * @return why nothing was answered; empty when the reply was written to its end
     * @throws IOException when the answer had begun and cannot be ended: the consumer must see that it was broken off
     */
    public Optional<CallRefusal> call(Asked asked, Reply reply) throws IOException {
        return mediator.call(asked, reply);
    }

    /** Whether the provider is asked now, by this program. */
    public BreakerState breaker(String endpoint) {
        return mediator.breaker(endpoint);
    }
}
