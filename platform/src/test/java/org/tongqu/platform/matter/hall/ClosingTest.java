package org.tongqu.platform.matter.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.HallChange.Closing;
import org.tongqu.platform.matter.hall.HallChange.Closing.Booked;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: a hall is closed from a day on and opened again, and stands elsewhere among the halls. */
class ClosingTest {

    private final TestHall hall = TestHall.withWindows(1);
    private final HallDeclarations declarations = hall.bean(HallDeclarations.class);
    private final Appointments appointments = hall.bean(Appointments.class);
    private final Halls halls = hall.bean(Halls.class);
    private final SignedIn.Officer manager = hall.town().officer("manager", Set.of(Halls.MANAGER));

    private Outcome<DeclaredHall, DeclareRefusal> change(TestHall which, HallChange change) {
        var responsible = which == hall ? manager : which.town().officer("manager", Set.of(Halls.MANAGER));
        int seen = declarations.find(responsible, which.code()).orElseThrow().version();
        return declarations.change(responsible, which.code(), seen, change);
    }

    @Test
    void whoBookedIsInTheWayOrIsToldAndOfferedOtherHalls() {
        var early = hall.slot();
        var late = hall.slot(2, early.starts());
        var first = TestHall.citizen();
        var second = TestHall.citizen();
        var stays = appointments.book(first, early).orElseThrow();
        var goes = appointments.book(second, late).orElseThrow();
        var from = early.day().plusDays(1);

        assertThat(change(hall, new Closing(from, Booked.IN_THE_WAY)))
                .isEqualTo(Outcome.refused(new DeclareRefusal.BookedAfterClosing(1, late.day())));
        assertThat(halls.hall(hall.code()).hall().closedFrom()).isEmpty();
        change(hall, new Closing(from, Booked.TOLD)).orElseThrow();

        assertThat(appointments.find(first, stays.id())).contains(stays);
        assertThat(appointments.find(second, goes.id()).orElseThrow().state()).isEqualTo(Appointment.State.CANCELLED);
        assertThat(hall.bean(NoticeBox.class).page(second, Optional.empty()).notices())
                .anySatisfy(notice -> {
                    assertThat(notice.words().title().zh()).isEqualTo("大厅关闭，预约已取消");
                    assertThat(notice.words().text().zh()).contains("同样的事项还可以到");
                    assertThat(notice.words().text().en()).contains(" The same is also handled at ");
                });
        assertThat(hall.bean(Journal.class).entries(new Entry.Subject("appointment", goes.id())))
                .extracting(one -> one.entry().verb())
                .containsExactly("hall.appointment-booked", "hall.appointment-closed");
        var closed = halls.hall(hall.code());
        assertThat(appointments.days(closed, "A"))
                .isNotEmpty()
                .allMatch(day -> day.day().isBefore(from));
        assertThat(appointments.book(TestHall.citizen(), late))
                .isEqualTo(Outcome.refused(new BookRefusal.NotOffered()));
        assertThat(appointments.move(first, stays.id(), late)).isEqualTo(Outcome.refused(new BookRefusal.NotOffered()));

        change(hall, new HallChange.Opening()).orElseThrow();
        assertThat(appointments.slots(halls.hall(hall.code()), "A", late.day()))
                .allMatch(slot -> slot.free() == TestHall.PLACES);
        assertThat(appointments.book(second, late)).isInstanceOf(Outcome.Done.class);
        assertThat(hall.bean(Journal.class).entries(new Entry.Subject("hall", hall.code())))
                .extracting(one -> one.entry().details().text("after").orElse(""))
                .containsExactly("closed from " + from, "");
    }

    @Test
    void itClosesTodayWhenNobodyWaitsAndGivesNoNumbersThenWhoeverStillSits() {
        hall.seated(1);
        var ticket = hall.drawn("A");
        var today = new Closing(halls.today(), Booked.TOLD);

        assertThat(change(hall, today)).isEqualTo(Outcome.refused(new DeclareRefusal.InTheHall(1)));
        hall.bean(Queue.class).leave(ticket);
        change(hall, today).orElseThrow();

        assertThat(hall.bean(Queue.class).take(hall.plan(), "A"))
                .as("whatever the door remembers of the hall")
                .isEqualTo(Outcome.refused(new TakeRefusal.Closed()));
        assertThat(hall.bean(Queue.class).takesNumbers(halls.hall(hall.code()))).isFalse();
        assertThat(change(hall, new Closing(halls.today().minusDays(1), Booked.TOLD)))
                .isEqualTo(Outcome.refused(new DeclareRefusal.Wrong(Map.of("closed-from", Mistake.PAST))));
    }

    private static HallChange under(Hall.Level level, TestHall above) {
        return new HallChange.Standing(level, Optional.of(above.code()));
    }

    private static Outcome<DeclaredHall, DeclareRefusal> wrong(String field, Mistake mistake) {
        return Outcome.refused(new DeclareRefusal.Wrong(Map.of(field, mistake)));
    }

