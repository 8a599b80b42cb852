package org.tongqu.platform.matter.past.internal;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tongqu.engines.packs.DemoAnswers.DemoPerson;
import org.tongqu.engines.packs.DemoAnswers.DemoTown;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.operate.demo.Residents;
import org.tongqu.platform.trust.directory.Division;

/** The people and places of one district, for inventing applications there. */
record Townspeople(Residents residents, List<Division> communities) implements DemoTown {

    @Override
    public DemoPerson person(RandomGenerator random) {
        var resident = residents.at(random.nextInt(residents.count()));
        return new DemoPerson(
                resident.name().value(),
                resident.number().value(),
                resident.mobile().value());
    }

    @Override
    public String division(RandomGenerator random) {
        return communities.get(random.nextInt(communities.size())).code().value();
    }

    /** A door on a road of that community; the place before it is the division itself. */
    @Override
    public String addressIn(String division, RandomGenerator random) {
        return residents.doorIn(new DivisionCode(division), random.nextInt(residents.count()));
    }
}
