package org.tongqu.platform.matter.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter._support.Together;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: people draw numbers and are called one after the other, each by one window. */
class QueueTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Hall.Rules RULES = new Hall.Rules(30, 15, 3, 90, 14);

    private final TestHall hall = TestHall.withWindows(8);
    private final Queue queue = hall.bean(Queue.class);
    private final Counter counter = hall.bean(Counter.class);

    @Test
    void numbersOfADayLeaveNoneOutHoweverManyDrawAtOnce() {
        var drawn = Together.all(IntStream.range(0, 60)
                .<Callable<Integer>>mapToObj(
                        one -> () -> hall.drawn(one % 2 == 0 ? "A" : "B").key().number())
                .toList());

        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 60).boxed().toList());
    }

    @Test
    void eightWindowsThatCallAtOnceCallEightPeople() {
        IntStream.range(0, 8).forEach(one -> hall.drawn("A"));
        var clerks = IntStream.rangeClosed(1, 8).mapToObj(hall::seated).toList();

        var called = Together.all(clerks.stream()
                .<Callable<Outcome<Ticket, CounterRefusal>>>map(clerk -> () -> counter.next(clerk))
                .toList());

        assertThat(called.stream().map(one -> one.orElseThrow().key().number()))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void everybodyIsServedOnceWhateverTheHurry() {
        IntStream.range(0, 40).forEach(one -> hall.drawn(one % 3 == 0 ? "B" : "A"));
        var clerks = IntStream.rangeClosed(1, 8).mapToObj(hall::seated).toList();

        var served = Together.all(clerks.stream()
                .<Callable<List<Integer>>>map(clerk -> () -> serveAll(clerk))
                .toList());

        assertThat(served.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).boxed().toList());
    }

    private List<Integer> serveAll(SignedIn.Officer clerk) {
        var served = new ArrayList<Integer>();
        while (counter.next(clerk) instanceof Outcome.Done<Ticket, CounterRefusal>(var ticket)) {
            counter.start(clerk).orElseThrow();
            counter.finish(clerk).orElseThrow();
            served.add(ticket.key().number());
        }
        return served;
    }

    @Test
    void whoComesInTimeIsQueuedAsIfTheyHadComeEarlier() {
        var due = List.of(
                Queue.due(RULES, NINE, NINE.minusSeconds(1200)),
                Queue.due(RULES, NINE, NINE.plusSeconds(600)),
                Queue.due(RULES, NINE, NINE.plusSeconds(901)));

        assertThat(due)
                .containsExactly(
                        NINE.minus(Duration.ofMinutes(30)),
                        NINE.plusSeconds(600).minus(Duration.ofMinutes(30)),
                        NINE.plusSeconds(901));
    }

    @Test
    void anAppointmentBecomesANumberOnceAndGoesFirst() {
        var waiting = hall.drawn("A");
        var appointment = hall.bean(Appointments.class)
                .book(TestHall.citizen(), hall.slot())
                .orElseThrow();
        today(appointment);

        var arrived = queue.arrive(hall.plan(), appointment.code()).orElseThrow();

        assertThat(arrived.times().due()).isBefore(waiting.times().due());
        assertThat(queue.arrive(hall.plan(), appointment.code()))
                .isEqualTo(Outcome.refused(new TakeRefusal.WrongCode()));
        assertThat(counter.next(hall.seated(1)).orElseThrow().key()).isEqualTo(arrived.key());
        assertThat(queue.arrive(hall.plan(), "00000000")).isEqualTo(Outcome.refused(new TakeRefusal.WrongCode()));
    }

    /** As if it had been booked for now. */
    private void today(Appointment appointment) {
        hall.bean(JdbcClient.class)
                .sql("""
                        WITH slot AS (INSERT INTO hall.slot (hall, line, day, starts, ends, places, booked)
                            SELECT hall, line, CAST(:today AS date), CAST(:now AS time), '23:59:59', 1, 1
                            FROM hall.appointment WHERE id = CAST(:id AS uuid) RETURNING day, starts)
                        UPDATE hall.appointment SET day = slot.day, starts = slot.starts FROM slot
                        WHERE id = CAST(:id AS uuid)""")
                .param("today", hall.bean(Halls.class).today())
                .param("now", LocalTime.now(ZoneId.of("Asia/Shanghai")))
                .param("id", appointment.id())
                .update();
    }

    @Test
    void aClerkCallsServesAndSendsOn() {
        var first = hall.seated(1);
        var second = hall.seated(2);
        hall.drawn("A");
        hall.drawn("A");

        assertThat(counter.start(first)).isEqualTo(Outcome.refused(new CounterRefusal.NobodyHere()));
        var called = counter.next(first).orElseThrow();
        assertThat(counter.next(first)).isEqualTo(Outcome.refused(new CounterRefusal.Busy(called.label())));
        assertThat(counter.leave(first)).isEqualTo(Outcome.refused(new CounterRefusal.Busy(called.label())));
        assertThat(counter.again(first).orElseThrow().at().calls()).isEqualTo(2);
        counter.start(first).orElseThrow();
        assertThat(counter.handOn(first, 99)).isEqualTo(Outcome.refused(new CounterRefusal.NoSuchWindow()));
        counter.handOn(first, 2).orElseThrow();

        assertThat(counter.next(first).orElseThrow().key().number()).isEqualTo(2);
        assertThat(counter.next(second).orElseThrow().key()).isEqualTo(called.key());
        assertThat(counter.miss(second).orElseThrow().state()).isEqualTo(Ticket.State.MISSED);
        counter.pause(second).orElseThrow();
        assertThat(counter.next(second)).isEqualTo(Outcome.refused(new CounterRefusal.Paused()));
        counter.resume(second).orElseThrow();
        assertThat(counter.next(second)).isEqualTo(Outcome.refused(new CounterRefusal.NobodyWaits()));
        assertThat(hall.bean(Journal.class).entries(new Entry.Subject("hall-ticket", called.id())))
                .extracting(recorded -> recorded.entry().verb())
                .containsExactly(
                        "hall.take",
                        "hall.call",
                        "hall.call-again",
                        "hall.start",
                        "hall.hand-on",
                        "hall.call",
                        "hall.miss");
    }

    @Test
    void aWindowIsOneClerksAndAClerkSitsAtOne() {
        var first = hall.seated(1);

        assertThat(counter.sit(hall.clerk(2), hall.code(), 1))
                .isEqualTo(Outcome.refused(new CounterRefusal.WindowTaken(first.name())));
        counter.sit(first, hall.code(), 3).orElseThrow();
        assertThat(counter.windows(hall.plan()).stream()
                        .filter(window -> window.clerk().isPresent()))
                .extracting(ServiceWindow::number)
                .containsExactly(3);
        assertThat(counter.sit(hall.town().officer("reviewer"), hall.code(), 1))
                .isEqualTo(Outcome.refused(new CounterRefusal.NoSuchWindow()));
        assertThat(counter.sit(TestHall.withWindows(1).clerk(1), hall.code(), 1))
                .isEqualTo(Outcome.refused(new CounterRefusal.NoSuchWindow()));
    }

    @Test
    void whoForgotToCloseYesterdayDoesNotSitThereToday() {
        hall.seated(1);
        hall.bean(JdbcClient.class)
                .sql("UPDATE hall.service_window SET since = now() - interval '1 day' WHERE hall = ?")
                .param(hall.code())
                .update();

        assertThat(counter.windowOf(hall.clerk(1))).isEmpty();
        assertThat(counter.sit(hall.clerk(2), hall.code(), 1)).isInstanceOf(Outcome.Done.class);
        assertThat(counter.sit(hall.clerk(1), hall.code(), 2)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void theWaitIsThoseBeforeTimesMinutesSharedByTheWindows() {
        hall.seated(1);
        hall.seated(2);
        IntStream.range(0, 5).forEach(one -> hall.drawn("A"));
        var last = hall.drawn("A");

        var wait = queue.wait(hall.plan(), last);

        assertThat(wait).isEqualTo(new Wait(5, 2, 12));
        assertThat(wait.minutes()).isEqualTo(30);
        assertThat(queue.leave(last)).isTrue();
        assertThat(queue.leave(last)).isFalse();
    }
}
