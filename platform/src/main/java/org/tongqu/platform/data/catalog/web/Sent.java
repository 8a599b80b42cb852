package org.tongqu.platform.data.catalog.web;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tongqu.design.Texts;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Draft;
import org.tongqu.platform.data.catalog.Fault;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.catalog.internal.DraftReader;

/** What stands in a form, as it was typed or as it was known, and what is wrong with it. */
record Sent(MultiValueMap<String, String> values, List<Fault> faults) implements DraftReader.Typed {

    static Sent of(MultiValueMap<String, String> values) {
        return new Sent(values, List.of());
    }

    static Sent nothing() {
        return of(new LinkedMultiValueMap<>());
    }

    static Sent of(Draft draft) {
        var said = draft.description();
        var values = new LinkedMultiValueMap<String, String>();
        values.add("category", draft.category());
        values.add("name", said.name());
        values.add("summary", said.summary());
        values.add("sharing", said.sharing().type().code());
        values.add("basis", said.sharing().basis());
        values.add("condition", said.sharing().condition());
        said.sharing().ways().forEach(way -> values.add("ways", way.code()));
        values.add("opening", said.opening().kind().code());
        values.add("openingCondition", said.opening().condition());
        values.add("cycle", said.cycle().code());
        values.add("format", said.format().kind().code());
        values.add("formatDetail", said.format().detail());
        values.add("related", said.related().stream().map(ResourceCode::value).collect(Collectors.joining(" ")));
        return of(values);
    }

    static Sent of(Item item) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("itemName", item.name());
        values.add("field", item.field());
        values.add("type", item.type().code());
        values.add("length", item.length() == 0 ? "" : String.valueOf(item.length()));
        item.marks().stream().map(Coded::code).forEach(mark -> values.add("marks", mark));
        values.add("sensitivity", item.sensitivity().code());
        values.add("element", item.element().orElse(""));
        values.add("authority", item.authority().code());
        return of(values);
    }

    Sent wrong(List<Fault> found) {
        return new Sent(values, List.copyOf(found));
    }

    String wrongAt(Texts texts, String part) {
        return faults.stream()
                .filter(fault -> fault.part().equals(part))
                .map(fault -> Words.fault(texts, fault))
                .findFirst()
                .orElse("");
    }

    @Override
    public String at(String part) {
        return Objects.requireNonNullElse(values.getFirst(part), "");
    }

    @Override
    public Collection<String> all(String part) {
        return values.getOrDefault(part, List.of());
    }
}
