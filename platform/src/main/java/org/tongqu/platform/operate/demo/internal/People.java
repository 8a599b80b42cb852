package org.tongqu.platform.operate.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.identity.DivisionCode.Level;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.operate.demo.DemoAccount;
import org.tongqu.platform.operate.demo.Resident;
import org.tongqu.platform.operate.demo.Residents;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.DemoEnrolment;
import org.tongqu.platform.trust.identity.DemoEnrolment.DemoCitizen;
import org.tongqu.platform.trust.identity.Door;

/** The accounts of the city: three citizens, nine officers and three administrators anybody may be, and many that sleep. */
@Component
class People {

    /** For the demo alone; production refuses every account that has it. */
    static final String PASSWORD = "Yunzhou-demo-2026";

    private static final int CITIZENS = 3;

    private final DemoEnrolment enrolment;

    People(DemoEnrolment enrolment) {
        this.enrolment = enrolment;
    }

    List<DemoAccount> load(Residents residents, Offices.Loaded offices) {
        enrolment.addSleeping(IntStream.range(0, residents.applicants())
                .mapToObj(residents::applicant)
                .map(People::citizen));
        var accounts = new ArrayList<DemoAccount>();
        for (int i = 0; i < CITIZENS; i++) {
            accounts.add(wake(residents.applicant(i)));
        }
        for (var role : List.of("acceptor", "reviewer", "decider", "desk-chief")) {
            accounts.add(officer(role, inFirstDistrict(offices, role)));
        }
        for (var role : List.of("window-clerk", "hall-manager")) {
            accounts.add(officer(role, atHall(offices, role, Level.COUNTY)));
        }
        accounts.add(officer("street-clerk", atHall(offices, "window-clerk", Level.STREET)));
        accounts.add(officer("community-clerk", atHall(offices, "window-clerk", Level.COMMUNITY)));
        for (var role : List.of("supervisor", "system-administrator", "security-administrator", "auditor")) {
            accounts.add(officer(role, holder(offices.staff(), role)));
        }
        return accounts;
    }

    private static DemoCitizen citizen(Resident resident) {
        return new DemoCitizen(resident.account(), resident.name(), resident.number(), resident.mobile());
    }

    private DemoAccount wake(Resident resident) {
        enrolment.wake(resident.account(), PASSWORD);
        return new DemoAccount(
                Door.CITIZEN,
                resident.mobile().value(),
                resident.account(),
                resident.account(),
                resident.name().value(),
                new Label("市民", "Citizen"));
    }

    private DemoAccount officer(String name, Staff person) {
        var account = enrolment.addOfficer(person.id(), person.name(), name, PASSWORD);
        return new DemoAccount(Door.OFFICER, name, account, person.id(), person.name(), Label.same(name));
    }

    private static Staff inFirstDistrict(Offices.Loaded offices, String role) {
        var office = offices.organisations().stream()
                .filter(organisation -> organisation.kind().equals(offices.districtKind()))
                .filter(organisation -> !organisation.division().equals(Places.CITY))
                .findFirst()
                .orElseThrow();
        var staff = offices.staff().stream()
                .filter(person -> person.organisation().equals(office.code()))
                .toList();
        return holder(staff, role);
    }

    /** Somebody of the first hall there is at that level. */
    private static Staff atHall(Offices.Loaded offices, String role, Level level) {
        var hall = offices.organisations().stream()
                .filter(organisation -> organisation.kind().equals("service-hall"))
                .filter(organisation -> organisation.division().level() == level)
                .findFirst()
                .orElseThrow();
        var staff = offices.staff().stream()
                .filter(person -> person.organisation().equals(hall.code()))
                .toList();
        return holder(staff, role);
    }

    /** Somebody with the role and as few others as can be. */
    private static Staff holder(List<Staff> staff, String role) {
        return staff.stream()
                .filter(person -> person.roles().contains(role))
                .min((one, other) ->
                        Integer.compare(one.roles().size(), other.roles().size()))
                .orElseThrow();
    }
}
