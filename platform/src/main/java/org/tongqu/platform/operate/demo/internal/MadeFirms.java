package org.tongqu.platform.operate.demo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongFunction;
import org.tongqu.kernel.identity.OrganisationCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.platform.operate.demo.Firm;
import org.tongqu.platform.operate.demo.Firms;
import org.tongqu.platform.operate.demo.Residents;

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
    private final List<Kind> kinds;
    private final String city;

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
        this.kinds = Words.rows("firm-kinds.csv").stream().map(Kind::of).toList();
        this.city = words.word("city");
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
                city + brand(index) + industry[0] + kind.ending(),
                kind.name(),
                representative,
                new Firm.Business(industry[1], industry[2], CAPITALS[Words.pick("capital", index, CAPITALS.length)]),
                district.code(),
                representative.address(),
                today.minusDays(1L + Words.pick("established", index, OLDEST_DAYS)),
                status(index));
    }

    private String brand(int index) {
        var brands = first.size() * second.size();
        var place = (int) ((long) index % brands * 1_237 % brands);
        return first.get(place / second.size()) + second.get(place % second.size());
    }

    /** @param ending what the names of such firms end with */
    private record Kind(String name, String ending, int share) {

        static Kind of(List<String> row) {
            return new Kind(row.get(0), row.get(1), Integer.parseInt(row.get(2)));
        }
    }

    private Kind kind(int index) {
        var left = Words.pick("kind", index, 100);
        for (var kind : kinds) {
            left -= kind.share();
            if (left < 0) {
                return kind;
            }
        }
        return kinds.getLast();
    }

    private static String status(int index) {
        var roll = Words.pick("status", index, 100);
        return roll < 93 ? Firm.IN_OPERATION : roll < 96 ? "revoked" : "deregistered";
    }
}
