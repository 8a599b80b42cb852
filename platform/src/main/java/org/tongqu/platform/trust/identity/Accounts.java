package org.tongqu.platform.trust.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.platform.trust.identity.internal.AccountStore;
import org.tongqu.platform.trust.identity.internal.Enrolments;
import org.tongqu.platform.trust.identity.internal.PasswordChanges;
import org.tongqu.platform.trust.identity.internal.Registrations;
import org.tongqu.platform.trust.identity.internal.Sessions;
import org.tongqu.platform.trust.identity.internal.SignIns;

/** The verbs of identity. */
@Service
public class Accounts {

    private final SignIns signIns;
    private final Sessions sessions;
    private final Registrations registrations;
    private final Enrolments enrolments;
    private final PasswordChanges passwords;
    private final AccountStore accounts;

    Accounts(
            SignIns signIns,
            Sessions sessions,
            Registrations registrations,
            Enrolments enrolments,
            PasswordChanges passwords,
            AccountStore accounts) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.registrations = registrations;
        this.enrolments = enrolments;
        this.passwords = passwords;
        this.accounts = accounts;
    }

    /** Lets somebody in, under a new session of their own; takes as long for a name that nobody has. */
    public Outcome<StartedSession, SignInRefusal> signIn(SignInCommand command) {
        return signIns.signIn(command);
    }

    /** Ends the session of this token at once, everywhere. An unknown token is no error. */
    public void signOut(String token) {
        sessions.signOut(token);
    }

    /** What the token is worth now; an alive session is seen thereby. */
    public SessionState session(String token) {
        return sessions.look(token);
    }

    /** The person's live sessions, the newest first. */
    public List<SessionView> sessions(SignedIn who, String currentToken) {
        return sessions.of(who.account(), currentToken);
    }

    /** Ends another session of one's own; somebody else's is left alone. */
    public boolean endSession(SignedIn who, long session) {
        return sessions.end(who, session);
    }

    /** Makes a citizen's account. */
    public Outcome<String, RegistrationRefusal> register(Registration registration, SignInCommand.Browser from) {
        return registrations.register(registration, from);
    }

    /** Makes an account for somebody of the directory, e.g. when they take up their post. */
    public Outcome<String, PasswordRefusal> enrol(String staff, String signInName, String password) {
        return enrolments.enrol(staff, signInName, password);
    }

    /** Changes one's own password; ends one's other sessions. */
    public Optional<PasswordRefusal> changePassword(SignedIn who, String present, String next, String currentToken) {
        return passwords.change(who, present, next, currentToken);
    }

    /** The account of the person with this number, as its owner would be signed in; nothing when they have none. */
    public Optional<SignedIn.Citizen> findCitizen(CitizenNumber number) {
        return accounts.findCitizen(number);
    }

    /** The citizen number behind a citizen's account, for asking the registers about that person. */
    public CitizenNumber citizenNumber(SignedIn.Citizen citizen) {
        return accounts.citizenNumber(citizen.account());
    }
}
