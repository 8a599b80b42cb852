package org.tongqu.platform.data.catalog.internal;

import static org.tongqu.platform.data.catalog.internal.Thing.DCAT;
import static org.tongqu.platform.data.catalog.internal.Thing.DCT;
import static org.tongqu.platform.data.catalog.internal.Thing.FOAF;
import static org.tongqu.platform.data.catalog.internal.Thing.SKOS;
import static org.tongqu.platform.data.catalog.internal.Thing.VCARD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.platform.data.catalog.Classes;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.Description.Openness;
import org.tongqu.platform.data.catalog.Description.Way;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.OpenFile;
import org.tongqu.platform.data.catalog.OpenFiles;
import org.tongqu.platform.operate.web.SiteSettings;
import org.tongqu.platform.trust.directory.Directory;

/**
 * What society may have, as DCAT-AP 3 for those who harvest catalogues. Resources are read page by page, so the export
 * needs the same room for three hundred or three hundred thousand; each sees the catalogue as of its own moment.
 */
@Component
public class DcatExport {

    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final int PAGE = 200;

    private final EditionStore editions;
    private final Classes classes;
    private final Directory directory;
    private final SiteSettings site;
    private final TextsBundle texts;
    private final ObjectProvider<OpenFiles> files;

    DcatExport(
            EditionStore editions,
            Classes classes,
            Directory directory,
            SiteSettings site,
            TextsBundle texts,
            ObjectProvider<OpenFiles> files) {
        this.files = files;
        this.editions = editions;
        this.classes = classes;
        this.directory = directory;
        this.site = site;
        this.texts = texts;
    }

    /** How it is written. */
    public enum Form {
        TURTLE,
        JSON_LD
    }

    /** All of it. @param base where the site stands, without a slash at the end */
    public void write(Form form, String base, Appendable out) throws IOException {
        var writer = switch (form) {
            case TURTLE -> new TurtleWriter(out);
            case JSON_LD -> new JsonLdWriter(out);
        };
        new Run(base, writer).write();
    }

    /**
     * A page of it as Turtle, which says where the next one is.
     *
     * @param file the address of the export
     * @param after the code behind which the page begins; empty for the first
     */
    public void page(String base, String file, String after, Appendable out) throws IOException {
        new Run(base, new TurtleWriter(out)).page(file, after);
    }

    /** One export, and what it spoke of already. */
    private final class Run {
        private final String base;
        private final ThingWriter writer;
        private final Set<String> told = new HashSet<>();

        Run(String base, ThingWriter writer) {
            this.base = base;
            this.writer = writer;
        }

        private void write() throws IOException {
            writer.begin();
            catalog();
            var page = editions.open("", PAGE);
            while (!page.isEmpty()) {
                for (var edition : page) {
                    dataset(edition);
                }
                page = editions.open(page.getLast().code().value(), PAGE);
            }
            writer.end();
        }

        private void page(String file, String after) throws IOException {
            writer.begin();
            catalog();
            var page = editions.open(after, PAGE);
            for (var edition : page) {
                dataset(edition);
            }
            if (page.size() == PAGE) {
                var next =
                        file + "?after=" + UriUtils.encode(page.getLast().code().value(), StandardCharsets.UTF_8);
                writer.write(Thing.of(
                                file + "?after=" + UriUtils.encode(after, StandardCharsets.UTF_8),
                                HYDRA + "PartialCollectionView")
                        .leading(HYDRA + "next", next));
            }
            writer.end();
        }

        private String catalogAddress() {
            return base + "/data";
        }

        private void catalog() throws IOException {
            var zh = texts.in(Language.ZH);
            var en = texts.in(Language.EN);
            var publisher = catalogAddress() + "#publisher";
            writer.write(Thing.of(catalogAddress(), DCAT + "Catalog")
                    .saying(DCT + "title", zh.say("catalog.open"))
                    .with(DCT + "title", new Thing.Value.Said(en.say("catalog.open"), "en"))
                    .saying(DCT + "description", zh.say("catalog.open.lead"))
                    .with(DCT + "description", new Thing.Value.Said(en.say("catalog.open.lead"), "en"))
                    .leading(DCT + "publisher", publisher)
                    .leading(DCAT + "themeTaxonomy", scheme()));
            writer.write(Thing.of(publisher, FOAF + "Agent").saying(FOAF + "name", site.sponsor(Language.ZH)));
            writer.write(
                    Thing.of(scheme(), SKOS + "ConceptScheme").saying(DCT + "title", zh.say("catalog.fact.category")));
        }

        private String scheme() {
            return catalogAddress() + "#classes";
        }

        private void dataset(Edition edition) throws IOException {
            var address = catalogAddress() + "/" + edition.code().key();
            writer.write(Thing.of(catalogAddress(), DCAT + "Catalog").leading(DCAT + "dataset", address));
            var said = edition.description();
            var dataset = Thing.of(address, DCAT + "Dataset")
                    .saying(DCT + "title", said.name())
                    .saying(DCT + "description", said.summary())
                    .plain(DCT + "identifier", edition.code().value())
                    .leading(DCT + "publisher", publisher(edition.resource().organisation()))
                    .leading(DCAT + "contactPoint", contact(edition.resource().organisation()))
                    .leading(DCAT + "theme", theme(edition))
                    .leading(DCT + "accessRights", rights(said.opening().kind()))
                    .leading(DCT + "accrualPeriodicity", frequency(said.cycle()))
                    .leading(DCT + "spatial", place(edition.resource().organisation()))
                    .leading(DCAT + "landingPage", page(address));
            for (var item : edition.items()) {
                dataset = dataset.saying(DCAT + "keyword", item.name());
            }
            if (edition.publishedOn().isPresent()) {
                dataset = dataset.day(DCT + "issued", edition.publishedOn().get());
            }
            for (var way : List.of(Way.values())) {
                if (said.sharing().ways().contains(way)) {
                    dataset = dataset.leading(DCAT + "distribution", distribution(edition, address, way));
                }
            }
            for (var file : files.stream()
                    .flatMap(keeper -> keeper.of(edition).stream())
                    .toList()) {
                dataset = dataset.leading(DCAT + "distribution", distribution(address, file));
            }
            writer.write(dataset);
        }

