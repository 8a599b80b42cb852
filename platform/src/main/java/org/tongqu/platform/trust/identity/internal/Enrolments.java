package org.tongqu.platform.trust.identity.internal;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.PasswordRefusal;

/** Accounts of staff, which are made for them. */
@Component
public class Enrolments {

    private final Directory directory;
    private final Passwords passwords;
    private final NewAccounts accounts;

    Enrolments(Directory directory, Passwords passwords, NewAccounts accounts) {
        this.directory = directory;
        this.passwords = passwords;
        this.accounts = accounts;
    }

    public Outcome<String, PasswordRefusal> enrol(String staff, String signInName, String password) {
        var person = directory.staff(staff);
        var name = signInName.strip().toLowerCase(Locale.ROOT);
        return PasswordPolicy.findRefusal(Door.OFFICER, password, List.of(name, person.name()))
                .map(Outcome::<String, PasswordRefusal>refused)
                .orElseGet(() -> Outcome.done(accounts.ofStaff(person, name, passwords.hash(password))));
    }
}
