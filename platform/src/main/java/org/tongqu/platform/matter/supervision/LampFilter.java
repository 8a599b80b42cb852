package org.tongqu.platform.matter.supervision;

import java.util.Optional;
import org.tongqu.platform.matter.casework.Lamp;

/** Which open clocks are asked for; each empty part means all. */
public record LampFilter(
        Optional<String> organisation, Optional<Lamp> lamp, Optional<String> clock, Optional<String> packId) {

    public static final LampFilter ALL =
            new LampFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public LampFilter of(String otherOrganisation) {
        return new LampFilter(Optional.of(otherOrganisation), lamp, clock, packId);
    }

    public LampFilter with(Lamp other) {
        return new LampFilter(organisation, Optional.of(other), clock, packId);
    }
}
