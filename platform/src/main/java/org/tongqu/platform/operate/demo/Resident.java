package org.tongqu.platform.operate.demo;

import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;

/**
 * Somebody who lives in the demo city; follows from the index alone.
 *
 * @param account the account a resident has who ever applied for something; see {@link Residents#applicant}
 * @param placeName city, district, street and community, as they stand before the door
 * @param door road, house and room, which mean nothing without the place
 */
public record Resident(
        int index,
        String account,
        PersonName name,
        CitizenNumber number,
        MobileNumber mobile,
        DivisionCode community,
        String placeName,
        String door) {

    public String address() {
        return placeName + door;
    }
}
