package org.tongqu.platform.matter.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;

/** FEATURE: the manager of a hall sees how the day goes; and pages ask the database for little. */
class HallDayTest {

    private final TestHall hall = TestHall.withWindows(2);
    private final Counter counter = hall.bean(Counter.class);

    @Test
    void theFiguresOfADayAddUp() {
        var clerk = hall.seated(1);
        IntStream.range(0, 6).forEach(one -> hall.drawn("A"));
        counter.next(clerk).orElseThrow();
        counter.start(clerk).orElseThrow();
        counter.finish(clerk).orElseThrow();
        counter.next(clerk).orElseThrow();
        counter.miss(clerk).orElseThrow();
        counter.next(clerk).orElseThrow();
        var manager = hall.town().officer("manager", Set.of(Halls.MANAGER));

        var day = hall.bean(HallDay.class)
                .of(manager, hall.plan(), hall.bean(Halls.class).today())
                .orElseThrow();

        var sum = day.sum();
        assertThat(sum.drawn()).isEqualTo(6);
        assertThat(sum.waiting() + sum.here() + sum.served() + sum.missed() + sum.left())
                .isEqualTo(6);
        assertThat(sum.served()).isEqualTo(1);
        assertThat(sum.here()).isEqualTo(1);
        assertThat(sum.waitMinutes()).isPresent();
        assertThat(day.windows())
                .singleElement()
                .satisfies(window -> assertThat(window.served()).isEqualTo(1));
        assertThat(day.hours().stream().mapToInt(HallDay.InHour::drawn).sum()).isEqualTo(6);
        assertThat(hall.bean(HallDay.class)
                        .of(
                                TestHall.withWindows(1).clerk(1),
                                hall.plan(),
                                hall.bean(Halls.class).today()))
                .isEmpty();
    }

    @Test
    void publicPagesOfTheHallsAskLittle() throws Exception {
        IntStream.range(0, 5).forEach(one -> hall.drawn("A"));
        var visitor = StartedPlatform.shared().visitor();
        var address = "/halls/" + hall.code();
        for (var page : Set.of("/halls", address, address + "/kiosk", address + "/screen")) {
            assertThat(visitor.opens(page).status()).as(page).isEqualTo(200);
            assertThat(StatementCount.during(() -> visitor.opens(page)))
                    .as(page)
                    .isLessThanOrEqualTo(3);
        }
        assertThat(visitor.opens(address + "/screen").header("Refresh")).isNotEmpty();
        assertThat(visitor.opens("/halls/nowhere").status()).isEqualTo(404);
    }
}
