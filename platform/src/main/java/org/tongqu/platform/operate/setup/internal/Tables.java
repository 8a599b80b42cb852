package org.tongqu.platform.operate.setup.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform.operate.setup.Problem;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Post;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.NewStaff;

/** The tables of a folder, each cell of a kind that can be stored; whether they fit together is asked by {@link Checks}. */
public record Tables(List<Row<Organisation>> organisations, List<Row<Post>> posts, List<Row<Newcomer>> people) {

    public static final String ORGANISATIONS = "organisations.csv";
    public static final String POSTS = "posts.csv";
    public static final String PEOPLE = "people.csv";

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** What a line of a table says. */
    public record Row<T>(String file, long line, T value) {

        Problem wrong(String what) {
            return new Problem(file, line, what);
        }
    }

    /** @param signInName empty for people who get no account yet */
    public record Newcomer(Staff person, String signInName) {}

    /** What could be read; with problems, not all of it. */
    public record Reading(Tables tables, List<Problem> problems) {}

    public static Reading read(Path folder) {
        var problems = new ArrayList<Problem>();
        var organisations = rows(
                Sheet.read(
                        folder,
                        ORGANISATIONS,
                        List.of("code", "kind", "zh", "en", "division", "parent", "phone", "address")),
                Tables::organisation,
                problems);
        var posts =
                rows(Sheet.read(folder, POSTS, List.of("organisation", "code", "zh", "en")), Tables::post, problems);
        var people = rows(
                Sheet.read(folder, PEOPLE, List.of("number", "name", "organisation", "post", "roles", "sign-in-name")),
                Tables::newcomer,
                problems);
        if (organisations.isEmpty() && posts.isEmpty() && people.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(
                    folder.toString(),
                    0,
                    "holds no rows in " + String.join(", ", ORGANISATIONS, POSTS, PEOPLE)
                            + "; see ./tongqu help setup"));
        }
        return new Reading(new Tables(organisations, posts, people), List.copyOf(problems));
    }

    private static <T> List<Row<T>> rows(
            Sheet sheet, Function<Sheet.Line, Outcome<T, String>> read, List<Problem> problems) {
        problems.addAll(sheet.problems());
        var rows = new ArrayList<Row<T>>();
        for (var line : sheet.lines()) {
            switch (read.apply(line)) {
                case Outcome.Done<T, String>(var value) -> rows.add(new Row<>(line.file(), line.number(), value));
                case Outcome.Refused<T, String>(var why) -> problems.add(line.wrong(why));
            }
        }
        return List.copyOf(rows);
    }

    private static Outcome<Organisation, String> organisation(Sheet.Line line) {
        var code = line.cell("code");
        if (UnifiedSocialCreditCode.parse(code) instanceof Outcome.Refused<UnifiedSocialCreditCode, ?>) {
            return Outcome.refused(
                    "code '" + code + "' is no unified social credit code (18 signs, the last proves the others)");
        }
        if (!CODE.matcher(line.cell("kind")).matches()) {
            return Outcome.refused(
                    "kind '" + line.cell("kind") + "' must be small letters, digits and hyphens, such as tax");
        }
        return name(line)
                .then(name -> DivisionCode.parse(line.cell("division"))
                        .mapRefusal(why -> "division '" + line.cell("division") + "' is no code of 6, 9 or 12 digits")
                        .map(division -> new Organisation(
                                code,
                                line.cell("kind"),
                                name,
                                division,
                                Optional.of(line.cell("parent")).filter(parent -> !parent.isEmpty()),
                                new Organisation.Contact(line.cell("phone"), line.cell("address")))));
    }

    private static Outcome<Post, String> post(Sheet.Line line) {
        var code = line.cell("code");
        return CODE.matcher(code).matches()
                ? name(line).map(name -> new Post(line.cell("organisation"), code, name))
                : Outcome.refused(
                        "code '" + code + "' must be small letters, digits and hyphens, such as window-clerk");
    }

    private static Outcome<Newcomer, String> newcomer(Sheet.Line line) {
        var number = line.cell("number");
        if (!NewStaff.isNumber(number)) {
            return Outcome.refused("number '" + number + "' must be 3 to 30 letters, digits and hyphens");
        }
        if (PersonName.parse(line.cell("name")) instanceof Outcome.Refused<PersonName, ?>) {
            return Outcome.refused("name '" + line.cell("name") + "' is no person's name");
        }
        var signInName = line.cell("sign-in-name");
        if (!signInName.isEmpty() && !NewStaff.isSignInName(signInName)) {
            return Outcome.refused("sign-in-name '" + signInName
                    + "' must be 3 to 32 small letters, digits, dots and hyphens, and begin with a letter");
        }
        Set<String> roles = Arrays.stream(line.cell("roles").split("\\s+"))
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        var person = new Staff(number, line.cell("name"), line.cell("organisation"), line.cell("post"), roles);
        return Outcome.done(new Newcomer(person, signInName));
    }

    private static Outcome<Label, String> name(Sheet.Line line) {
        var zh = line.cell("zh");
        var en = line.cell("en");
        return zh.isEmpty()
                ? Outcome.refused("zh is empty: it is the name people read")
                : Outcome.done(en.isEmpty() ? Label.same(zh) : new Label(zh, en));
    }

    /** So that whoever reports to another comes after it; those of a ring, which the checks refuse, are left out. */
    public List<Organisation> organisationsParentsFirst() {
        var waiting = new ArrayList<>(organisations.stream().map(Row::value).toList());
        var codes = waiting.stream().map(Organisation::code).collect(Collectors.toCollection(HashSet::new));
        var ordered = new ArrayList<Organisation>();
        for (boolean moved = true; moved; ) {
            var ready = waiting.stream()
                    .filter(one -> one.parent().filter(codes::contains).isEmpty())
                    .toList();
            ordered.addAll(ready);
            waiting.removeAll(ready);
            ready.forEach(one -> codes.remove(one.code()));
            moved = !ready.isEmpty();
        }
        return List.copyOf(ordered);
    }
}
