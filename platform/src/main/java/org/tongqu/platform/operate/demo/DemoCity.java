package org.tongqu.platform.operate.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.trust.directory.Division;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.Door;

/**
 * The city as it was just loaded, for those who add to it.
 *
 * @param today the last day of the city's past: the day of the first start
 * @param districts its eight districts and counties, by code
 * @param communities all communities, by code
 * @param accounts those whose passwords are printed
 */
public record DemoCity(
        LocalDate today,
        DivisionCode division,
        List<Division> districts,
        List<Division> communities,
        List<Organisation> organisations,
        List<Staff> staff,
        Residents residents,
        Firms firms,
        List<DemoAccount> accounts) {

    private static final long SEED = 0x7975_6e7a_686f_7501L;

    public DemoCity {
        districts = List.copyOf(districts);
        communities = List.copyOf(communities);
        organisations = List.copyOf(organisations);
        staff = List.copyOf(staff);
        accounts = List.copyOf(accounts);
    }

    /** Numbers that are the same in every load, and of no other purpose. */
    public SplittableRandom random(String purpose) {
        return new SplittableRandom(SEED ^ ((long) purpose.hashCode() << 17));
    }

    /** How many of its applicants anybody can sign in as: the first ones. */
    public int citizens() {
        return (int) accounts.stream()
                .filter(account -> account.door() == Door.CITIZEN)
                .count();
    }

    /** Those of the organisation who hold the role, by id. */
    public List<Staff> holders(String organisation, String role) {
        return staff.stream()
                .filter(person -> person.organisation().equals(organisation))
                .filter(person -> person.roles().contains(role))
                .toList();
    }

    /** Organisations of the kind, the city's own first, then those of the districts. */
    public List<Organisation> organisationsOf(String kind) {
        return organisations.stream()
                .filter(organisation -> organisation.kind().equals(kind))
                .toList();
    }
}