    @Test
    void aHallStandsElsewhereButNeverUnderItselfOrUpsideDown() {
        var street = hall.below(Hall.Level.STREET);
        var community = street.below(Hall.Level.COMMUNITY);
        var other = TestHall.withWindows(1);

        assertThat(change(hall, under(Hall.Level.DISTRICT, hall))).isEqualTo(wrong("parent", Mistake.RING));
        assertThat(change(hall, under(Hall.Level.DISTRICT, street))).isEqualTo(wrong("parent", Mistake.RING));
        assertThat(change(other, under(Hall.Level.CITY, hall))).isEqualTo(wrong("parent", Mistake.BELOW));
        assertThat(change(other, under(Hall.Level.COMMUNITY, community))).isEqualTo(wrong("parent", Mistake.BELOW));
        assertThat(change(street, new HallChange.Standing(Hall.Level.COMMUNITY, Optional.empty())))
                .isEqualTo(wrong("level", Mistake.ABOVE));
        change(street, under(Hall.Level.STREET, other)).orElseThrow();

        assertThat(halls.hall(street.code()).hall().seat().parent()).contains(other.code());
        assertThat(hall.bean(Journal.class).entries(new Entry.Subject("hall", street.code())))
                .extracting(one -> one.entry().details().text("before").orElse("") + " > "
                        + one.entry().details().text("after").orElse(""))
                .containsExactly("street under " + hall.code() + " > street under " + other.code());
    }

    @Test
    void twoHallsThatAreMovedUnderEachOtherAtOnceMakeNoRing() throws Exception {
        var other = TestHall.withWindows(1);
        var ready = new CountDownLatch(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(() -> {
                ready.countDown();
                ready.await();
                return change(hall, under(Hall.Level.DISTRICT, other));
            });
            var two = both.submit(() -> {
                ready.countDown();
                ready.await();
                return change(other, under(Hall.Level.DISTRICT, hall));
            });

            assertThat(Stream.of(one.get(), two.get()))
                    .containsOnlyOnce(wrong("parent", Mistake.RING))
                    .filteredOn(Outcome.Done.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void itIsClosedOpenedAndMovedOnPages() throws IOException {
        var above = hall.bean(Halls.class).hall(TestHall.withWindows(1).code());
        var slot = hall.slot();
        appointments.book(TestHall.citizen(), slot).orElseThrow();
        var pages = signedIn();
        var at = "/desk/halls/" + hall.code();

        var refused =
                send(pages, at + "/closing", Map.of("closed-from", slot.day().toString(), "booked", "first"));
        keep("refused", refused);
        assertThat(refused).contains("没有关闭：那天以后已有 1 人预约");
        assertThat(send(pages, at + "/closing", Map.of("closed-from", "soon", "booked", "first")))
                .contains("请写成 2026-12-01 这样的日期");
        assertThat(send(pages, at + "/closing", Map.of("closed-from", slot.day().toString(), "booked", "told")))
                .contains("已保存", "起关闭");
        keep("declared", pages.opens(at).body());
        var seen = StartedPlatform.shared()
                .visitor()
                .opens("/halls/" + hall.code())
                .body();
        keep("public", seen);
        assertThat(seen).contains("起关闭", "请改约其他大厅");
        assertThat(StartedPlatform.shared().visitor().opens("/halls").body()).contains("起关闭");
        assertThat(pages.opens(at + "/closing").body()).contains("重新开放");
        assertThat(send(pages, at + "/closing", Map.of("act", "remove"))).contains("已保存", "正常开放");
        var standing = Map.of("level", "STREET", "parent", above.hall().code());
        assertThat(send(pages, at + "/standing", standing))
                .contains("已保存", above.hall().name().zh());
        keep("standing", pages.opens(at + "/standing").body());
        assertThat(send(pages, at + "/standing", Map.of("level", "STREET", "parent", "nowhere")))
                .contains("请从列出的里面选");
    }

    private static String send(Visitor pages, String address, Map<String, String> fields) {
        var page = pages.opens(address).body();
        var whole = new LinkedHashMap<>(
                Map.of("version", page.replaceAll("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1"), "act", "save"));
        whole.putAll(fields);
        return pages.sends(address, whole).body();
    }

    private Visitor signedIn() {
        hall.bean(Accounts.class)
                .enrol(manager.staff(), "closing-" + hall.code(), Employer.PASSWORD)
                .orElseThrow();
        var visitor = StartedPlatform.shared().visitor();
        visitor.opens("/desk/sign-in");
        visitor.sends("/desk/sign-in", Map.of("name", "closing-" + hall.code(), "password", Employer.PASSWORD));
        return visitor;
    }

    /** To be looked at. */
    private static void keep(String name, String page) throws IOException {
        var path = Path.of("target", "pages", "closing-" + name + ".html");
        Files.createDirectories(path.getParent());
        Files.writeString(path, page);
    }
}
