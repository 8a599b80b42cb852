package org.tongqu.platform.operate.demo;

import org.tongqu.kernel.identity.DivisionCode;

/** The residents of the city, made when asked for: a sampler may ask for any of them in any order. */
public interface Residents {

    int count();

    /** @param index from 0 */
    Resident at(int index);

    /**
     * A door in a community, on one of the few roads it lies on: road, house and room.
     *
     * @param index from 0; another one is most likely another door
     */
    String doorIn(DivisionCode community, int index);

    /** How many residents have an account. */
    int applicants();

    /** A resident with an account, of working age; the first are the demo citizens whose passwords are printed. */
    Resident applicant(int number);
}
