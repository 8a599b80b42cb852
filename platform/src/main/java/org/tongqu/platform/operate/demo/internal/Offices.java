package org.tongqu.platform.operate.demo.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    record Loaded(List<Organisation> organisations, List<Staff> staff, String districtKind) {}

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

    private record PlannedPost(String set, String code, Label name, int share, Set<String> roles) {

        static PlannedPost of(List<String> row) {
            return new PlannedPost(
                    row.get(0),
                    row.get(1),
                    new Label(row.get(2), row.get(3)),
                    Integer.parseInt(row.get(4)),
                    row.get(5).isBlank() ? Set.of() : Set.of(row.get(5).split(" ")));
        }
    }

    Loaded load(Words words, Places places) {
        var plans = rows("organisations.csv").stream().map(Plan::of).toList();
        var posts = rows("posts.csv").stream().map(PlannedPost::of).toList();
        var organisations = new ArrayList<Organisation>();
        var staff = new ArrayList<Staff>();
        var districtKind = "";
        for (var plan : plans) {
            districtKind = plan.level() == Level.DISTRICT && districtKind.isEmpty() ? plan.kind() : districtKind;
            for (var organisation : made(plan, places, organisations)) {
                directory.put(organisation);
                organisations.add(organisation);
                addStaff(words, plan, organisation, posts, staff);
            }
        }
        return new Loaded(organisations, staff, districtKind);
    }

    private static List<List<String>> rows(String table) {
        var rows = Words.table(table);
        return rows.subList(1, rows.size());
    }

    private static List<Organisation> made(Plan plan, Places places, List<Organisation> before) {
        if (plan.level() == Level.CITY) {
            var parent = before.isEmpty()
                    ? Optional.<String>empty()
                    : Optional.of(before.getFirst().code());
            return List.of(organisation(plan, plan.name(), Places.CITY, parent, before.size()));
        }
        var made = new ArrayList<Organisation>();
        for (var district : Words.table("districts.csv")) {
            var number = "9999" + String.format("%02d", made.size() + 1);
            var division = new DivisionCode(number + plan.level().below);
            var name = new Label(
                    plan.name().zh().replace("{0}", places.names(division, district.get(0))),
                    plan.name().en().replace("{1}", district.get(1)));
            made.add(organisation(plan, name, division, above(plan, division, before), before.size() + made.size()));
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

    private static Organisation organisation(
            Plan plan, Label name, DivisionCode division, Optional<String> parent, int number) {
        var code = UnifiedSocialCreditCode.compose(
                        plan.unit().charAt(0),
                        plan.unit().charAt(1),
                        division,
                        Registers.organisationCode(FIRST_CODE + number))
                .orElseThrow();
        var contact = new Organisation.Contact(
                String.format("0999-8%06d", 100_000 + number * 137), "云州市云江路" + (1 + number * 2) + "号");
        return new Organisation(code.value(), plan.kind(), name, division, parent, contact);
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

    /** A share of 1 is one seat; others are percent of the rest. */
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
        while (seats.size() < size) {
            seats.add(posts.getLast());
        }
        return seats;
    }
}
