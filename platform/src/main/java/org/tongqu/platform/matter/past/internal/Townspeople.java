package org.tongqu.platform.matter.past.internal;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tongqu.engines.packs.DemoAnswers.DemoFirm;
import org.tongqu.engines.packs.DemoAnswers.DemoPerson;
import org.tongqu.engines.packs.DemoAnswers.DemoTown;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.operate.demo.Firm;
import org.tongqu.platform.operate.demo.Residents;
import org.tongqu.platform.trust.directory.Division;

/**
 * The people and places of one district, for inventing applications there.
 *
 * @param applicant the firm of whoever applies, where it is firms that do
 */
record Townspeople(Residents residents, List<Division> communities, Optional<Firm> applicant) implements DemoTown {

    @Override
    public DemoPerson person(RandomGenerator random) {
        var resident = residents.at(random.nextInt(residents.count()));
        return new DemoPerson(
                resident.name().value(),
                resident.number().value(),
                resident.mobile().value());
    }

    @Override
    public DemoFirm firm() {
        var firm = applicant.orElseThrow();
        return new DemoFirm(
                firm.code().value(), firm.name(), firm.representative().name().value());
    }

    Townspeople where(Firm applies) {
        return new Townspeople(residents, communities, Optional.of(applies));
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
