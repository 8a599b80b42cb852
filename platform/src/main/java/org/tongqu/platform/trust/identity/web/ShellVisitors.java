package org.tongqu.platform.trust.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.Texts;
import org.tongqu.design.Visitor;
import org.tongqu.platform.operate.web.Visitors;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.SignedIn;

/** Tells the shells whom to greet. */
@Component
class ShellVisitors implements Visitors {

    private final SessionContext sessions;
    private final Directory directory;

    ShellVisitors(SessionContext sessions, Directory directory) {
        this.sessions = sessions;
        this.directory = directory;
    }

    @Override
    public Optional<Visitor.Person> person(HttpServletRequest request, Texts texts) {
        return sessions.who(request).map(who -> switch (who) {
            case SignedIn.Citizen citizen ->
                new Visitor.Person(
                        citizen.name(),
                        citizen.assistance()
                                .map(helper -> texts.say("identity.helped", helper.clerk()))
                                .orElse(""));
            case SignedIn.Officer officer -> new Visitor.Person(officer.name(), office(officer, texts));
        });
    }

    private String office(SignedIn.Officer officer, Texts texts) {
        return directory
                .findOrganisation(officer.organisation())
                .map(organisation -> organisation
                        .name()
                        .in(
                                texts.language() == Language.EN
                                        ? org.tongqu.kernel.text.Language.EN
                                        : org.tongqu.kernel.text.Language.ZH))
                .orElse("");
    }

    @Override
    public String signIn(HttpServletRequest request) {
        var path = request.getRequestURI();
        var door = path.equals("/desk") || path.startsWith("/desk/") ? Door.OFFICER : Door.CITIZEN;
        var isPage = request.getMethod().equals("GET") && !path.equals(door.path()) && !path.equals("/register");
        return isPage && !path.equals("/") ? door.path() + "?back=" + Doorkeeper.encoded(path) : door.path();
    }

    @Override
    public String signOut() {
        return "/sign-out";
    }

    @Override
    public String account() {
        return "/account";
    }
}
