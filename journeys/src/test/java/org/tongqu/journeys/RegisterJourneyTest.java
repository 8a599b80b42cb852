package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
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
            authority.visit("/desk/registers/population/pairs").looksAs("register-pairs");
            assertThat(authority.text()).contains("号码不同，其余一致");
            authority.press("重新比对");
            assertThat(authority.text()).contains("比对完成", "号码不同，其余一致");
            authority.answer("purpose", "comparison").answer("why", "判断是不是同一个人").press("打开一对");
            assertThat(authority.text()).contains("可能是同一对象", "判断是不是同一个人");
        }
    }

    /** A person sees who looked at their data, asks why, and is answered. */
    @Test
    @ResourceLock("citizen 19900060026")
    void aPersonAsksWhyTheirDataWereLookedAt() {
        try (var citizen = Person.citizen("19900060026");
                var consumer = Person.officer("data-consumer")) {
            citizen.visit("/my").follow("谁看过我的数据").looksAs("my-data");
            assertThat(citizen.text()).contains("养老金资格认证系统", "核验是否一致，不给出内容", "共享协议");
            citizen.click("main tr:has-text('养老金资格认证系统') a[href$='/ask']").looksAs("my-data-ask");
            citizen.answer("words", "我还没有退休，为什么核验我？").press("发出询问").looksAs("my-data-question");
            assertThat(citizen.text()).contains("询问已发出", "等待机关答复");
            var question = citizen.path().replaceFirst("[?].*", "").replaceFirst(".*/", "");
            consumer.visit("/desk/data-questions").looksAs("data-questions");
            consumer.follow(question).looksAs("data-question");
            consumer.answer("words", "批量认证时误列，已从名单中去掉。").press("答复");
            assertThat(consumer.text()).contains("已答复，询问人可以看到");
            citizen.visit("/my/data/questions/" + question);
            assertThat(citizen.text()).contains("批量认证时误列");
        }
    }

    /** An officer goes from a firm to those who are insured through it, for one purpose. */
    @Test
    void fromAFirmOneComesToItsPeople() {
        try (var authority = Person.officer("data-authority")) {
            authority.visit("/desk/views").looksAs("views");
            authority
                    .answer("register", "legal-person")
                    .answer("identifier", FIRM)
                    .answer("purpose", "supervision")
                    .answer("why", "核对参保情况")
                    .press("查看记录")
                    .looksAs("view-firm");
            assertThat(authority.text()).contains("核对参保情况", "参保单位（指向本记录）");
            authority.visit("/desk/register-offers").looksAs("register-offers");
            assertThat(authority.text()).contains("102001/1", "creditCode = credit_code");
        }
    }

    /** Anybody finds things on the map and by their address; a program reads the same; an officer sees houses too. */
    @Test
    void thingsAreFoundOnTheMap() {
        try (var anybody = Person.anybody();
                var authority = Person.officer("data-authority")) {
            anybody.untilItSays("/map?layer=natural-space.road", "解放路");
            anybody.looksAs("map");
            anybody.follow("解放路").looksAs("map-thing");
            assertThat(anybody.text()).contains("要素编码", "道路");
            anybody.visit("/map/address?q=112.145,30.218").looksAs("map-address");
            assertThat(anybody.text()).contains("云州市", "坐标在");
            anybody.visit("/ogc?f=html").looksAs("ogc");
            anybody.visit("/ogc/conformance?f=html").looksAs("ogc-conformance");
            anybody.visit("/ogc/collections?f=html").looksAs("ogc-collections");
            assertThat(anybody.text()).contains("natural-space.road").doesNotContain("house");
            anybody.visit("/ogc/collections/natural-space.road?f=html").looksAs("ogc-collection");
            anybody.visit("/ogc/collections/natural-space.road/items?f=html").looksAs("ogc-items");
            anybody.follow("解放路").looksAs("ogc-item");
            anybody.untilItSays("/map/address?q=解放路一百號", "沿道路推算");
            anybody.looksAs("map-address-number");
            assertThat(anybody.text()).contains("在相邻的已知门牌号之间推算");
            anybody.visit("/map/address?q=解放路").looksAs("map-address-road");
            assertThat(anybody.text()).contains("没有门牌号");
            authority.visit("/desk/map?layer=house").looksAs("desk-map");
            assertThat(authority.text()).contains("房屋");
            authority.visit("/desk/space/resolve?q=112.145,30.218").looksAs("desk-resolve");
            assertThat(authority.text()).contains("云州市");
        }
    }
}
