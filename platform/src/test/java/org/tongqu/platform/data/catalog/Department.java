package org.tongqu.platform.data.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.Description.FormatKind;
import org.tongqu.platform.data.catalog.Description.Openness;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Description.Way;
import org.tongqu.platform.data.catalog.Item.Authority;
import org.tongqu.platform.data.catalog.Item.DataType;
import org.tongqu.platform.data.catalog.Item.Mark;
import org.tongqu.platform.data.catalog.Item.Sensitivity;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.trust.identity.SignedIn;

/** A department of its own for each test, with those of its people who work with shared data. */
public final class Department {

    private final Town town = Town.fresh();

    public static Department fresh() {
        return new Department();
    }

    public <T> T bean(Class<T> type) {
        return town.bean(type);
    }

    public String organisation() {
        return town.office().code();
    }

    public SignedIn.Officer officer() {
        return town.officer("data-officer", Set.of(Compiling.OFFICER));
    }

    public SignedIn.Officer chief() {
        return town.officer("data-chief", Set.of(Compiling.CHIEF));
    }

    public SignedIn.Officer authority() {
        return town.officer("data-authority", Set.of(Compiling.AUTHORITY));
    }

    /** Somebody who does other work there. */
    public SignedIn.Officer acceptor() {
        return town.officer("acceptor", Set.of("acceptor"));
    }

    /** A resource that fits in every respect, without a source of truth. */
    public static Draft draft(String name) {
        return new Draft(
                "307900",
                new Description(
                        name,
                        "测试用的资源",
                        new Description.Sharing(SharingType.UNCONDITIONAL, "", "", Set.of(Way.TABLE)),
                        new Description.Opening(Openness.CLOSED, ""),
                        Cycle.DAILY,
                        new Description.Format(FormatKind.DATABASE, "mysql"),
                        List.of()),
                List.of(
                        item("证件号码", "cert_no", Sensitivity.PERSONAL, Set.of(Mark.KEY, Mark.REQUIRED)),
                        item("姓名", "name", Sensitivity.PERSONAL, Set.of(Mark.REQUIRED)),
                        item("登记状态", "state", Sensitivity.INTERNAL, Set.of())));
    }

    public static Item item(String name, String field, Sensitivity sensitivity, Set<Mark> marks) {
        return new Item(name, field, DataType.TEXT, 40, marks, sensitivity, Optional.empty(), Authority.SOURCE);
    }

    public static Draft sharing(Draft draft, Description.Sharing sharing) {
        var said = draft.description();
        return new Draft(
                draft.category(),
                new Description(
                        said.name(),
                        said.summary(),
                        sharing,
                        said.opening(),
                        said.cycle(),
                        said.format(),
                        said.related()),
                draft.items());
    }

    public static Draft opened(Draft draft, Openness openness) {
        var said = draft.description();
        return new Draft(
                draft.category(),
                new Description(
                        said.name(),
                        said.summary(),
                        said.sharing(),
                        new Description.Opening(openness, ""),
                        said.cycle(),
                        said.format(),
                        said.related()),
                draft.items());
    }

    /** The draft with its first item as the source, or a copy, of the element. */
    public static Draft carrying(Draft draft, String element, Authority authority) {
        var items = new ArrayList<>(draft.items());
        var first = items.getFirst();
        items.set(
                0,
                new Item(
                        first.name(),
                        first.field(),
                        first.type(),
                        first.length(),
                        first.marks(),
                        first.sensitivity(),
                        Optional.of(element),
                        authority));
        return draft.with(items);
    }

    public ResourceCode published(Draft draft) {
        var compiling = bean(Compiling.class);
        var code = compiling.compile(officer(), draft).orElseThrow();
        return publishedFromDraft(code);
    }

    public ResourceCode publishedFromDraft(ResourceCode code) {
        var compiling = bean(Compiling.class);
        compiling.submit(officer(), code).orElseThrow();
        compiling.approve(chief(), code).orElseThrow();
        return compiling.publish(authority(), code).orElseThrow();
    }
}
