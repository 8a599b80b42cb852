package org.tongqu.engines.forms;

import java.util.List;
import java.util.Optional;

/** Everything a service asks, page by page, and the rules that tie answers to each other. */
public record Form(List<FormPage> pages, List<FormRule> rules) {

    public Form {
        pages = List.copyOf(pages);
        rules = List.copyOf(rules);
    }

    public FormPage page(String id) {
        return findPage(id).orElseThrow(() -> new IllegalArgumentException("This form has no page \"" + id + "\""));
    }

    public Optional<FormPage> findPage(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    /** The page that asks for a path such as {@code shareholders.0.name} or {@code residence.division}. */
    public Optional<FormPage> pageOf(String path) {
        return pages.stream().filter(page -> page.asks(path)).findFirst();
    }

    /** The parts that are asked for later than the rest, in the order of the pages. */
    public List<String> parts() {
        return pages.stream().flatMap(page -> page.part().stream()).distinct().toList();
    }

    /** Every material any page may ask for, in the order of the pages. */
    public List<MaterialAsk> materials() {
        return pages.stream().flatMap(page -> page.materials().stream()).toList();
    }
}
