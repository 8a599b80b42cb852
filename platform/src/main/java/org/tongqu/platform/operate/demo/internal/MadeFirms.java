package org.tongqu.platform.operate.demo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.tongqu.kernel.identity.OrganisationCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.platform.operate.demo.Firm;
import org.tongqu.platform.operate.demo.Firms;
import org.tongqu.platform.operate.demo.Residents;
import org.tongqu.platform.trust.directory.Division;

/** Firms by formula. Brand and industry together come once, so no two firms bear the same name. */
final class MadeFirms implements Firms {

    static final int COUNT = 20_000;

    private static final int[] CAPITALS = {3, 5, 10, 10, 20, 30, 50, 50, 100, 100, 100, 200, 300, 500, 500, 1000, 2000};
    private static final int OLDEST_DAYS = 9_000;

    private final Places places;
    private final Residents residents;
    private final LongFunction<OrganisationCode> codes;
    private final LocalDate today;
    private final List<String> first;
    private final List<String> second;
    private final List<String[]> industries;
    private final Map<String, String> districtNames;

    MadeFirms(Words words, Places places, Residents residents, LongFunction<OrganisationCode> codes, LocalDate today) {
        this.places = places;
        this.residents = residents;
        this.codes = codes;
        this.today = today;
        this.first = words.list("brands.first");
        this.second = words.list("brands.second");
        this.industries = words.list("industries").stream()
                .map(industry -> industry.split(":"))
                .toList();
        this.districtNames = places.districts().stream()
                .collect(
                        Collectors.toUnmodifiableMap(district -> district.code().value(), Division::name));
    }

    @Override
    public int count() {
        return COUNT;
    }

    @Override
    public Firm at(int index) {
        var representative = residents.applicant(index);
        var district = places.districts().get(index % places.districts().size());
        var industry = industries.get((index + index / (first.size() * second.size())) % industries.size());
        var kind = kind(index);
        var code = UnifiedSocialCreditCode.compose('9', '1', district.code(), codes.apply(index))
                .orElseThrow();
        return new Firm(
                index,
                code,
                "云州市" + brand(index) + industry[0] + ending(kind),
                kind,
                representative,
                new Firm.Business(industry[1], industry[2], CAPITALS[Words.pick("capital", index, CAPITALS.length)]),
                district.code(),
                "云州市" + districtNames.get(district.code().value())
                        + representative.address().substring(6),
                today.minusDays(1L + Words.pick("established", index, OLDEST_DAYS)),
                status(index));
    }

    private String brand(int index) {
        var brands = first.size() * second.size();
        var place = (int) ((long) index % brands * 1_237 % brands);
        return first.get(place / second.size()) + second.get(place % second.size());
    }

    private static String kind(int index) {
        var roll = Words.pick("kind", index, 100);
        return roll < 62 ? "有限责任公司" : roll < 90 ? "有限责任公司（自然人独资）" : roll < 96 ? "股份有限公司" : "个人独资企业";
    }

    private static String ending(String kind) {
        return kind.startsWith("有限责任公司") ? "有限公司" : kind.startsWith("股份") ? "股份有限公司" : "厂";
    }

    private static String status(int index) {
        var roll = Words.pick("status", index, 100);
        return roll < 93 ? "in-operation" : roll < 96 ? "revoked" : "deregistered";
    }
}
