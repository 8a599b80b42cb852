package org.tongqu.platform.data.golden.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.Mod112;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.operate.demo.CityMap;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.demo.Firm;
import org.tongqu.platform.operate.demo.Resident;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.trust.directory.Division;
import org.tongqu.platform.trust.journal.Entry;

/**
 * What departments of the demo city deliver into four registers: firms, houses, insured persons and residents, some
 * thousand each.
 * Now and then two departments disagree, a value is old, and a record cannot be true.
 */
@Component
public class GoldenDemo implements DemoPart {

    private static final int FIRMS = 6_000;
    private static final int HOUSES = 6_000;
    private static final int INSURED = 8_000;
    private static final int PERSONS = 1_000;
    /** Each so-manieth of them is known to a hospital without a number. */
    private static final int PATIENT = 25;
    /** Each so-manieth of them has a passport. */
    private static final int TRAVELLER = 20;
    /** Each so-manieth of them a hospital knows by another number than the police: nobody knows yet which is right. */
    private static final int MISTYPED = 333;
    /** Whose number was put right. */
    private static final int CORRECTED = 7;

    private static final int DISPUTED = 40;
    private static final int BROKEN = 1_500;
    private static final int FLOORS = 9;
    /** All digits of it fit, and there was no such day. */
    private static final String IMPOSSIBLE = "999902200102290033";

    private final RegisterBook book;
    private final Taking taking;
    private final Settling settling;
    private final Linking linking;

    GoldenDemo(RegisterBook book, Taking taking, Settling settling, Linking linking) {
        this.book = book;
        this.taking = taking;
        this.settling = settling;
        this.linking = linking;
    }

    @Override
    public String name() {
        return "golden records";
    }

    @Override
    public int order() {
        return 28;
    }

    @Override
    public void load(DemoCity city, Progress progress) {
        var random = city.random("golden");
        var count = deliver(
                city, "legal-person", List.of(firms(city, Part.FIRST, random), firms(city, Part.SECOND, random)));
        count += deliver(city, "house", List.of(houses(city, Part.FIRST, random), houses(city, Part.SECOND, random)));
        count += deliver(
                city,
                "social-security",
                List.of(insured(city, Part.FIRST, random), insured(city, Part.SECOND, random)));
        count += deliver(
                city,
                "population",
                List.of(
                        persons(city, Part.FIRST, random),
                        List.of(),
                        persons(city, Part.SECOND, random),
                        patients(city)));
        book.find("population").ifPresent(register -> link(register, on(city.today())));
        progress.say("  golden records: made of " + count + " records of departments");
    }

    /** So that who has to tell pairs apart finds some on the first day. */
    private void link(Register register, Now now) {
        var subject = new Entry.Subject("golden-register", register.code());
        linking.link(register, Entry.of(now.at(), Entry.Doer.SYSTEM, "golden.link", subject));
    }

    private static List<Delivered> persons(DemoCity city, Part part, SplittableRandom random) {
        List<Delivered> records = new ArrayList<>();
        var isPolice = part == Part.FIRST;
        for (int number = 0; number < PERSONS; number++) {
            var person = city.residents().applicant(number);
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("name", person.name().value());
            fields.put("division", person.community().value());
            fields.put("address", oneIn(DISPUTED, random) ? person.placeName() : person.address());
            if (isPolice) {
                registered(person, number, fields);
            } else {
                fields.put("phone", person.mobile().value());
            }
            records.add(new Delivered(
                    (isPolice ? "HJ" : "RS") + number,
                    person.number().value(),
                    city.today().minusDays((isPolice ? 400L : 30L) + random.nextInt(300)),
                    fields));
        }
        return records;
    }

    /** Whom hospitals know without a number, and by a wrong one. */
    private static List<Delivered> patients(DemoCity city) {
        List<Delivered> records = new ArrayList<>();
        for (int number = MISTYPED; number < PERSONS; number += MISTYPED) {
            var person = city.residents().applicant(number);
            var fields = Map.of(
                    "name", person.name().value(),
                    "birthDate", person.number().birth().toString(),
                    "phone", person.mobile().value());
            records.add(new Delivered(
                    "MZ-slip" + number, mistyped(person.number()), city.today().minusDays(20), fields));
        }
        for (int number = 0; number < PERSONS; number += PATIENT) {
            var person = city.residents().applicant(number);
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("name", person.name().value());
            fields.put("birthDate", person.number().birth().toString());
            if (number % 2 == 0) {
                fields.put("phone", person.mobile().value());
            } else {
                fields.put("address", person.placeName());
            }
            records.add(new Delivered("MZ" + number, "", city.today().minusDays(20), fields));
        }
        return records;
    }

    /** The same but for the last digit of the sequence, and its check sign fits. */
    private static String mistyped(CitizenNumber number) {
        var body = number.value().substring(0, 16) + (number.value().charAt(16) - '0' + 2) % 10;
        return body + Mod112.check(body);
    }

    private static void registered(Resident person, int number, Map<String, String> fields) {
        fields.put("sex", person.number().sex() == CitizenNumber.Sex.MALE ? "1" : "2");
        fields.put("birthDate", person.number().birth().toString());
        fields.put("status", "alive");
        if (number % TRAVELLER == 0) {
            fields.put("passport", String.format("E9%07d", number));
        }
        if (number == CORRECTED) {
            var body = person.number().value().substring(0, 6) + "19010101"
                    + person.number().value().substring(14, 17);
            fields.put("formerNumber", body + Mod112.check(body));
        }
    }

    /** Whether a department is the one the register believes first. */
    private enum Part {
        FIRST,
        SECOND
    }

