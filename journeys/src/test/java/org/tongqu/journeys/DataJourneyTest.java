package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongqu.journeys._support.Person;

/** JOURNEY: a department describes its data, its lead and the data authority let it into the catalogue. */
class DataJourneyTest {

    private static final String RESIDENTS = "/desk/catalog/101001-1";

    @Test
    void aResourceIsCompiledReviewedAndPublished() {
        try (var officer = Person.officer("data-provider");
                var chief = Person.officer("data-chief");
                var authority = Person.officer("data-authority")) {
            officer.visit("/desk/catalog").looksAs("catalog");
            assertThat(officer.text()).contains("常住人口基本信息");
            officer.visit(RESIDENTS).looksAs("catalog-resource");
            officer.visit("/desk/catalog/new").looksAs("catalog-new");
            officer.answer("category", "101001")
                    .answer("name", "临时身份证明办理信息")
                    .answer("summary", "办理临时居民身份证明的记录，一件一条。")
                    .answer("cycle", "daily")
                    .answer("format", "database")
                    .answer("formatDetail", "KingbaseES")
                    .answer("sharing", "unconditional")
                    .answer("ways", "table")
                    .answer("opening", "closed")
                    .pressMain();
            var address = officer.path().replaceFirst("[?].*", "");
            officer.visit(address + "/items/new").looksAs("catalog-item");
            officer.answer("itemName", "证明编号")
                    .answer("field", "proof_no")
                    .answer("type", "text")
                    .answer("length", "20")
                    .answer("sensitivity", "internal")
                    .answer("authority", "source")
                    .press("保存");
            officer.visit(address + "/edit").looksAs("catalog-edit");
            officer.visit(address).press("提交审核").looksAs("catalog-submitted");
            chief.visit(address).press("审核通过");
            authority.visit(address).press("发布");
            assertThat(authority.text()).contains("已发布", "proof_no");
            assertThat(officer.visit("/desk/catalog?q=临时身份证明").text()).contains("临时身份证明办理信息");
        }
    }
}
