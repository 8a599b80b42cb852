package org.tongqu.platform.matter._support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.packs.Dispatch;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.Scenario;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.matter.casework.ActRefusal;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.Submission;
import org.tongqu.platform.matter.intake.Upload;
import org.tongqu.platform.matter.intake._support.Files;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Division;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Post;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.Registration;
import org.tongqu.platform.trust.identity.SignInCommand;
import org.tongqu.platform.trust.identity.SignedIn;

/** One office of a town of the started platform, with officers of its own and whoever applies there. */
public final class Town {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** The first four digits of cities that nobody else makes up. */
    private static final List<String> CITIES = List.of("9997", "9995", "9994", "9993", "9992", "9991", "9990");

    private static final int TOWNS_PER_CITY = 99;
    private static final List<Town> STAGED = new ArrayList<>();

    /** Working days of the year in which limits set today may end; made up, for tests alone. */
    private static final String NEXT_YEAR = """
            #edition 测试用 2027–2028
            #years 2027 2028
            date,kind,name
            2027-01-01,holiday,元旦
            """;

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Pack pack;
    private final DivisionCode division;
    private final DivisionCode seat;
    private final Organisation office;
    private final Map<String, Organisation> others = new HashMap<>();
    private final Map<String, SignedIn.Officer> officers = new HashMap<>();

    private Town(int number, Predicate<Pack> wanted) {
        this(CITIES.get((number - 1) / TOWNS_PER_CITY), number, wanted);
    }

    private Town(String city, int number, Predicate<Pack> wanted) {
        this.pack = bean(ServiceCatalogue.class).items().stream()
                .map(item -> bean(ServiceCatalogue.class).pack(item.packId()))
                .filter(some -> !some.scenarios().isEmpty())
                .filter(wanted)
                .findFirst()
                .orElseThrow();
        this.division = new DivisionCode(city + String.format("%02d", (number - 1) % TOWNS_PER_CITY + 1));
        var directory = bean(Directory.class);
        directory.importCalendar(NEXT_YEAR, "test", "test");
        directory.put(new Division(new DivisionCode("990000"), "测试省"));
        directory.put(new Division(new DivisionCode(city + "00"), "测试市"));
        directory.put(new Division(division, "测试区" + number));
        directory.put(new Division(street(), "测试街道" + number));
        this.seat = pack.dispatch().level() == Dispatch.Level.CITY ? new DivisionCode(city + "00") : division;
        this.office =
                founded(pack.dispatch().organisationKind(), new Label("测试区" + number + "办事处", "Office " + number));
        for (var kind : pack.process().organisationKinds()) {
            others.put(
                    kind,
                    kind.equals(office.kind())
                            ? office
                            : founded(kind, new Label("测试区" + number + kind, kind + " " + number)));
        }
    }

    private Organisation founded(String kind, Label name) {
        var directory = bean(Directory.class);
        var code = UnifiedSocialCreditCode.compose(
                        '1', '1', seat, bean(Registers.class).nextOrganisationCode())
                .orElseThrow()
                .value();
        var founded = new Organisation(code, kind, name, seat, Optional.empty(), new Organisation.Contact("", ""));
        directory.put(founded);
        directory.put(new Post(code, "clerk", new Label("科员", "Clerk")));
        return founded;
    }

    /** A town where nobody has applied for anything yet. */
    public static Town fresh() {
        return new Town(
                COUNT.incrementAndGet(),
                pack -> pack.process().organisationKinds().isEmpty());
    }

    /** A town whose office handles a service together with others, which are there as well. */
    public static Town joint() {
        return new Town(
                COUNT.incrementAndGet(),
                pack -> !pack.process().organisationKinds().isEmpty()
                        && pack.form().parts().isEmpty());
    }

    /** A city whose offices handle a service together, stage by stage; one for all tests, as a city has each office once. */
    public static synchronized Town staged() {
        if (STAGED.isEmpty()) {
            STAGED.add(new Town("9992", 991, pack -> !pack.form().parts().isEmpty()));
        }
        return STAGED.getFirst();
    }

