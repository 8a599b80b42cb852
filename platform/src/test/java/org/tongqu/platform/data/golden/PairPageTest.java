package org.tongqu.platform.data.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.kernel.identity.Mod112;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: somebody decides whether two records are of one thing, and sees who used them while they were wrongly one. */
class PairPageTest {

    private static final int PEOPLE = 120;
    private static final LocalDate SINCE = LocalDate.of(2026, 2, 1);
    private static final String LIST = "/desk/registers/population/pairs";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final GoldenRegisters registers = platform.bean(GoldenRegisters.class);

    private static Map<String, String> fields(int index) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "" + "江何谢宋唐许韩冯邓曹".charAt(index % 10) + "安宁平和清远明德".charAt(index / 10 % 8) + "之然");
        fields.put("birthDate", birth(index));
        fields.put("address", "云溪区柳荫路" + (3 + index * 11) + "号");
        return fields;
    }

    private static String birth(int index) {
        return LocalDate.of(1960, 1, 1).plusDays(index * 97L).toString();
    }

    private static String number(int index, int sequence) {
        var body = "999905" + birth(index).replace("-", "") + String.format("%03d", sequence);
        return body + Mod112.check(body);
    }

    private void deliver(String source, List<Delivered> delivered) {
        registers.deliver(registers.find("population").orElseThrow(), source, Entry.Doer.SYSTEM, delivered.iterator());
    }

    /** Two of whom are alike in everything. */
    private void personsAndPatients() {
        List<Delivered> people = new ArrayList<>();
        List<Delivered> patients = new ArrayList<>();
        for (int index = 0; index < PEOPLE; index++) {
            people.add(new Delivered("pp" + index, number(index, 100 + index), SINCE, fields(index)));
            if (index % 5 == 0) {
                patients.add(new Delivered("pp-patient-" + index, "", SINCE, fields(index)));
            }
        }
        people.add(new Delivered("pp-twin", number(35, 998), SINCE, fields(35)));
        deliver("public-security", people);
        deliver("health", patients);
    }

    /** The twin is as alike as a slip of a finger would be: somebody sees both numbers and says. */
    private void twoNumbersAreSeenSideBySide(Visitor authority) {
        var population = registers.find("population").orElseThrow();
        var twin = registers
                .record(population, number(35, 998), GoldenRecord.AsOf.on(LocalDate.now(WorkingCalendar.ZONE)))
                .orElseThrow()
                .entity();
        var pair = platform.bean(Links.class).waiting(population, 50).stream()
                .filter(one -> one.isOfNumbers(population))
                .filter(one -> one.entity().equals(twin) || one.into().equals(twin))
                .findFirst()
                .orElseThrow();
        var opened =
                authority.sends(LIST + "/open", Map.of("pair", "" + pair.id(), "purpose", "approval", "why", "核对号码"));
        assertThat(opened.body()).contains(number(35, 998), number(35, 135), "云溪区柳荫路388号");
        var different = opened.at().getPath() + "/pairs/" + pair.id() + "/different";
        assertThat(authority
                        .sends(different, Map.of("why.different-" + pair.id(), "是双胞胎"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aDoubtfulPairIsOpenedForAPurposeAndDecided() {
        personsAndPatients();
        var employer = Employer.at(platform, "11119999MB0P0072XX");
        var authority = employer.signIn(employer.hires(Compiling.AUTHORITY));
        var officer = employer.signIn(employer.hires(Compiling.OFFICER));

        assertThat(officer.opens(LIST).status()).isEqualTo(403);
        assertThat(authority.opens("/desk/registers/house/pairs").status()).isEqualTo(404);
        assertThat(authority.opens("/desk/registers/population").body()).contains("查看待判断的记录");
        authority.opens(LIST);
        var listed = authority.sends(LIST + "/run", Map.of());
        assertThat(listed.body())
                .contains("比对完成", "姓名相同", "出生日期相同", "号码不同，其余一致", "公民身份号码不同", "有一条没有公民身份号码")
                .doesNotContain(number(35, 998));
        twoNumbersAreSeenSideBySide(authority);
        var pair = registers
                .find("population")
                .map(register -> platform.bean(Links.class).waiting(register, 50).stream()
                        .filter(one -> registers
                                .record(
                                        register,
                                        "health/pp-patient-35",
                                        GoldenRecord.AsOf.on(LocalDate.now(WorkingCalendar.ZONE)))
                                .orElseThrow()
                                .entity()
                                .equals(one.entity()))
                        .findFirst()
                        .orElseThrow())
                .orElseThrow();
        var unsaid = authority.sends(LIST + "/open", Map.of("pair", "" + pair.id(), "purpose", "", "why", "x"));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("请选择用途");

        var opened =
                authority.sends(LIST + "/open", Map.of("pair", "" + pair.id(), "purpose", "approval", "why", "核对就诊人员"));
        var look = opened.at().getPath();
        assertThat(opened.body()).contains("可能是同一对象", fields(35).get("name"), "云溪区柳荫路388号", "是同一对象，合并");
        var same = look + "/pairs/" + pair.id() + "/same";
        var why = "why.same-" + pair.id();
        assertThat(authority.sends(same, Map.of(why, " ")).status()).isEqualTo(422);
        var merged = authority.sends(same, Map.of(why, "住址一致"));
        assertThat(merged.body()).contains("已合并", "按特征合并，可能性", "姓名相同");
        assertThat(authority.sends(same, Map.of(why, "住址一致")).body()).contains("已经判断过");

        var again = authority.sends(
                "/desk/registers/population/open",
                Map.of("identifier", "health/pp-patient-35", "purpose", "approval", "why", "办件 YC-35 需要"));
        var unmerge = Pattern.compile("/unmerge/([0-9]+)\"").matcher(again.body());
        assertThat(unmerge.find()).isTrue();
        var parted = authority.sends(
                again.at().getPath() + "/unmerge/" + unmerge.group(1),
                Map.of("why.unmerge-" + unmerge.group(1), "双胞胎"));
        assertThat(parted.body()).contains("合并期间使用过这条记录的", "办件 YC-35 需要");
    }
}
