package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongqu.journeys._support.Person;

/** JOURNEY: an officer opens a record for a purpose, sees who said what, and looks back. */
class RegisterJourneyTest {

    /** The first firm of the demo city, as its departments know it. */
    private static final String FIRM = "91999901MA0000007A";

    @Test
    void aRecordIsOpenedAndLookedBackAt() {
        try (var authority = Person.officer("data-authority")) {
            authority.visit("/desk/registers").looksAs("registers");
            assertThat(authority.text()).contains("基础信息资源库", "社会保障", "城市部件");
            authority.visit("/desk/registers/legal-person").looksAs("register");
            assertThat(authority.text()).contains("采信次序", "市场监管");
            authority
                    .answer("identifier", FIRM)
                    .answer("purpose", "comparison")
                    .answer("why", "核对住所登记是否一致")
                    .press("查看记录")
                    .looksAs("register-record");
            assertThat(authority.text()).contains("核对住所登记是否一致", "来龙去脉", "市场监管");
            authority
                    .answer("known", "2020-01-01")
                    .answer("valid", "2020-01-01")
                    .press("查看当时的记录");
            assertThat(authority.text()).contains("那时还没有数据");
        }
    }
}
