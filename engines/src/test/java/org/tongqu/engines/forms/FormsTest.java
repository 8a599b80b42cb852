package org.tongqu.engines.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.forms.Prefill.PrefillSubject;
import org.tongqu.engines.forms.Prefill.Prefilled;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.RealPacks;
import org.tongqu.engines.schema.FieldProblem;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Language;

/** FEATURE: one thing is asked per page, and what comes back is understood or explained. */
class FormsTest {

    private static final Pack PACK = RealPacks.read().packs().getFirst();
    private static final Form FORM = PACK.form();
    private static final Datum.Fields GOOD = PACK.scenarios().stream()
            .filter(scenario -> scenario.id().equals("issued"))
            .findFirst()
            .orElseThrow()
            .given()
            .answers();
    private static final Datum.Fields NOTHING = new Datum.Fields(Map.of());

    @Test
    void pagesComeAndGoWithTheAnswers() {
        assertThat(ids(GOOD)).contains("supervisor").doesNotContain("agent");
        assertThat(ids(with(GOOD, "supervisorKind", "none"))).doesNotContain("supervisor");
        assertThat(ids((Datum.Fields) GOOD.with("filedByAgent", new Datum.Truth(true))))
                .contains("agent");
    }

    @Test
    void anEmptyFormLacksEveryRequiredAnswerAndNothingElse() {
        assertThat(check(NOTHING))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.code()).isIn("missing", "too-few"));
        assertThat(check(GOOD)).isEmpty();
    }

    @Test
    void answersThatAreNoLongerAskedDoNotCount() {
        var changed = with(GOOD, "supervisorKind", "none");
        var stale = (Datum.Fields) changed.with("supervisor.citizenNumber", Datum.of("1"));

        assertThat(check(stale)).isEmpty();
        assertThat(Forms.asked(FORM, stale).at("supervisor").isNothing()).isTrue();
        assertThat(stale.at("supervisor").isNothing()).isFalse();
    }

    @Test
    void aRuleBetweenAnswersIsToldInThePacksWords() {
        var problems = check((Datum.Fields) GOOD.with("registeredCapital", Datum.of(99)));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("shareholders");
            assertThat(FormSentences.say(problem, Language.ZH)).contains("注册资本");
            assertThat(FormSentences.say(problem, Language.EN)).contains("capital");
        });
    }

    @Test
    void whatWasPostedIsTidiedAndUnderstood() {
        var page = FORM.page("capital");
        var posted = Forms.fromPost(page, NOTHING, post("registeredCapital", " １,０００.5 ", "paidInYears", "３"));

        assertThat(posted.answers().number("registeredCapital").orElseThrow()).isEqualByComparingTo("1000.5");
        assertThat(posted.answers().number("paidInYears").orElseThrow()).isEqualByComparingTo("3");
        assertThat(posted.ignored()).isEmpty();
    }

    @Test
    void whatIsNoNumberStaysToBeShownAgain() {
        var posted = Forms.fromPost(FORM.page("capital"), NOTHING, post("registeredCapital", "一百", "paidInYears", "5"));

        assertThat(posted.answers().text("registeredCapital")).contains("一百");
        assertThat(Forms.check(FORM, PACK.schema(), posted.answers(), "capital"))
                .containsExactly(FieldProblem.of("registeredCapital", "not-a-number"));
    }

    @Test
    void namesThatAreNotAskedAreLeftOutAndReported() {
        var posted = Forms.fromPost(
                FORM.page("capital"),
                GOOD,
                post("registeredCapital", "5", "companyName", "偷换", "admin", "1", "_csrf", "x"));

        assertThat(posted.ignored()).containsExactly("admin", "companyName");
        assertThat(posted.answers().at("companyName")).isEqualTo(GOOD.at("companyName"));
        assertThat(posted.answers().at("paidInYears").isNothing()).isTrue();
    }

    @Test
    void aHiddenFieldCannotBePostedButOneShownByTheSamePostCan() {
        var page = FORM.page("delivery");
        var hidden = Forms.fromPost(page, NOTHING, post("licenceDelivery", "hall", "postAddress", "青云路1号"));
        var shown = Forms.fromPost(page, NOTHING, post("licenceDelivery", "post", "postAddress", "青云路一号院"));

        assertThat(hidden.ignored()).containsExactly("postAddress");
        assertThat(hidden.answers().at("postAddress").isNothing()).isTrue();
        assertThat(shown.ignored()).isEmpty();
        assertThat(shown.answers().text("postAddress")).contains("青云路一号院");
    }

    @Test
    void aTamperedChoiceIsTold() {
        var posted = Forms.fromPost(FORM.page("type"), NOTHING, post("companyType", "joint-stock"));

        assertThat(Forms.check(FORM, PACK.schema(), posted.answers(), "type"))
                .containsExactly(FieldProblem.of("companyType", "not-a-choice"));
    }

    @Test
    void aBoxTickedTwiceCountsOnce() {
        var page = FORM.pageOf("businessScope").orElseThrow();
        var twice = Map.of("businessScope", new String[] {"advertising", "design", "advertising"});

        var posted = Forms.fromPost(page, NOTHING, twice);

        assertThat(posted.answers().items("businessScope"))
                .containsExactly(Datum.of("advertising"), Datum.of("design"));
    }

    @Test
    void aPageTakesNoMoreRowsThanItSays() {
        var page = FORM.page("shareholders");
        var group = page.group().orElseThrow();
        var single = new FormPage(
                page.id(),
                page.title(),
                page.why(),
                page.part(),
                page.when(),
                Optional.of(new Group(group.name(), group.row(), 0, 1, group.summary())),
                page.fields(),
                page.materials());
        var form = new Form(List.of(single), List.of());

        assertThat(Forms.check(form, PACK.schema(), GOOD, page.id()))
                .contains(FieldProblem.of(group.name(), "too-many", 1));
    }

    @Test
    void aPartOfTheFormIsAskedOnceItHasBegunAndNotBefore() {
        var pages = new ArrayList<>(FORM.pages());
        var last = pages.removeLast();
        pages.add(new FormPage(
                last.id(),
                last.title(),
                last.why(),
                Optional.of("later"),
                last.when(),
                last.group(),
                last.fields(),
                last.materials()));
        var form = new Form(pages, List.of());
        var begun = Forms.begin("later", GOOD);

        assertThat(Forms.visiblePages(form, GOOD)).doesNotContain(pages.getLast());
        assertThat(Forms.visiblePages(form, begun)).contains(pages.getLast());
        assertThat(Forms.asked(form, GOOD).at("parts").isNothing()).isTrue();
        assertThat(Forms.asked(form, begun).truth("parts.later")).contains(true);
    }

    @Test
    void aRowSpeaksOfItsOwnAnswersBeforeThoseOfTheWhole() {
        var page = FORM.page("shareholders");
        var person = with(NOTHING, "kind", "person");
        var firm = with(NOTHING, "kind", "firm");

        assertThat(Forms.visibleFields(page, person, firm)).isEqualTo(Forms.visibleFields(page, NOTHING, firm));
        assertThat(Forms.visibleFields(page, firm, person)).isEqualTo(Forms.visibleFields(page, NOTHING, person));
    }

    private static Forms.Filled filled(Datum.Fields answers) {
        return new Forms.Filled(answers, Provenance.NONE);
    }

    @Test
    void rowsAreAddedChangedAndTakenAway() {
        var page = FORM.page("shareholders");
        var row = Forms.rowFromPost(
                page,
                NOTHING,
                NOTHING,
                post(
                        "kind",
                        "firm",
                        "name",
                        "某公司",
                        "creditCode",
                        "91999901ma0a00014u",
                        "amount",
                        "5",
                        "method",
                        "money",
                        "citizenNumber",
                        "999901199001010010"));
        var one = Forms.withRow(page, NOTHING, 0, row.answers());
        var changed = Forms.withRow(page, one, 0, (Datum.Fields) row.answers().with("amount", Datum.of(7)));

        assertThat(row.ignored()).containsExactly("citizenNumber");
        assertThat(one.text("shareholders.0.creditCode")).contains("91999901MA0A00014U");
        assertThat(Forms.checkRow(FORM, PACK.schema(), one, page, 0)).isEmpty();
        assertThat(changed.number("shareholders.0.amount").orElseThrow()).isEqualByComparingTo("7");
        assertThat(Forms.rows(page, Forms.withoutRow(page, changed, 0))).isEmpty();
    }

    @Test
    void registersFillOnlyWhatIsEmptyAndAreNamed() {
        Prefill register = (source, subject) -> source.equals("population.name")
                ? Optional.of(new Prefilled(Datum.of("林若溪"), source, LocalDate.of(2026, 1, 1)))
                : Optional.empty();
        var subject = new PrefillSubject(PrefillSubject.Kind.CITIZEN, "999901199001010029");
        var filled = Forms.prefill(FORM.page("contact"), filled(NOTHING), register, subject);
        var kept = Forms.prefill(FORM.page("contact"), filled(with(NOTHING, "contact.name", "我自己")), register, subject);
        var changed = with(filled.answers(), "contact.name", "别人");

        assertThat(filled.answers().text("contact.name")).contains("林若溪");
        assertThat(filled.provenance()
                        .of("contact.name", filled.answers())
                        .orElseThrow()
                        .source())
                .isEqualTo("population.name");
        assertThat(filled.provenance().stillTrueOf(changed)).isEqualTo(Provenance.NONE);
        assertThat(kept.provenance()).isEqualTo(Provenance.NONE);
        assertThat(kept.answers().text("contact.name")).contains("我自己");
    }

    @Test
    void onlyMaterialsThatAreAskedForCanBeMissing() {
        var hub = with(GOOD, "residenceUse", "hub");
        var missing = Forms.checkMaterials(FORM, hub, Set.of("articles"), Set.of("shareholder-identity"));

        assertThat(missing).extracting(FieldProblem::path).containsExactly("materials.appointments");
    }

    @Test
    void noAnswersWhateverCrashTheForm_andTheWholeIsTheUnionOfItsPages() {
        Property.holds(300, random -> {
            var answers = (Datum.Fields) scrambled(GOOD, random, 0);
            var whole = check(answers);

            var union = new ArrayList<FieldProblem>();
            Forms.visiblePages(FORM, answers)
                    .forEach(page -> union.addAll(Forms.check(FORM, PACK.schema(), answers, page.id())));
            assertThat(whole).isEqualTo(union);
            assertThat(whole).allSatisfy(problem -> {
                assertThat(FormSentences.say(problem, Language.ZH)).doesNotContain("{0}");
                assertThat(FORM.pageOf(problem.path())).isPresent();
            });
        });
    }

    @Test
    void noPostWhateverCrashesThePages() {
        Property.holds(300, random -> {
            for (var page : FORM.pages()) {
                Map<String, String[]> post = new LinkedHashMap<>();
                Forms.postedNames(page).forEach(name -> post.put(name, new String[] {junk(random)}));
                var posted = page.group().isPresent()
                        ? Forms.rowFromPost(page, GOOD, NOTHING, post)
                        : Forms.fromPost(page, GOOD, post);
                assertThat(posted.answers()).isNotNull();
            }
        });
    }

    @Test
    void everySentenceIsThereInBothLanguages() {
        for (var folder : List.of("texts/engines/forms", "texts/engines/packs")) {
            var sentences = Sentences.in(folder);
            assertThat(new TreeSet<>(sentences.codes(Language.EN))).isEqualTo(sentences.codes(Language.ZH));
        }
    }

    private static Datum scrambled(Datum datum, SplittableRandom random, int depth) {
        if (depth > 0 && random.nextInt(12) == 0) {
            return List.of(
                            Datum.nothing(),
                            Datum.of(junk(random)),
                            Datum.of(random.nextInt(1000) - 500),
                            new Datum.Truth(random.nextBoolean()),
                            Datum.of(List.of()),
                            Datum.empty(),
                            DatumJson.read("[{\"x\": [null]}, 1]"))
                    .get(random.nextInt(7));
        }
        return switch (datum) {
            case Datum.Fields(var values) -> {
                Map<String, Datum> changed = new LinkedHashMap<>();
                values.forEach((name, value) -> changed.put(name, scrambled(value, random, depth + 1)));
                yield new Datum.Fields(changed);
            }
            case Datum.Items(var values) ->
                Datum.of(values.stream()
                        .map(value -> scrambled(value, random, depth + 1))
                        .toList());
            case Datum single -> single;
        };
    }

    private static String junk(SplittableRandom random) {
        var signs = "aZ09.-,，　 <>'\"\u0000\n林𠮷😀公司";
        var junk = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            junk.append(signs.charAt(random.nextInt(signs.length())));
        }
        return junk.toString();
    }

    private static List<String> ids(Datum.Fields answers) {
        return Forms.visiblePages(FORM, answers).stream().map(FormPage::id).toList();
    }

    private static List<FieldProblem> check(Datum.Fields answers) {
        return Forms.check(FORM, PACK.schema(), answers);
    }

    private static Datum.Fields with(Datum.Fields answers, String path, String value) {
        return (Datum.Fields) answers.with(path, Datum.of(value));
    }

    private static Map<String, String[]> post(String... namesAndValues) {
        Map<String, String[]> post = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            post.put(namesAndValues[i], new String[] {namesAndValues[i + 1]});
        }
        return post;
    }
}
