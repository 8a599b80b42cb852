package org.tongqu.platform.data.harvest.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.harvest.Fault;
import org.tongqu.platform.data.harvest.Fault.Why;
import org.tongqu.platform.data.harvest.ForeignRecord.Offer;
import org.tongqu.platform.data.harvest.internal.Described.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** What CKAN's Action API answers. */
final class CkanRecords {

    private CkanRecords() {}

    /** Some packages. @param count how many there are in all */
    record Window(long count, List<Datum> packages) {}

    /** The answer of {@code package_search}. */
    static Outcome<Window, Fault> search(byte[] answer) {
        try (var parser = Json.FACTORY.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(answer))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return unreadable("no object");
            }
            var said = Json.read(parser);
            if (parser.nextToken() != null || !(said.at("result.results") instanceof Datum.Items(var packages))) {
                return unreadable("no result.results");
            }
            var count = said.text("result.count").filter(text -> text.matches("[0-9]{1,12}"));
            return count.isEmpty()
                    ? unreadable("no result.count")
                    : Outcome.done(new Window(Long.parseLong(count.get()), packages));
        } catch (JacksonException wrong) {
            return unreadable(wrong.getOriginalMessage());
        }
    }

    /** A package as it was kept when it was rejected. */
    static Outcome<Described, Fault> read(String raw, String site) {
        try (JsonParser parser = Json.FACTORY.createParser(
                ObjectReadContext.empty(), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)))) {
            parser.nextToken();
            var said = Json.read(parser);
            return said instanceof Datum.Fields ? Outcome.done(describe(said, site)) : unreadable("no object");
        } catch (JacksonException wrong) {
            return unreadable(wrong.getOriginalMessage());
        }
    }

    private static <T> Outcome<T, Fault> unreadable(String detail) {
        return Outcome.refused(new Fault(Why.UNREADABLE, "", detail));
    }

    /** @param site where its pages stand, without a slash at the end */
    static Described describe(Datum said, String site) {
        var parts = new EnumMap<Part, String>(Part.class);
        parts.put(Part.IDENTIFIER, word(said, "id"));
        parts.put(Part.TITLE, word(said, "title"));
        parts.put(Part.DESCRIPTION, word(said, "notes"));
        parts.put(Part.PUBLISHER, word(said, "organization.title"));
        parts.put(Part.MODIFIED, word(said, "metadata_modified"));
        parts.put(Part.LICENCE, first(word(said, "license_title"), word(said, "license_id")));
        parts.put(
                Part.RIGHTS,
                first(word(said, "access_rights"), said.truth("isopen").orElse(false) ? "open" : ""));
        var name = word(said, "name");
        if (name.matches("[A-Za-z0-9_-]{1,200}")) {
            parts.put(Part.LANDING, site + "/dataset/" + name);
        }
        return new Described(parts, themes(said), offers(said));
    }

    private static List<String> themes(Datum said) {
        return Stream.concat(said.items("groups").stream(), said.items("tags").stream())
                .map(theme -> first(word(theme, "title"), first(word(theme, "display_name"), word(theme, "name"))))
                .filter(theme -> !theme.isBlank())
                .toList();
    }

    private static List<Offer> offers(Datum said) {
        var offers = new ArrayList<Offer>();
        for (var resource : said.items("resources")) {
            offers.add(new Offer(
                    first(word(resource, "name"), word(resource, "description")),
                    word(resource, "format"),
                    word(resource, "url")));
        }
        return offers;
    }

    static String word(Datum said, String path) {
        return said.text(path).orElse("");
    }

    private static String first(String one, String other) {
        return one.isBlank() ? other : one;
    }
}
