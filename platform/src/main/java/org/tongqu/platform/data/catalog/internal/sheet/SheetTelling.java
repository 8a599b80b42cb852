package org.tongqu.platform.data.catalog.internal.sheet;

import java.util.List;
import java.util.stream.Collectors;
import org.tongqu.design.Language;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.trust.directory.Directory;

/** Says editions as lines of a table in one language. */
public record SheetTelling(SheetWords words, Directory directory, Language language) {

    List<String> headings() {
        return SheetWords.parts().stream()
                .map(part -> words.heading(part, language))
                .toList();
    }

    String sheet() {
        return words.heading("name-of-sheet", language);
    }

    List<String> resource(Edition edition) {
        var said = edition.description();
        var office = edition.resource().organisation();
        return List.of(
                edition.code().value(),
                edition.code().category(),
                said.name(),
                directory
                        .findOrganisation(office)
                        .map(known -> known.name().zh())
                        .orElse(office),
                office,
                said.summary(),
                words.word("format", said.format().kind(), language),
                said.format().detail(),
                words.word("sharing", said.sharing().type(), language),
                said.sharing().basis(),
                said.sharing().condition(),
                words.cell("ways", said.sharing().ways(), language),
                words.word("opening", said.opening().kind(), language),
                said.opening().condition(),
                words.word("cycle", said.cycle(), language),
                edition.publishedOn().map(String::valueOf).orElse(""),
                said.related().stream().map(ResourceCode::value).collect(Collectors.joining(" ")));
    }

    List<String> item(Item item) {
        return List.of(
                item.name(),
                item.field(),
                words.word("type", item.type(), language),
                item.length() == 0 ? "" : String.valueOf(item.length()),
                words.cell("marks", item.marks(), language),
                words.word("sensitivity", item.sensitivity(), language),
                item.element().orElse(""),
                words.word("authority", item.authority(), language));
    }
}