    private int deliver(DemoCity city, String code, List<List<Delivered>> bySource) {
        var register = book.find(code);
        if (register.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < bySource.size(); i++) {
            var source = register.get().sources().get(i).code();
            var day = on(city.today().minusDays(1L + 3L * i));
            taking.take(
                    register.get(),
                    source,
                    Entry.Doer.SYSTEM,
                    day,
                    bySource.get(i).iterator());
        }
        settling.settleAll(register.get(), on(city.today()));
        return bySource.stream().mapToInt(List::size).sum();
    }

    private static Now on(LocalDate day) {
        return Now.at(day.atTime(2, 10).atZone(WorkingCalendar.ZONE).toInstant());
    }

    private static boolean oneIn(int many, SplittableRandom random) {
        return random.nextInt(many) == 0;
    }

    private static List<Delivered> firms(DemoCity city, Part part, SplittableRandom random) {
        List<Delivered> records = new ArrayList<>();
        var isRegistrar = part == Part.FIRST;
        for (int index = 0; index < Math.min(FIRMS, city.firms().count()); index++) {
            var firm = city.firms().at(index);
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("name", firm.name());
            fields.put("industry", firm.business().industry());
            fields.put("division", firm.division().value());
            fields.put(
                    "address", oneIn(DISPUTED, random) ? firm.representative().placeName() : firm.address());
            fields.put("status", isRegistrar || !oneIn(DISPUTED, random) ? firm.status() : "abnormal");
            fields.put("representative", firm.representative().name().value());
            if (isRegistrar) {
                registered(firm, fields);
            } else {
                fields.put("phone", firm.representative().mobile().value());
            }
            records.add(new Delivered(
                    (isRegistrar ? "SC" : "SW") + index, firm.code().value(), firm.establishedOn(), fields));
        }
        return records;
    }

    private static void registered(Firm firm, Map<String, String> fields) {
        fields.put("kind", firm.kind());
        fields.put("capital", Integer.toString(firm.business().capital()));
        fields.put("establishedOn", firm.establishedOn().toString());
        fields.put("representativeNumber", firm.representative().number().value());
    }

    private static String house(Resident resident) {
        return String.format("H%s%08d", resident.community().value().substring(0, 6), resident.index());
    }

    private static List<Delivered> houses(DemoCity city, Part part, SplittableRandom random) {
        List<Delivered> records = new ArrayList<>();
        var isRegistry = part == Part.FIRST;
        var map = new CityMap(city.communities().stream().map(Division::code).toList());
        for (int number = 0; number < HOUSES; number++) {
            var owner = city.residents().applicant(number);
            var isBroken = oneIn(BROKEN, random);
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("address", owner.address());
            fields.put("division", owner.community().value());
            fields.put("ownerName", owner.name().value());
            fields.put("use", isRegistry || !oneIn(DISPUTED, random) ? "dwelling" : "shop");
            fields.put("area", Integer.toString(46 + owner.index() % 90 + (oneIn(DISPUTED, random) ? 12 : 0)));
            if (isRegistry) {
                fields.put("room", 1 + owner.index() % FLOORS + "01");
                fields.put("ownerNumber", isBroken ? IMPOSSIBLE : owner.number().value());
                map.spot(owner.community(), owner.index()).ifPresent(spot -> {
                    fields.put("longitude", String.valueOf(spot.longitude()));
                    fields.put("latitude", String.valueOf(spot.latitude()));
                });
            } else {
                fields.put("cell", cell(map, owner));
                fields.put("rented", owner.index() % 5 == 0 ? "let" : "own");
            }
            var since = city.today().minusDays((isRegistry ? 900L : 60L) + random.nextInt(800));
            records.add(new Delivered((isRegistry ? "BDC" : "WG") + owner.index(), house(owner), since, fields));
        }
        return records;
    }

    private static String cell(CityMap map, Resident owner) {
        return String.format("G%s%03d", owner.community().value(), map.cell(owner.community(), owner.index()));
    }

    private static List<Delivered> insured(DemoCity city, Part part, SplittableRandom random) {
        List<Delivered> records = new ArrayList<>();
        var isMain = part == Part.FIRST;
        for (int number = 0; number < INSURED; number++) {
            var person = city.residents().applicant(number);
            if (!isMain && number % 3 == 0) {
                continue;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("name", person.name().value());
            fields.put("scheme", number % 4 == 0 ? "resident" : "employee");
            fields.put("status", status(person.number(), city.today(), random));
            fields.put(
                    "phone",
                    oneIn(DISPUTED, random) ? "19900000000" : person.mobile().value());
            if (isMain) {
                fields.put("employer", city.firms().at(number % FIRMS).code().value());
                fields.put("base", Integer.toString(4_000 + number % 60 * 100));
                fields.put("months", Integer.toString(number % 240));
                fields.put(
                        "paidUntil", city.today().withDayOfMonth(1).minusDays(1).toString());
            }
            var since = oneIn(BROKEN, random)
                    ? city.today().plusDays(30)
                    : city.today().minusDays(40L + random.nextInt(1_500));
            records.add(new Delivered(
                    (isMain ? "SB" : "YB") + number, person.number().value(), since, fields));
        }
        if (isMain) {
            var twice = city.residents().applicant(7);
            records.add(new Delivered(
                    "SB-double",
                    twice.number().value(),
                    city.today().minusDays(90),
                    Map.of("name", twice.name().value() + twice.name().value().charAt(0))));
        }
        return records;
    }

    private static String status(CitizenNumber number, LocalDate today, SplittableRandom random) {
        if (number.ageOn(today) >= 60) {
            return "drawing";
        }
        return oneIn(DISPUTED, random) ? "paused" : "paying";
    }
}