    /** The organisation of that kind which handles a part of the town's service. */
    public Organisation other(String kind) {
        return Optional.ofNullable(others.get(kind)).orElseThrow();
    }

    /** An officer of the organisation of that kind. */
    public SignedIn.Officer officerOf(String kind, String role) {
        return officer(other(kind), "officer-" + kind + "-" + role, Set.of(role));
    }

    public <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    public Pack pack() {
        return pack;
    }

    public Organisation office() {
        return office;
    }

    public DivisionCode street() {
        return new DivisionCode(division.value() + "001");
    }

    /** The officer of this office who is known by the name in these roles. */
    public SignedIn.Officer officer(String name, Set<String> roles) {
        return officer(office, name, roles);
    }

    private SignedIn.Officer officer(Organisation at, String name, Set<String> roles) {
        return officers.computeIfAbsent(name, fresh -> {
            var id = division.value() + "-" + name;
            bean(Directory.class).put(new Staff(id, name, at.code(), "clerk", roles));
            return new SignedIn.Officer("account-" + id, id, name, at.code(), roles);
        });
    }

    public SignedIn.Officer officer(String role) {
        return officer("officer-" + role, Set.of(role));
    }

    /** Somebody who has never been here. */
    public SignedIn.Citizen citizen() {
        int who = PEOPLE.incrementAndGet();
        var body = "99970119910101" + String.format("%03d", who);
        var number = new CitizenNumber(body + check(body));
        var registration = new Registration(
                new PersonName("林晓燕"),
                number,
                new MobileNumber("1997108" + String.format("%04d", who)),
                "青山绿水-2026-wan");
        var here = new SignInCommand.Browser("198.51.100." + who % 250, "test");
        var account = bean(Accounts.class).register(registration, here).orElseThrow();
        return new SignedIn.Citizen(account, "林晓燕");
    }

    private static char check(String body) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (body.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }

    /** The answers of a scenario, given for a place in this town. */
    public Datum.Fields answers(Scenario.Given given) {
        return (Datum.Fields) given.answers().with(pack.dispatch().divisionField(), Datum.of(street().value()));
    }

    public Scenario.Given given() {
        return pack.scenarios().getFirst().given();
    }

    /** A draft with everything that is needed, saved page by page as a browser does it. */
    public Draft filled(SignedIn.Citizen who) {
        return filled(who, given());
    }

    public Draft filled(SignedIn.Citizen who, Scenario.Given given) {
        var intake = bean(Intake.class);
        var id = intake.start(who, pack.id()).orElseThrow().id();
        var answers = answers(given);
        write(who, id, answers);
        for (var ask : Forms.askedMaterials(pack.form(), answers)) {
            if (given.materials().contains(ask.id())) {
                intake.attach(who, id, new Upload(ask.id(), ask.id() + ".pdf", Files.pdf()))
                        .orElseThrow();
            }
        }
        return intake.findDraft(who, id).orElseThrow();
    }

    /** Saves every page that these answers open. */
    public void write(SignedIn.Citizen who, String draftId, Datum.Fields answers) {
        var intake = bean(Intake.class);
        for (var page : Forms.visiblePages(pack.form(), answers)) {
            if (page.group().isPresent()) {
                var rows = Forms.rows(page, answers);
                for (int i = 0; i < rows.size(); i++) {
                    intake.saveRow(who, draftId, page.id(), i, Posts.of(page, rows.get(i)));
                }
            } else if (!page.fields().isEmpty()) {
                intake.save(who, draftId, page.id(), Posts.of(page, answers));
            }
        }
    }

    public Submission submitted(SignedIn.Citizen who) {
        var draft = filled(who);
        return bean(Intake.class).submit(who, draft.id(), draft.submitToken()).orElseThrow();
    }

    /** Does the one open task of the case. */
    public Outcome<CaseView, ActRefusal> complete(SignedIn who, String caseId, String outcome, String reason) {
        var casework = bean(Casework.class);
        var task = casework.findStory(who, caseId).orElseThrow().tasks().getFirst();
        return casework.act(
                who, caseId, new CaseCommand.Complete(task.taskId(), outcome, reason, new Datum.Fields(Map.of())));
    }
}
