package org.tongqu.platform.matter.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter._support.Together;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: people book a place at a hall; there are never more bookings than places. */
class BookingTest {

    private static final LocalTime TEN = LocalTime.of(10, 0);

    private final TestHall hall = TestHall.withWindows(1);
    private final Appointments appointments = hall.bean(Appointments.class);
    private final SignedIn.Citizen citizen = TestHall.citizen();

    private int booked(Slot.Key key) {
        return appointments.slots(hall.plan(), "A", key.day()).stream()
                .filter(slot -> slot.key().equals(key))
                .findFirst()
                .orElseThrow()
                .booked();
    }

    @Test
    void aPlaceCanBeBookedForWhatSomeLineTakes() {
        var halls = hall.bean(Halls.class);

        assertThat(halls.isBookable("market-regulation")).as("line A takes all").isTrue();
        assertThat(halls.isBookable("other")).as("line B has no places").isFalse();
    }

    @Test
    void ofTwoHundredWhoBookAtOnceExactlyTwentyGetTheTwentyPlaces() {
        var slot = hall.slot();
        var works = IntStream.range(0, 200)
                .<Callable<Outcome<Appointment, BookRefusal>>>mapToObj(
                        one -> () -> appointments.book(TestHall.citizen(), slot))
                .toList();

        var outcomes = Together.all(works);

        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(TestHall.PLACES);
        assertThat(outcomes.stream().filter(one -> one.equals(Outcome.refused(new BookRefusal.Full()))))
                .hasSize(200 - TestHall.PLACES);
        assertThat(booked(slot)).isEqualTo(TestHall.PLACES);
        assertThat(hall.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM hall.appointment WHERE hall = ? AND state = 'booked'")
                        .param(hall.code())
                        .query(Integer.class)
                        .single())
                .isEqualTo(TestHall.PLACES);
        assertThat(appointments.next(slot)).isNotEmpty().allSatisfy(next -> {
            assertThat(next.free()).isPositive();
            assertThat(next.key()).isNotEqualTo(slot);
        });
    }

    @Test
    void theDatabaseItselfKnowsNoMoreBookingsThanPlaces() {
        appointments.book(citizen, hall.slot()).orElseThrow();

        assertThatThrownBy(() -> hall.bean(JdbcClient.class)
                        .sql("UPDATE hall.slot SET booked = places + 1 WHERE hall = ?")
                        .param(hall.code())
                        .update())
                .rootCause()
                .hasMessageContaining("never_oversold");
    }

    @Test
    void onePersonBooksTheSameOnceADayHoweverOftenTheyPress() {
        var slot = hall.slot();
        var outcomes = Together.all(IntStream.range(0, 8)
                .<Callable<Outcome<Appointment, BookRefusal>>>mapToObj(one -> () -> appointments.book(citizen, slot))
                .toList());

        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        assertThat(outcomes).contains(Outcome.refused(new BookRefusal.HasOne()));
        assertThat(booked(slot)).isEqualTo(1);
    }

    @Test
    void anAppointmentIsMovedWithItsPlaceAndItsHolderIsTold() {
        var old = hall.slot();
        var wanted = hall.slot(1, TEN);
        var made = appointments.book(citizen, old).orElseThrow();

        var moved = appointments.move(citizen, made.id(), wanted).orElseThrow();

        assertThat(moved.slot()).isEqualTo(wanted);
        assertThat(moved.version()).isEqualTo(2);
        assertThat(booked(old)).isZero();
        assertThat(booked(wanted)).isEqualTo(1);
        var told = hall.bean(NoticeBox.class).page(citizen, Optional.empty()).notices();
        assertThat(told).hasSize(2).allSatisfy(notice -> {
            assertThat(notice.href()).contains("/my/appointments/" + made.id());
            assertThat(notice.words().text().zh()).contains("测试大厅").doesNotContain("{");
            assertThat(notice.words().text().en()).contains("Registration").doesNotContain("{");
        });
        assertThat(told.getFirst().words().text().zh()).contains(moved.code());
    }

