package org.tongqu.platform.operate.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.trust.directory.Division;

/** The divisions of the city: eight districts, eight streets and towns each, six or seven communities each. */
record Places(List<Division> above, List<Division> districts, List<Division> streets, List<Division> communities) {

    static final DivisionCode CITY = new DivisionCode("999900");

    private static final int STREETS = 8;
    private static final int TOWN = 100;

    static Places of(Words words) {
        var province = new Division(new DivisionCode("990000"), words.word("province"));
        var city = new Division(CITY, words.word("city"));
        var districts = new ArrayList<Division>();
        var streets = new ArrayList<Division>();
        var communities = new ArrayList<Division>();
        for (var row : Words.table("districts.csv")) {
            var number = districts.size() + 1;
            var district = new Division(new DivisionCode("9999" + String.format("%02d", number)), row.getFirst());
            districts.add(district);
            addStreets(words, district, streets);
        }
        for (var street : streets) {
            addCommunities(words, street, communities);
        }
        return new Places(List.of(province, city), districts, streets, communities);
    }

    private static void addStreets(Words words, Division district, List<Division> streets) {
        var rural = district.name().endsWith(words.word("rural"));
        var names = words.list("street.names");
        for (int i = 1; i <= STREETS; i++) {
            var town = rural && i > 2 || i > 6;
            var code = new DivisionCode(district.code().value() + String.format("%03d", town ? TOWN + i : i));
            streets.add(new Division(
                    code, names.get(streets.size() % names.size()) + words.word(town ? "town" : "street")));
        }
    }

    private static void addCommunities(Words words, Division street, List<Division> communities) {
        var town = street.name().endsWith(words.word("town"));
        var names = words.list("community.names");
        var count = 6 + Words.pick("communities", street.code().value().hashCode(), 2);
        var start = Words.pick("community", street.code().value().hashCode(), names.size());
        for (int i = 1; i <= count; i++) {
            var code = new DivisionCode(street.code().value() + String.format("%03d", town && i > 1 ? 200 + i : i));
            var name = names.get((start + i * 7) % names.size());
            communities.add(new Division(code, name + words.word(town && i > 1 ? "village" : "community")));
        }
    }

    /** The names of street and community behind that of their district. */
    String names(DivisionCode code, String district) {
        return Stream.concat(streets.stream(), communities.stream())
                .filter(place -> code.isWithin(place.code()))
                .map(Division::name)
                .collect(Collectors.joining("", district, ""));
    }

    /** Communities of the district, by code. */
    List<Division> communitiesOf(Division district) {
        return communities.stream()
                .filter(community -> community.code().isWithin(district.code()))
                .toList();
    }
}
