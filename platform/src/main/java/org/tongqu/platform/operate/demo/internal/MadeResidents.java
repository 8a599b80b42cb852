package org.tongqu.platform.operate.demo.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.Mod112;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform.operate.demo.Resident;
import org.tongqu.platform.operate.demo.Residents;
import org.tongqu.platform.trust.directory.Division;

/**
 * Residents by formula. Each district has as many; within one, resident {@code k} has sequence number {@code k mod 500}
 * and is born within the {@code k div 500}th of fifty strata of age, which do not overlap: no number comes twice.
 */
final class MadeResidents implements Residents {

    private static final int COUNT = 200_000;
    private static final int PER_SEQUENCE = 500;
    private static final int STRATA = 50;
    private static final LocalDate CENSUS = LocalDate.of(2026, 1, 1);
    /** The age that so many fiftieths of the people have not passed. */
    private static final int[] AGES = {
        0, 2, 4, 6, 7, 9, 10, 12, 13, 15, 17, 19, 21, 23, 25, 26, 28, 29, 31, 32, 33, 35, 36, 37, 38, 40, 41, 43, 44,
        46, 47, 49, 50, 51, 53, 54, 55, 57, 58, 60, 62, 64, 66, 68, 70, 73, 76, 79, 83, 88, 98
    };

    private static final int ROADS_OF_COMMUNITY = 3;
    private static final int WORKING_FROM = 15;
    private static final int WORKING_STRATA = 23;
    private static final int GROWN_UP = 18;
    /** All but one of so many who are grown up moved. */
    private static final int MOVED_OF = 3;

    private static final int DAYS_TO_RECORD = 30;

    private final List<Division> districts;
    private final Map<String, List<Division>> communities;
    private final List<String> surnames;
    private final List<String> men;
    private final List<String> women;
    private final Words words;
    private final List<String> roads;
    private final String city;
    private final Map<String, String> streetNames;

    MadeResidents(Words words, Places places) {
        this.words = words;
        this.city = words.word("city");
        this.districts = places.districts();
        this.communities = places.districts().stream()
                .collect(
                        Collectors.toUnmodifiableMap(district -> district.code().value(), places::communitiesOf));
        this.surnames = words.weighted("surnames");
        this.men = words.list("men");
        this.women = words.list("women");
        this.roads = words.list("road.names");
        this.streetNames = places.streets().stream()
                .collect(Collectors.toUnmodifiableMap(street -> street.code().value(), Division::name));
    }

    @Override
    public int count() {
        return COUNT;
    }

    @Override
    public Resident at(int index) {
        var district = districts.get(index % districts.size());
        var place = index / districts.size();
        var number = number(district, place, index);
        var man = number.sex() == CitizenNumber.Sex.MALE;
        var community = communities
                .getOrDefault(district.code().value(), List.of())
                .get(Words.pick(
                        "home",
                        index,
                        communities
                                .getOrDefault(district.code().value(), List.of())
                                .size()));
        return new Resident(
                index,
                String.format("c-demo-%06d", index),
                new PersonName(name(index, man)),
                number,
                mobile(index),
                community.code(),
                placeName(district, community),
                doorIn(community.code(), index));
    }

    @Override
    public int applicants() {
        return MadeFirms.COUNT;
    }

    /** Spread over all districts and over the strata of working age. */
    @Override
    public Resident applicant(int number) {
        var district = number % districts.size();
        var turn = number / districts.size();
        var stratum = WORKING_FROM + turn % WORKING_STRATA;
        var sequence = turn / WORKING_STRATA * 4 + 1 + number % 3;
        return at((stratum * PER_SEQUENCE + sequence) * districts.size() + district);
    }

    /** Children live where they were put on record within a month of their birth; most who are grown up moved since. */
    static LocalDate livesThereSince(Resident resident, LocalDate today) {
        var birth = resident.number().birth();
        var grown = birth.plusYears(GROWN_UP);
        var days = (int) ChronoUnit.DAYS.between(grown, today);
        var since = days > 0 && Words.pick("moved", resident.index(), MOVED_OF) > 0
                ? grown.plusDays(Words.pick("moving", resident.index(), days))
                : birth.plusDays(1L + Words.pick("recorded", resident.index(), DAYS_TO_RECORD));
        return since.isAfter(today) ? today : since;
    }

    private static CitizenNumber number(Division district, int place, int index) {
        var stratum = place / PER_SEQUENCE % STRATA;
        var youngest = CENSUS.minusYears(AGES[stratum]).minusDays(1);
        var oldest = CENSUS.minusYears(AGES[stratum + 1]);
        var days = (int) (youngest.toEpochDay() - oldest.toEpochDay()) + 1;
        var birth = oldest.plusDays(Words.pick("birth", index, days));
        var sequence = place % PER_SEQUENCE * 2 + (Words.pick("sex", index, 1000) < 512 ? 1 : 0);
        var body = district.code().value() + birth.toString().replace("-", "") + String.format("%03d", sequence);
        return new CitizenNumber(body + Mod112.check(body));
    }

    private String name(int index, boolean man) {
        var surname = Words.pick("surname", index, surnames);
        return surname + Words.pick("given", index, man ? men : women);
    }

    /** Of a range that no operator gives out. */
    private static MobileNumber mobile(int index) {
        return new MobileNumber("1990" + String.format("%07d", index));
    }

    private String placeName(Division district, Division community) {
        return city
                + district.name()
                + streetNames.getOrDefault(community.code().value().substring(0, 9), "")
                + community.name();
    }

    @Override
    public String doorIn(DivisionCode community, int index) {
        var road = Words.pick("roads", community.value().hashCode(), roads.size())
                + Words.pick("road", index, ROADS_OF_COMMUNITY);
        var house = 1 + Words.pick("house", index, 280);
        var room = (1 + Words.pick("floor", index, 18)) + "0" + (1 + Words.pick("door", index, 4));
        return words.filled("door", roads.get(road % roads.size()), house, room);
    }
}