        /** A file that stands here, and what whoever takes it has to observe. */
        private String distribution(String address, OpenFile file) throws IOException {
            var distribution = address + "#" + file.format().toLowerCase(Locale.ROOT);
            writer.write(Thing.of(distribution, DCAT + "Distribution")
                    .saying(DCT + "title", file.format())
                    .leading(DCAT + "accessURL", address)
                    .leading(DCAT + "downloadURL", base + file.href())
                    .leading(DCT + "license", terms(address, file))
                    .leading(DCT + "format", format(file.format(), file.format())));
            return distribution;
        }

        private String terms(String address, OpenFile file) throws IOException {
            var terms = address + "#terms";
            if (told.add(terms)) {
                writer.write(Thing.of(terms, DCT + "LicenseDocument")
                        .saying(DCT + "description", file.terms().zh())
                        .with(
                                DCT + "description",
                                new Thing.Value.Said(file.terms().en(), "en")));
            }
            return terms;
        }

        private String distribution(Edition edition, String address, Way way) throws IOException {
            var distribution = address + "#" + way.code();
            var format = edition.description().format();
            writer.write(Thing.of(distribution, DCAT + "Distribution")
                    .saying(DCT + "title", texts.in(Language.ZH).say("catalog.way." + way.code()))
                    .leading(DCAT + "accessURL", address)
                    .leading(DCT + "format", format(format.kind().code() + "-" + format.detail(), format.detail())));
            return distribution;
        }

        private String format(String code, String detail) throws IOException {
            var address = catalogAddress() + "#format-"
                    + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
            if (told.add(address)) {
                writer.write(Thing.of(address, DCT + "MediaTypeOrExtent").plain(DCT + "title", detail));
            }
            return address;
        }

        private String publisher(String code) throws IOException {
            var address = catalogAddress() + "#org-" + code;
            if (told.add(address)) {
                var name = directory
                        .findOrganisation(code)
                        .map(office -> office.name().zh())
                        .orElse(code);
                writer.write(Thing.of(address, FOAF + "Agent")
                        .saying(FOAF + "name", name)
                        .plain(DCT + "identifier", code));
            }
            return address;
        }

        /** The division that the department serves. */
        private String place(String organisation) throws IOException {
            var division = directory.findOrganisation(organisation).map(office -> office.division());
            var address = catalogAddress() + "#place-"
                    + division.map(known -> known.value()).orElse("unknown");
            if (told.add(address)) {
                var place = Thing.of(address, DCT + "Location");
                var name = division.flatMap(directory::findDivision).map(known -> known.name());
                writer.write(name.isPresent() ? place.saying(SKOS + "prefLabel", name.get()) : place);
            }
            return address;
        }

        private String contact(String code) throws IOException {
            var address = catalogAddress() + "#contact-" + code;
            if (told.add(address)) {
                var office = directory.findOrganisation(code);
                var contact = Thing.of(address, VCARD + "Kind")
                        .saying(
                                VCARD + "fn",
                                office.map(known -> known.name().zh()).orElse(code));
                var phone = office.map(known -> known.contact().phone()).orElse("");
                writer.write(phone.isEmpty() ? contact : contact.leading(VCARD + "hasTelephone", "tel:" + phone));
            }
            return address;
        }

        private String theme(Edition edition) throws IOException {
            var group = edition.code().category().substring(0, 3);
            var address = catalogAddress() + "#class-" + group;
            if (told.add(address)) {
                var name = classes.find(group).map(label -> label.zh()).orElse(group);
                writer.write(Thing.of(address, SKOS + "Concept")
                        .saying(SKOS + "prefLabel", name)
                        .plain(SKOS + "notation", group)
                        .leading(SKOS + "inScheme", scheme()));
            }
            return address;
        }

        private String rights(Openness openness) throws IOException {
            return known(
                    EU + "access-right/" + (openness == Openness.OPEN ? "PUBLIC" : "RESTRICTED"), "RightsStatement");
        }

        private String frequency(Cycle cycle) throws IOException {
            var code = switch (cycle) {
                case REALTIME -> "UPDATE_CONT";
                case DAILY -> "DAILY";
                case WEEKLY -> "WEEKLY";
                case MONTHLY -> "MONTHLY";
                case QUARTERLY -> "QUARTERLY";
                case YEARLY -> "ANNUAL";
                case IRREGULAR -> "IRREG";
            };
            return known(EU + "frequency/" + code, "Frequency");
        }

        private String page(String address) throws IOException {
            writer.write(Thing.of(address + "#page", FOAF + "Document").leading(FOAF + "primaryTopic", address));
            return address + "#page";
        }

        /** A value of a list that others keep. */
        private String known(String address, String type) throws IOException {
            if (told.add(address)) {
                writer.write(Thing.of(address, DCT + type));
            }
            return address;
        }
    }
}
