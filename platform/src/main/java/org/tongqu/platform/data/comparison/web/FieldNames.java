package org.tongqu.platform.data.comparison.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.operate.web.Said;

/** Calls fields as the catalogue calls the items of their resource, or the register its attributes. */
@Component
class FieldNames {

    private final Catalog catalog;

    FieldNames(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The names of the fields of both sides; what nobody named is called as its column. */
    record Known(Map<String, String> abouts, Map<String, String> againsts) {

        String about(String field) {
            return abouts.getOrDefault(field, field);
        }

        String against(String field) {
            return againsts.getOrDefault(field, field);
        }

        String abouts(Collection<String> fields) {
            return fields.stream().map(this::about).collect(Collectors.joining(", "));
        }

        /** Of what is to say the same: once where both are called so. */
        String both(String about, String against) {
            return Stream.of(about(about), against(against)).distinct().collect(Collectors.joining(" / "));
        }
    }

    Known of(Texts texts, PlannedJob planned) {
        var abouts = items(planned.about());
        return new Known(
                abouts,
                planned.register()
                        .map(register -> {
                            var attributes = new HashMap<String, String>();
                            register.attributes()
                                    .forEach(attribute ->
                                            attributes.put(attribute.name(), Said.in(texts, attribute.title())));
                            return Map.copyOf(attributes);
                        })
                        .orElseGet(
                                () -> planned.against().equals(planned.about()) ? abouts : items(planned.against())));
    }

    private Map<String, String> items(PlannedFlow flow) {
        var names = new HashMap<String, String>();
        catalog.findPublished(flow.resource())
                .ifPresent(edition -> edition.items().forEach(item -> names.put(item.field(), item.name())));
        return Map.copyOf(names);
    }
}
