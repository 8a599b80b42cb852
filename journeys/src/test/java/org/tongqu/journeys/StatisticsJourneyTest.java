package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongqu.journeys._support.Person;

/** JOURNEY: anybody reads figures and what they mean; the office finds a slip before it releases a revision. */
class StatisticsJourneyTest {

    @Test
    void anybodyReadsFiguresAndTheOfficeFindsASlip() {
        try (var anybody = Person.anybody();
                var chief = Person.officer("statistics-chief")) {
            anybody.untilItSays("/statistics", "国民经济核算", "地区生产总值").looksAs("statistics");
            anybody.visit("/statistics/gdp").looksAs("statistics-indicator");
            assertThat(anybody.text()).contains("第三产业增加值", "《国民经济核算统计报表制度》", "定基指数");
            anybody.visit("/statistics/calendar").looksAs("statistics-calendar");
            assertThat(anybody.text()).contains("发布日历");

            chief.visit("/desk/statistics").looksAs("statistics-desk");
            chief.follow("出口总额").looksAs("statistics-dossier");
            assertThat(chief.text()).contains("小于上一期", "尚未说明", "企业补报");
            chief.press("审核通过");
            chief.press("发布");
            assertThat(chief.text()).contains("说明以后才能发布");
            chief.visit("/desk/statistics/take").looksAs("statistics-take");
        }
    }
}
