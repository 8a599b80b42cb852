package org.tongqu.platform.matter.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;
import org.tongqu.platform.matter.hall.HallPlan.PlannedSlot;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: whoever is responsible declares a hall; nobody who booked or waits loses anything by it. */
class DeclaringTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime TEN = LocalTime.of(10, 0);

    private final TestHall hall = TestHall.withWindows(2);
    private final HallDeclarations declarations = hall.bean(HallDeclarations.class);
    private final Appointments appointments = hall.bean(Appointments.class);
    private final SignedIn.Officer manager = hall.town().officer("manager", Set.of(Halls.MANAGER));

    private int version() {
        return declarations.find(manager, hall.code()).orElseThrow().version();
    }

    private Outcome<DeclaredHall, DeclareRefusal> change(HallChange change) {
        return declarations.change(manager, hall.code(), version(), change);
    }

    private static HallChange slots(DayKind kind, int nine, int ten) {
        return new HallChange.SlotsAs(
                "A",
                kind,
                List.of(
                        new PlannedSlot("A", kind, NINE, TEN, nine),
                        new PlannedSlot("A", kind, TEN, LocalTime.of(11, 0), ten)));
    }

    private DayKind kindOf(Slot.Key slot) {
        return hall.bean(Halls.class).kindOf(slot.day()).orElseThrow();
    }

    @Test
    void whatIsBookedIsNotTakenAwayAndTheRefusalSaysHowManyAndUntilWhen() {
        var slot = hall.slot();
        var kind = kindOf(slot);
        var booked = appointments.book(TestHall.citizen(), slot).orElseThrow();
        var without =
                new HallChange.SlotsAs("A", kind, List.of(new PlannedSlot("A", kind, TEN, LocalTime.of(11, 0), 5)));
        var inTheWay = Outcome.refused(new DeclareRefusal.Booked(1, slot.day()));

        assertThat(change(without)).isEqualTo(inTheWay);
        assertThat(change(new HallChange.LineGone("A"))).isEqualTo(inTheWay);
        assertThat(change(new HallChange.HoursAs(kind, List.of(new HallPlan.Hours(kind, TEN, LocalTime.of(12, 0))))))
                .isEqualTo(inTheWay);

        assertThat(change(slots(kind, 0, 5))).isInstanceOf(Outcome.Done.class);
        assertThat(appointments.book(TestHall.citizen(), slot)).isEqualTo(Outcome.refused(new BookRefusal.Full()));
        assertThat(appointments.find(new SignedIn.Citizen(booked.holder().account(), "林晓燕"), booked.id()))
                .contains(booked);
        assertThat(appointments.slots(hall.bean(Halls.class).hall(hall.code()), "A", slot.day()))
                .extracting(Slot::places, Slot::booked)
                .contains(tuple(1, 1), tuple(5, 0));
    }

    @Test
    void whoeverIsJustBookingIsWaitedForAndIsInTheWay() throws Exception {
        var slot = hall.slot(1, NINE);
        var without = new HallChange.SlotsAs("A", kindOf(slot), List.of());
        int seen = version();
        try (var other = Executors.newSingleThreadExecutor()) {
            var changed = hall.bean(TransactionTemplate.class).execute(status -> {
                appointments.book(TestHall.citizen(), slot).orElseThrow();
                var asked = other.submit(() -> declarations.change(manager, hall.code(), seen, without));
                while (!asked.isDone() && !somebodyWaits()) {
                    Thread.onSpinWait();
                }
                return asked;
            });

            assertThat(changed.get()).isEqualTo(Outcome.refused(new DeclareRefusal.Booked(1, slot.day())));
        }
    }

    private boolean somebodyWaits() {
        return hall.bean(JdbcClient.class)
                .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void ofTwoWhoChangeAHallTheSecondIsToldAndBothStandInTheJournal() {
        var other = hall.town().officer("other-manager", Set.of(Halls.MANAGER));
        int seen = version();
        declarations
                .change(manager, hall.code(), seen, new HallChange.WindowAs(new HallPlan.PlannedWindow(3, Set.of("B"))))
                .orElseThrow();

        assertThat(declarations.change(other, hall.code(), seen, new HallChange.WindowGone(2)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isInstanceOfSatisfying(
                                        DeclareRefusal.Meanwhile.class,
                                        told -> assertThat(told.by()).isEqualTo("manager")));
        declarations
                .change(other, hall.code(), version(), new HallChange.WindowGone(2))
                .orElseThrow();

        assertThat(hall.bean(Halls.class).hall(hall.code()).windows())
                .extracting(HallPlan.PlannedWindow::number)
                .containsExactly(1, 3);
        assertThat(hall.bean(Journal.class).entries(new Entry.Subject("hall", hall.code())))
                .extracting(one -> one.entry().details().text("setting").orElse("") + " "
                        + one.entry().details().text("before").orElse("") + ">"
                        + one.entry().details().text("after").orElse(""))
                .containsExactly("window 3 >B", "window 2 A B>");
    }

    @Test
    void whoWaitsInTheHallOrSitsAtAWindowIsInTheWay() {
        hall.seated(2);
        hall.drawn("B");

        assertThat(change(new HallChange.WindowGone(2)))
                .isEqualTo(Outcome.refused(new DeclareRefusal.Sitting(2, "clerk-2")));
        assertThat(change(new HallChange.LineGone("B"))).isEqualTo(Outcome.refused(new DeclareRefusal.InTheHall(1)));
        assertThat(change(new HallChange.WindowAs(new HallPlan.PlannedWindow(1, Set.of("A")))))
                .as("window 2 still calls those of line B")
                .isInstanceOf(Outcome.Done.class);
        assertThat(change(new HallChange.WindowAs(new HallPlan.PlannedWindow(2, Set.of("A")))))
                .isEqualTo(Outcome.refused(new DeclareRefusal.InTheHall(1)));
    }

    @Test
    void aLineThatIsWithdrawnIsNoLongerOfferedAndKeepsItsName() {
        change(new HallChange.LineGone("B")).orElseThrow();
        var plan = hall.bean(Halls.class).hall(hall.code());

        assertThat(plan.lines()).extracting(HallPlan.Line::code).containsExactly("A");
        assertThat(plan.line("B").name().zh()).isEqualTo("社保");
        assertThat(hall.bean(Queue.class).take(hall.plan(), "B"))
                .isEqualTo(Outcome.refused(new TakeRefusal.NoSuchLine()));
        change(new HallChange.LineAs(new HallPlan.Line("B", new Label("医保", ""), Set.of("other"), 9)))
                .orElseThrow();
        assertThat(hall.bean(Queue.class).take(hall.plan(), "B")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void onlyWhoeverIsResponsibleDeclaresAndOnlyWhatCanBe() {
        var elsewhere = TestHall.withWindows(1).town().officer("manager", Set.of(Halls.MANAGER));
        var gone = new HallChange.WindowGone(1);

        assertThat(declarations.change(elsewhere, hall.code(), 1, gone))
                .isEqualTo(Outcome.refused(new DeclareRefusal.MayNot()));
        assertThat(declarations.change(hall.clerk(1), hall.code(), 1, gone))
                .isEqualTo(Outcome.refused(new DeclareRefusal.MayNot()));
        assertThat(declarations.find(elsewhere, hall.code())).isEmpty();
        var kind = DayKind.WORKING;
        var night = new HallPlan.Hours(kind, LocalTime.of(18, 0), NINE);
        assertThat(change(new HallChange.HoursAs(kind, List.of(night))))
                .isEqualTo(Outcome.refused(new DeclareRefusal.Wrong(Map.of("closes.1", Mistake.ORDER))));
        assertThat(change(new HallChange.WindowAs(new HallPlan.PlannedWindow(5, Set.of("Z")))))
                .isEqualTo(Outcome.refused(new DeclareRefusal.Wrong(Map.of("lines", Mistake.UNKNOWN))));
        assertThat(change(slots(kind, 1000, 5)))
                .isEqualTo(Outcome.refused(new DeclareRefusal.Wrong(Map.of("places.09:00", Mistake.RANGE))));
    }

    @Test
    void aHallIsFoundedFurnishedAndOpenedOnPagesOnly() throws IOException {
        var code = hall.code() + "-east";
        var pages = signedIn();
        var list = pages.opens("/desk/halls");
        assertThat(list.body()).contains("/desk/halls/" + hall.code(), "大厅设置");
        assertThat(StartedPlatform.shared().visitor().opens("/desk/halls").at().getPath())
                .isEqualTo("/desk/sign-in");
        var sent = new LinkedHashMap<>(Map.of(
                "zh",
                "东城便民大厅",
                "code",
                "No!",
                "organisation",
                hall.town().office().code(),
                "level",
                "STREET",
                "parent",
                hall.code(),
                "address",
                "东街 1 号"));
        sent.putAll(
                Map.of("head-start", "20", "grace", "x", "no-shows", "3", "no-show-days", "90", "days-ahead", "14"));
        pages.opens("/desk/halls/new");
        var wrong = pages.sends("/desk/halls/new", sent);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("东城便民大厅", "请按说明的写法填写", "请填写说明范围内的整数");
        sent.put("code", code);
        sent.put("grace", "10");
        assertThat(pages.sends("/desk/halls/new", sent).body()).contains("已保存", "东街 1 号");
        assertThat(pages.sends("/desk/halls/new", sent).body()).contains("已经有了，请换一个");

        var at = "/desk/halls/" + code;
        var kind = hall.town().office().kind();
        var facts = pages.opens(at + "/facts").body();
        send(pages, at + "/lines/new", Map.of("letter", "A", "zh", "咨询", "minutes", "10", "kinds", kind));
        send(pages, at + "/windows/new", Map.of("number", "1", "lines", "A"));
        send(pages, at + "/hours/working", Map.of("opens.1", "9:00", "closes.1", "12:00"));
        send(pages, at + "/places/A/working", Map.of("minutes", "90", "places.09:00", "4", "places.10:30", "2"));
        var plan = hall.bean(Halls.class).hall(code);
        assertThat(plan.hall().seat().parent()).isEqualTo(Optional.of(hall.code()));
        assertThat(plan.slots())
                .extracting(PlannedSlot::starts, PlannedSlot::ends, PlannedSlot::places)
                .containsExactly(tuple(NINE, LocalTime.of(10, 30), 4), tuple(LocalTime.of(10, 30), LocalTime.NOON, 2));
        keep("hall", pages.opens(at).body());
        keep("places", pages.opens(at + "/places/A/working").body());
        keep("facts", facts);
        assertThat(StartedPlatform.shared().visitor().opens("/halls/" + code).body())
                .contains("东城便民大厅", "09:00–12:00", "咨询");
        keep("new", wrong.body());

        var late = pages.sends(at + "/facts", Map.of("version", "1", "act", "save", "zh", "另一个名字", "address", "1"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("修改了这个大厅", "另一个名字");
        keep("late", late.body());
        assertThat(pages.sends(at + "/windows/1", Map.of("version", version(code), "act", "remove"))
                        .body())
                .contains("已保存");
        assertThat(pages.opens(at + "/windows/1").status()).isEqualTo(404);
    }

    private String version(String code) {
        return String.valueOf(declarations.find(manager, code).orElseThrow().version());
    }

    private static void send(Visitor pages, String address, Map<String, String> fields) {
        var page = pages.opens(address).body();
        var version = page.replaceAll("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");
        var whole = new LinkedHashMap<>(fields);
        whole.put("version", version);
        whole.put("act", "save");
        assertThat(pages.sends(address, whole).body()).as(address).contains("已保存");
    }

    private Visitor signedIn() {
        hall.bean(Accounts.class)
                .enrol(manager.staff(), "declaring-" + hall.code(), Employer.PASSWORD)
                .orElseThrow();
        var visitor = StartedPlatform.shared().visitor();
        visitor.opens("/desk/sign-in");
        visitor.sends("/desk/sign-in", Map.of("name", "declaring-" + hall.code(), "password", Employer.PASSWORD));
        return visitor;
    }

    /** To be looked at. */
    private static void keep(String name, String page) throws IOException {
        var path = Path.of("target", "pages", "declaring-" + name + ".html");
        Files.createDirectories(path.getParent());
        Files.writeString(path, page);
    }
}