    @Test
    void whoCannotMoveKeepsWhatTheyHad() {
        var wanted = hall.slot(0, TEN);
        IntStream.range(0, TestHall.PLACES)
                .forEach(one -> appointments.book(TestHall.citizen(), wanted).orElseThrow());
        var made = appointments.book(citizen, hall.slot()).orElseThrow();

        assertThat(appointments.move(citizen, made.id(), wanted)).isEqualTo(Outcome.refused(new BookRefusal.Full()));
        assertThat(appointments.find(citizen, made.id())).contains(made);
        assertThat(booked(hall.slot())).isEqualTo(1);
    }

    @Test
    void thoseWhoExchangeSlotsAllArriveWhereTheyWanted() {
        var nine = hall.slot();
        var ten = hall.slot(0, TEN);
        var people = IntStream.range(0, 16).mapToObj(one -> TestHall.citizen()).toList();
        var made = IntStream.range(0, 16)
                .mapToObj(one -> appointments
                        .book(people.get(one), one % 2 == 0 ? nine : ten)
                        .orElseThrow())
                .toList();

        var moved = Together.all(IntStream.range(0, 16)
                .<Callable<Outcome<Appointment, BookRefusal>>>mapToObj(one ->
                        () -> appointments.move(people.get(one), made.get(one).id(), one % 2 == 0 ? ten : nine))
                .toList());

        assertThat(moved).allMatch(Outcome.Done.class::isInstance);
        assertThat(List.of(booked(nine), booked(ten))).containsExactly(8, 8);
    }

    @Test
    void aCancelledPlaceIsFreeAgainAndCannotBeCancelledTwice() {
        var made = appointments.book(citizen, hall.slot()).orElseThrow();

        assertThat(appointments.cancel(TestHall.citizen(), made.id()))
                .isEqualTo(Outcome.refused(new BookRefusal.Gone()));
        assertThat(appointments.cancel(citizen, made.id()).orElseThrow().state())
                .isEqualTo(Appointment.State.CANCELLED);
        assertThat(appointments.cancel(citizen, made.id())).isEqualTo(Outcome.refused(new BookRefusal.Gone()));
        assertThat(booked(hall.slot())).isZero();
        assertThat(hall.bean(Journal.class).entries(new Entry.Subject("appointment", made.id())))
                .extracting(recorded -> recorded.entry().verb())
                .containsExactly("hall.appointment-booked", "hall.appointment-cancelled");
    }

    @Test
    void whatIsNotOfferedCannotBeBooked() {
        var slot = hall.slot();

        assertThat(List.of(
                        new Slot.Key(slot.hall(), "A", slot.day(), LocalTime.of(8, 0)),
                        new Slot.Key(slot.hall(), "B", slot.day(), slot.starts()),
                        new Slot.Key("nowhere", "A", slot.day(), slot.starts()),
                        new Slot.Key(slot.hall(), "A", slot.day().plusDays(60), slot.starts()),
                        new Slot.Key(slot.hall(), "A", slot.day().minusDays(30), slot.starts())))
                .allSatisfy(wrong -> assertThat(appointments.book(citizen, wrong))
                        .isEqualTo(Outcome.refused(new BookRefusal.NotOffered())));
    }

    @Test
    void whoMissedTooManyWaitsUntilTheyAreForgotten() {
        var strict = TestHall.with(new Hall.Rules(30, 15, 2, 30, 14));
        var booking = strict.bean(Appointments.class);
        booking.book(citizen, strict.slot(0, LocalTime.of(9, 0))).orElseThrow();
        booking.book(citizen, strict.slot(1, LocalTime.of(9, 0))).orElseThrow();
        miss(strict, 29);

        assertThat(booking.book(citizen, strict.slot(2, TEN)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isInstanceOfSatisfying(
                                        BookRefusal.TooManyMissed.class,
                                        many -> assertThat(many.missed()).isEqualTo(2)));
        miss(strict, 31);
        assertThat(booking.book(citizen, strict.slot(2, TEN))).isInstanceOf(Outcome.Done.class);
    }

    private static void miss(TestHall hall, int daysAgo) {
        hall.bean(JdbcClient.class)
                .sql("UPDATE hall.appointment SET ends_at = now() - ? * interval '1 day' WHERE hall = ?")
                .params(daysAgo, hall.code())
                .update();
    }
}
