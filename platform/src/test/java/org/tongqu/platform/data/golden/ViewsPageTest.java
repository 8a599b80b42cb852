package org.tongqu.platform.data.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: an officer goes from a person to their house and back, for one purpose, each step written down. */
class ViewsPageTest {

    private static final String NUMBER = "999901198104129036";
    private static final String HOUSE = "H99990100000771";
    private static final Pattern CHOICE = Pattern.compile("<option value=\"([0-9a-f-]{36})\"");

    private final StartedPlatform platform = StartedPlatform.shared();
    private final GoldenRegisters registers = platform.bean(GoldenRegisters.class);

    private void said(String register, String source, String identifier, Map<String, String> fields) {
        registers.deliver(
                registers.find(register).orElseThrow(),
                source,
                Entry.Doer.SYSTEM,
                List.of(new Delivered("view-" + identifier, identifier, LocalDate.of(2025, 5, 1), fields))
                        .iterator());
    }

    @Test
    void fromAPersonOneComesToTheirHouseAndBack() throws Exception {
        said("population", "public-security", NUMBER, Map.of("name", "顾长安"));
        said(
                "house",
                "natural-resources",
                HOUSE,
                Map.of("address", "青云路七百七十一号", "division", "999901", "ownerNumber", NUMBER));
        var employer = Employer.at(platform, "11119999MB0P0075XX");
        var officer = employer.signIn(employer.hires(Compiling.OFFICER));

        assertThat(officer.opens("/desk/views").body()).contains("一人、一企、一房、一地", "写明用途和理由");
        assertThat(officer.sends("/desk/views", Map.of("identifier", NUMBER)).body())
                .contains("请选择要看什么");
        assertThat(officer.sends("/desk/views", Map.of("register", "population", "identifier", NUMBER))
                        .body())
                .contains("请选择用途");
        var person = officer.sends(
                "/desk/views",
                Map.of("register", "population", "identifier", NUMBER, "purpose", "approval", "why", "核对住房"));
        assertThat(person.at().getPath()).doesNotContain(NUMBER);
        assertThat(person.body())
                .contains("权利人（指向本记录）", HOUSE, "没有您可以看到的办件", "没有您可以看到的证照")
                .doesNotContain(NUMBER);
        var page = person.at().getPath();
        assertThat(officer.sends(page + "/follow", Map.of("related", "")).status())
                .isEqualTo(422);

        var house = officer.sends(page + "/follow", Map.of("related", choice(person.body())));

        assertThat(house.body()).contains("青云路七百七十一号", "核对住房", "权利人").doesNotContain(NUMBER);
        var back = officer.sends(house.at().getPath() + "/follow", Map.of("related", choice(house.body())));
        assertThat(back.body()).contains("权利人（指向本记录）", HOUSE);
        said(
                "house",
                "natural-resources",
                HOUSE,
                Map.of("address", "青云路七百七十一号", "division", "999901", "ownerNumber", ""));
        assertThat(officer.opens(page).body())
                .as("what is said no more leads nowhere")
                .doesNotContain(HOUSE);
    }

    private static String choice(String page) {
        var found = CHOICE.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
