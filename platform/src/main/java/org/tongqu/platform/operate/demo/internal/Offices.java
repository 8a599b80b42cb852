package org.tongqu.platform.operate.demo.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Post;
import org.tongqu.platform.trust.directory.Staff;

/** The organisations of the city, their posts and the people on them. */
@Component
class Offices {

    /** Above the running numbers that firms are given. */
    private static final long FIRST_CODE = 29_000_000;

    private final Directory directory;

    Offices(Directory directory) {
        this.directory = directory;
    }

    /** @param districtKind the kind of office that every district has */
    record Loaded(List<Organisation> organisations, List<Staff> staff, String districtKind, List<OpenPost> openPosts) {}

    /** A post of which one holder's account may be used by anybody, in the first office of that level that has it. */
    record OpenPost(String signInName, DivisionCode.Level level, String code, Label name) {

        /** @param accounts such as {@code street-clerk@street community-clerk@community} */
        static Stream<OpenPost> of(String accounts, String code, Label name) {
            return Stream.of(accounts.split(" "))
                    .filter(account -> !account.isBlank())
                    .map(account -> account.split("@"))
                    .map(parts -> new OpenPost(
                            parts[0], DivisionCode.Level.valueOf(parts[1].toUpperCase(Locale.ROOT)), code, name));
        }
    }

    /** One for the city; one in each district; one in the first street of each; one in that street's first community. */
    private enum Level {
        CITY(""),
        DISTRICT(""),
        STREET("001"),
        COMMUNITY("001001");

        private final String below;

        Level(String below) {
            this.below = below;
        }
    }

    private record Plan(String kind, Level level, String unit, Label name, int size, String posts) {

        static Plan of(List<String> row) {
            return new Plan(
                    row.get(0),
                    Level.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                    row.get(2),
                    new Label(row.get(3), row.get(4)),
                    Integer.parseInt(row.get(5)),
                    row.get(6));
        }
    }

    private record PlannedPost(String set, String code, Label name, int share, Set<String> roles, List<OpenPost> open) {

        static PlannedPost of(List<String> row) {
            return new PlannedPost(
                    row.get(0),
                    row.get(1),
                    new Label(row.get(2), row.get(3)),
                    Integer.parseInt(row.get(4)),
                    row.get(5).isBlank() ? Set.of() : Set.of(row.get(5).split(" ")),
                    OpenPost.of(row.get(6), row.get(1), new Label(row.get(2), row.get(3)))
                            .toList());
        }
    }

    Loaded load(Words words, Places places) {
        var plans = Words.rows("organisations.csv").stream().map(Plan::of).toList();
        var posts = Words.rows("posts.csv").stream().map(PlannedPost::of).toList();
        var organisations = new ArrayList<Organisation>();
        var staff = new ArrayList<Staff>();
        var districtKind = "";
        for (var plan : plans) {
            districtKind = plan.level() == Level.DISTRICT && districtKind.isEmpty() ? plan.kind() : districtKind;
            for (var organisation : made(new Atlas(words, places), plan, organisations)) {
                directory.put(organisation);
                organisations.add(organisation);
                addStaff(words, plan, organisation, posts, staff);
            }
        }
        var open = posts.stream().flatMap(post -> post.open().stream()).toList();
        return new Loaded(organisations, staff, districtKind, open);
    }

    /** Where things are and how they are called. */
    private record Atlas(Words words, Places places) {}

    private static List<Organisation> made(Atlas atlas, Plan plan, List<Organisation> before) {
        if (plan.level() == Level.CITY) {
            var parent = before.isEmpty()
                    ? Optional.<String>empty()
                    : Optional.of(before.getFirst().code());
            var road = atlas.words().word("office.road");
            return List.of(
                    organisation(plan, plan.name(), Seat.of(atlas.words(), Places.CITY, road, before.size()), parent));
        }
        var made = new ArrayList<Organisation>();
        for (var district : Words.table("districts.csv")) {
            var number = "9999" + String.format("%02d", made.size() + 1);
            var division = new DivisionCode(number + plan.level().below);
            var place = atlas.places().names(division, district.get(0));
            var name = new Label(
                    plan.name().zh().replace("{0}", place), plan.name().en().replace("{1}", district.get(1)));
            var index = before.size() + made.size();
            var road = Words.pick("office road", index, atlas.words().list("road.names"));
            var seat = Seat.of(atlas.words(), division, place + road, index);
            made.add(organisation(plan, name, seat, above(plan, division, before)));
        }
        return made;
    }

    /** The nearest of the same kind that serves a division above. */
    private static Optional<String> above(Plan plan, DivisionCode division, List<Organisation> before) {
        return before.stream()
                .filter(organisation -> organisation.kind().equals(plan.kind()))
                .filter(organisation -> division.isWithin(organisation.division()))
                .max(Comparator.comparing(
                        organisation -> organisation.division().value().length()
                                + (organisation.division().equals(Places.CITY) ? -1 : 0)))
                .map(Organisation::code);
    }

    /** Where an office is and how it is called there. */
    private record Seat(DivisionCode division, Organisation.Contact contact, int number) {

        static Seat of(Words words, DivisionCode division, String road, int number) {
            var phone = String.format("0999-8%06d", 100_000 + number * 137);
            var address = words.filled("office", words.word("city") + road, 1 + number * 2);
            return new Seat(division, new Organisation.Contact(phone, address), number);
        }
    }

    private static Organisation organisation(Plan plan, Label name, Seat seat, Optional<String> parent) {
        var code = UnifiedSocialCreditCode.compose(
                        plan.unit().charAt(0),
                        plan.unit().charAt(1),
                        seat.division(),
                        Registers.organisationCode(FIRST_CODE + seat.number()))
                .orElseThrow();
        return new Organisation(code.value(), plan.kind(), name, seat.division(), parent, seat.contact());
    }

    private void addStaff(
            Words words, Plan plan, Organisation organisation, List<PlannedPost> posts, List<Staff> staff) {
        var own = posts.stream().filter(post -> post.set().equals(plan.posts())).toList();
        own.forEach(post -> directory.put(new Post(organisation.code(), post.code(), post.name())));
        var seats = seats(own, plan.size());
        for (int i = 0; i < seats.size(); i++) {
            var number = staff.size();
            var man = Words.pick("staff sex", number, 2) == 0;
            var name = Words.pick("staff surname", number, words.weighted("surnames"))
                    + Words.pick("staff given", number, words.list(man ? "men" : "women"));
            var person = new Staff(
                    organisation.division().value() + "-" + String.format("%04d", number + 1),
                    name,
                    organisation.code(),
                    seats.get(i).code(),
                    seats.get(i).roles());
            directory.put(person);
            staff.add(person);
        }
    }

    /** A share of 1 is one of the first seats, a share of 0 one of the last; others are percent of the rest. */
    private static List<PlannedPost> seats(List<PlannedPost> posts, int size) {
        var seats = new ArrayList<PlannedPost>();
        posts.stream().filter(post -> post.share() == 1).forEach(seats::add);
        var rest = size - seats.size();
        for (var post : posts) {
            for (int i = 0;
                    post.share() > 1 && i < Math.max(1, rest * post.share() / 100) && seats.size() < size;
                    i++) {
                seats.add(post);
            }
        }
        var filling = posts.stream().filter(post -> post.share() > 0).toList().getLast();
        while (seats.size() < size) {
            seats.add(filling);
        }
        var last = posts.stream().filter(post -> post.share() == 0).toList();
        for (int i = 0; i < last.size(); i++) {
            seats.set(size - last.size() + i, last.get(i));
        }
        return seats;
    }
}
