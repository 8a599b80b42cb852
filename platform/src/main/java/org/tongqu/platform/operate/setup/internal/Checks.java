package org.tongqu.platform.operate.setup.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.platform.operate.setup.Problem;
import org.tongqu.platform.operate.setup.internal.Tables.Newcomer;
import org.tongqu.platform.operate.setup.internal.Tables.Row;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.Role;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.People;
import org.tongqu.platform.trust.directory.Post;
import org.tongqu.platform.trust.identity.OperatorAccounts;

/** Whether the tables fit together, and with what is in the directory already. */
@Component
public class Checks {

    private final Directory directory;
    private final Access access;
    private final OperatorAccounts accounts;

    Checks(Directory directory, Access access, OperatorAccounts accounts) {
        this.directory = directory;
        this.access = access;
        this.accounts = accounts;
    }

    /** @return in the order of the tables and their lines; empty when everything fits */
    public List<Problem> of(Tables tables) {
        var problems = new ArrayList<Problem>();
        problems.addAll(twice(tables.organisations(), Organisation::code, "organisation"));
        problems.addAll(twice(tables.posts(), post -> post.organisation() + " " + post.code(), "post"));
        problems.addAll(twice(tables.people(), one -> one.person().id(), "number"));
        problems.addAll(twice(
                tables.people().stream()
                        .filter(row -> !row.value().signInName().isEmpty())
                        .toList(),
                Newcomer::signInName,
                "sign-in-name"));
        var organisations = organisations(tables);
        problems.addAll(organisations(tables, organisations));
        problems.addAll(posts(tables, organisations));
        problems.addAll(people(tables));
        problems.addAll(administrators(tables));
        return List.copyOf(problems);
    }

    private static <T> List<Problem> twice(List<Row<T>> rows, Function<T, String> key, String what) {
        Map<String, Long> first = new HashMap<>();
        var problems = new ArrayList<Problem>();
        for (var row : rows) {
            var before = first.putIfAbsent(key.apply(row.value()), row.line());
            if (before != null) {
                problems.add(
                        row.wrong(what + " '" + key.apply(row.value()) + "' stands on line " + before + " already"));
            }
        }
        return problems;
    }

    private Set<String> organisations(Tables tables) {
        var known = directory.organisations().stream()
                .map(Organisation::code)
                .collect(Collectors.toCollection(HashSet::new));
        tables.organisations().forEach(row -> known.add(row.value().code()));
        return known;
    }

    private List<Problem> organisations(Tables tables, Set<String> known) {
        var problems = new ArrayList<Problem>();
        var inOrder = new HashSet<>(tables.organisationsParentsFirst());
        for (var row : tables.organisations()) {
            var one = row.value();
            if (directory.findDivision(one.division()).isEmpty()) {
                problems.add(row.wrong("division " + one.division().value() + " is not in the table of divisions"));
            }
            if (one.parent().filter(parent -> !known.contains(parent)).isPresent()) {
                problems.add(row.wrong(
                        "parent '" + one.parent().get() + "' is no organisation of the table or the directory"));
            } else if (!inOrder.contains(one)) {
                problems.add(row.wrong(
                        "parent '" + one.parent().orElse("") + "' reports, directly or not, to this organisation"));
            }
        }
        return problems;
    }

    private static List<Problem> posts(Tables tables, Set<String> organisations) {
        return tables.posts().stream()
                .filter(row -> !organisations.contains(row.value().organisation()))
                .map(row -> row.wrong("organisation '" + row.value().organisation()
                        + "' is no organisation of the table or the directory"))
                .toList();
    }

    private List<Problem> people(Tables tables) {
        var posts = posts(tables);
        var roles = access.roles().stream().map(Role::code).collect(Collectors.toUnmodifiableSet());
        var problems = new ArrayList<Problem>();
        for (var row : tables.people()) {
            var person = row.value().person();
            if (!posts.contains(new Seat(person.organisation(), person.post()))) {
                problems.add(
                        row.wrong("organisation '" + person.organisation() + "' has no post '" + person.post() + "'"));
            }
            person.roles().stream()
                    .filter(role -> !roles.contains(role))
                    .sorted()
                    .forEach(role -> problems.add(row.wrong("role '" + role + "' is unknown; the roles are "
                            + roles.stream().sorted().collect(Collectors.joining(" ")))));
            if (Administrator.among(person.roles()).isPresent()
                    && person.roles().size() > 1) {
                problems.add(row.wrong("an administrator holds no other role"));
            }
            if (isTaken(row.value())) {
                problems.add(row.wrong("sign-in-name '" + row.value().signInName() + "' is another person's"));
            }
        }
        return problems;
    }

    /** A post of an organisation. */
    private record Seat(String organisation, String post) {

        static Seat of(Post post) {
            return new Seat(post.organisation(), post.code());
        }
    }

    private Set<Seat> posts(Tables tables) {
        var seats = new HashSet<Seat>();
        tables.posts().forEach(row -> seats.add(Seat.of(row.value())));
        tables.people().stream()
                .map(row -> row.value().person().organisation())
                .distinct()
                .flatMap(organisation -> directory.posts(organisation).stream())
                .forEach(post -> seats.add(Seat.of(post)));
        return seats;
    }

    private boolean isTaken(Newcomer newcomer) {
        return !newcomer.signInName().isEmpty()
                && accounts.findHolder(newcomer.signInName())
                        .filter(holder -> !holder.equals(newcomer.person().id()))
                        .isPresent();
    }

    /** Without all three of them nobody could give accounts and roles to the others, or prove what was done. */
    private List<Problem> administrators(Tables tables) {
        var problems = new ArrayList<Problem>();
        for (var kind : Administrator.values()) {
            var named = tables.people().stream()
                    .filter(row -> row.value().person().roles().contains(kind.role()))
                    .toList();
            named.stream()
                    .filter(row -> row.value().signInName().isEmpty())
                    .forEach(row -> problems.add(row.wrong("an administrator needs a sign-in-name")));
            if (named.isEmpty() && isHeldByNobody(kind)) {
                problems.add(new Problem(
                        Tables.PEOPLE,
                        0,
                        "nobody holds the role " + kind.role()
                                + "; name a person for each of the three administrators"));
            }
        }
        return problems;
    }

    private boolean isHeldByNobody(Administrator kind) {
        var filter = new People.Filter(Optional.empty(), Optional.of(kind.role()), Optional.empty());
        return directory.people(filter, "", 1).rows().isEmpty();
    }
}
