package org.tongqu.platform.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Description.Openness;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Description.Way;
import org.tongqu.platform.data.catalog.Edition.State;
import org.tongqu.platform.data.catalog.Fault.Kind;
import org.tongqu.platform.data.catalog.Item.Authority;
import org.tongqu.platform.data.catalog.Listing.Filter;
import org.tongqu.platform.data.catalog.Listing.Shelf;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: a department compiles a resource, its lead reviews it, the data authority publishes it. */
class CompilingTest {

    private final Department department = Department.fresh();
    private final Compiling compiling = department.bean(Compiling.class);
    private final Catalog catalog = department.bean(Catalog.class);

    @Test
    void aResourceIsCompiledReviewedPublishedRevisedAndRetired() {
        var code = department.published(Department.draft("学籍信息"));
        assertThat(catalog.findPublished(code).orElseThrow().items()).hasSize(3);

        compiling.revise(department.officer(), code).orElseThrow();
        var more = Department.draft("学籍基本信息");
        compiling.change(department.officer(), code, more).orElseThrow();
        assertThat(catalog.findPublished(code).orElseThrow().description().name())
                .isEqualTo("学籍信息");
        department.publishedFromDraft(code);
        assertThat(catalog.findPublished(code).orElseThrow().description().name())
                .isEqualTo("学籍基本信息");

        compiling.retire(department.chief(), code, "系统下线").orElseThrow();
        assertThat(catalog.findPublished(code)).isEmpty();
        assertThat(catalog.editions(department.officer(), code))
                .extracting(Edition::number, Edition::state, Edition::note)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, State.RETIRED, "系统下线"),
                        org.assertj.core.groups.Tuple.tuple(1, State.SUPERSEDED, ""));
        assertThat(department.bean(Journal.class).entries(new Entry.Subject("resource", code.value())))
                .extracting(entry -> entry.entry().verb())
                .containsExactly(
                        "catalog.compile",
                        "catalog.submit",
                        "catalog.approve",
                        "catalog.publish",
                        "catalog.revise",
                        "catalog.change",
                        "catalog.submit",
                        "catalog.approve",
                        "catalog.publish",
                        "catalog.retire");
    }

    @Test
    void numbersRunWithinTheirCategoryAndNoneIsLeftOut() {
        var first =
                compiling.compile(department.officer(), Department.draft("一")).orElseThrow();
        var refused = compiling.compile(
                department.officer(),
                Department.sharing(Department.draft("二"), new Description.Sharing(SharingType.NONE, "", "", Set.of())));
        var second =
                compiling.compile(department.officer(), Department.draft("三")).orElseThrow();

        assertThat(refused).isInstanceOf(Outcome.Refused.class);
        assertThat(second.number()).isEqualTo(first.number() + 1);
    }

    @Test
    void whatIsNotSharedNeedsABasisAndWhatIsPersonalIsNotOpen() {
        var hidden = Department.sharing(
                Department.draft("案件线索"), new Description.Sharing(SharingType.NONE, " ", "", Set.of()));
        var bare = Department.sharing(
                Department.draft("低保名单"), new Description.Sharing(SharingType.CONDITIONAL, "", "", Set.of(Way.FILE)));
        var open = Department.opened(Department.draft("学籍"), Openness.OPEN);

        assertThat(kinds(hidden)).containsExactly(Kind.BASIS_MISSING);
        assertThat(kinds(bare)).containsExactly(Kind.BASIS_MISSING, Kind.CONDITION_MISSING);
        assertThat(kinds(open)).containsExactly(Kind.PERSONAL_BUT_OPEN);
        assertThat(kinds(new Draft("999", open.description(), List.of()))).contains(Kind.NOT_A_CATEGORY, Kind.MISSING);
        assertThat(kinds(new Draft("399001", Department.draft("x").description(), open.items())))
                .containsExactly(Kind.UNKNOWN_CLASS);
    }

    private List<Kind> kinds(Draft draft) {
        return compiling.faults(draft).stream().map(Fault::kind).toList();
    }

    @Test
    void anElementHasOneSourceOfTruth() {
        var element = "test.source-" + department.organisation().toLowerCase(Locale.ROOT);
        var first = department.published(Department.carrying(Department.draft("户籍"), element, Authority.SOURCE));
        var second = compiling
                .compile(
                        department.officer(), Department.carrying(Department.draft("另一份户籍"), element, Authority.SOURCE))
                .orElseThrow();
        compiling.submit(department.officer(), second).orElseThrow();
        compiling.approve(department.chief(), second).orElseThrow();

        assertThat(compiling.publish(department.authority(), second))
                .isEqualTo(Outcome.refused(new CatalogRefusal.SecondSource(element, first)));

        compiling.retire(department.chief(), first, "合并").orElseThrow();
        assertThat(compiling.publish(department.authority(), second)).isEqualTo(Outcome.done(second));
    }

    @Test
    void nobodyReviewsTheirOwnWorkAndEachStepNeedsItsPost() {
        var code =
                compiling.compile(department.chief(), Department.draft("自编自审")).orElseThrow();
        compiling.submit(department.officer(), code).orElseThrow();

        assertThat(compiling.approve(department.chief(), code))
                .isEqualTo(Outcome.refused(new CatalogRefusal.OwnWork()));
        assertThat(compiling.approve(department.officer(), code))
                .isEqualTo(Outcome.refused(
                        new CatalogRefusal.MayNot(new AccessRefusal.RoleMissing(Set.of(Compiling.CHIEF)))));
        assertThat(compiling.publish(department.authority(), code))
                .isEqualTo(Outcome.refused(new CatalogRefusal.Elsewhere(State.REVIEW)));
        assertThat(compiling.sendBack(department.chief(), code, " "))
                .isEqualTo(Outcome.refused(new CatalogRefusal.ReasonMissing()));
        assertThat(compiling.sendBack(department.chief(), code, "摘要不清")).isEqualTo(Outcome.done(code));
        assertThat(compiling.submit(Department.fresh().officer(), code))
                .isEqualTo(Outcome.refused(
                        new CatalogRefusal.MayNot(new AccessRefusal.OtherOrganisation(department.organisation()))));
    }

    @Test
    void draftsAreSeenByTheirDepartmentAndPublishedOnesByEverybody() {
        var other = Department.fresh();
        var name = "可见性" + department.organisation();
        var draft = compiling
                .compile(department.officer(), Department.draft(name + "草稿"))
                .orElseThrow();
        var published = department.published(Department.draft(name + "已发布"));

        assertThat(catalog.editions(other.acceptor(), draft)).isEmpty();
        assertThat(catalog.editions(other.acceptor(), published)).hasSize(1);
        assertThat(listed(other.acceptor(), name, Shelf.IN_WORK)).isEmpty();
        assertThat(listed(department.acceptor(), name, Shelf.IN_WORK)).containsExactly(draft);
        assertThat(listed(other.acceptor(), name, Shelf.PUBLISHED)).containsExactly(published);
        assertThat(listed(other.acceptor(), "登记状态", Shelf.PUBLISHED)).contains(published);
        assertThat(listed(other.acceptor(), name.substring(0, 3) + "_", Shelf.PUBLISHED))
                .isEmpty();
    }

    private List<ResourceCode> listed(SignedIn.Officer who, String words, Shelf shelf) {
        var filter = new Filter(shelf, words, Optional.empty(), Optional.empty(), Optional.of("307"));
        var listing = catalog.list(who, filter, "", 200);
        assertThat(listing.count(shelf)).isEqualTo(listing.rows().size());
        return listing.rows().stream().map(Listing.Row::code).toList();
    }
}
