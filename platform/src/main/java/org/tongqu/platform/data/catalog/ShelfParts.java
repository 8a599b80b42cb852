package org.tongqu.platform.data.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.platform.operate.web.ShelvedQuery;

/**
 * The parts around a list on shelves whose texts begin with the same word, e.g. {@code agreements.shelf.asked-by-us}.
 *
 * @param family with which all the texts begin
 * @param list the address of the list
 */
public record ShelfParts(String family, String list) {

    public String of(Texts texts, String codes, Coded value) {
        return texts.say(family + "." + codes + "." + value.code());
    }

    public List<Choice> choices(Texts texts, String codes, Coded[] values) {
        return Arrays.stream(values)
                .map(value -> Choice.of(value.code(), of(texts, codes, value)))
                .toList();
    }

    public <S extends Coded> Tabs tabs(
            Texts texts, ShelvedQuery query, S chosen, S[] shelves, ToLongFunction<S> count) {
        var tabs = Arrays.stream(shelves)
                .map(shelf -> new Tabs.Tab(
                        shelf.code(),
                        of(texts, "shelf", shelf),
                        query.on(shelf.code()).address(list),
                        texts.number(count.applyAsLong(shelf))))
                .toList();
        return new Tabs(texts.say(family + ".heading"), tabs, chosen.code());
    }

    public FilterBar filters(
            Texts texts, ShelvedQuery query, Coded shelf, Coded[] states, Optional<? extends Coded> state) {
        return new FilterBar(
                texts,
                list,
                List.of(
                        new Filter.Words("q", texts.say(family + ".filter.words"), query.words()),
                        new Filter.OneOf(
                                "state",
                                texts.say(family + ".filter.state"),
                                choices(texts, "state", states),
                                state.map(Coded::code).orElse(""),
                                texts.say(family + ".all"))),
                List.of(new FormPage.Hidden("shelf", shelf.code())),
                list + "?shelf=" + shelf.code());
    }

    /** @param total how many stand on the shelf, {@code shown} of them on this page */
    public Pagination pages(Texts texts, ShelvedQuery query, Optional<String> next, long total, int shown) {
        return Pagination.of(
                texts,
                query.trail(),
                next,
                trail -> query.after(trail).address(list),
                texts.say(family + ".shown", texts.number(total), texts.number(shown)));
    }
}
