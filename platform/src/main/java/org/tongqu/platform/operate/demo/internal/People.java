package org.tongqu.platform.operate.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.operate.demo.DemoAccount;
import org.tongqu.platform.operate.demo.Resident;
import org.tongqu.platform.operate.demo.Residents;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.DemoEnrolment;
import org.tongqu.platform.trust.identity.DemoEnrolment.DemoCitizen;
import org.tongqu.platform.trust.identity.Door;

/** The accounts of the city: three citizens, officers of most posts, three administrators anybody may be, and many that sleep. */
@Component
class People {

    /** For the demo alone; production refuses every account that has it. */
    static final String PASSWORD = "Yunzhou-demo-2026";

    private static final int CITIZENS = 3;

    private final DemoEnrolment enrolment;

    People(DemoEnrolment enrolment) {
        this.enrolment = enrolment;
    }

    List<DemoAccount> load(Words words, Residents residents, Offices.Loaded offices) {
        var citizen = new Label(words.word("citizen.zh"), words.word("citizen.en"));
        enrolment.addSleeping(IntStream.range(0, residents.applicants())
                .mapToObj(residents::applicant)
                .map(People::citizen));
        var accounts = new ArrayList<DemoAccount>();
        for (int i = 0; i < CITIZENS; i++) {
            accounts.add(wake(residents.applicant(i), citizen));
        }
        for (var post : offices.openPosts()) {
            accounts.add(officer(post, holder(offices, post)));
        }
        return accounts;
    }

    private static DemoCitizen citizen(Resident resident) {
        return new DemoCitizen(resident.account(), resident.name(), resident.number(), resident.mobile());
    }

    private DemoAccount wake(Resident resident, Label role) {
        enrolment.wake(resident.account(), PASSWORD);
        return new DemoAccount(
                Door.CITIZEN,
                resident.mobile().value(),
                resident.account(),
                resident.account(),
                resident.name().value(),
                role);
    }

    private DemoAccount officer(Offices.OpenPost post, Staff person) {
        var account = enrolment.addOfficer(person.id(), person.name(), post.signInName(), PASSWORD);
        return new DemoAccount(Door.OFFICER, post.signInName(), account, person.id(), person.name(), post.name());
    }

    /** Somebody on the post in the first office of that level. */
    private static Staff holder(Offices.Loaded offices, Offices.OpenPost post) {
        var levels = offices.organisations().stream()
                .collect(Collectors.toMap(
                        Organisation::code,
                        organisation -> organisation.division().level()));
        return offices.staff().stream()
                .filter(person -> person.post().equals(post.code()))
                .filter(person -> levels.get(person.organisation()) == post.level())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody is on the post of " + post.signInName()));
    }
}
