package org.tongqu.platform.matter.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.engines.forms.Field.Otherwise;
import org.tongqu.engines.forms.Provenance;
import org.tongqu.engines.forms.Provenance.FieldProvenance;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.intake.ContentType;
import org.tongqu.platform.matter.intake.Correction;
import org.tongqu.platform.matter.intake.Draft.Filled;
import org.tongqu.platform.matter.intake.Material;
import org.tongqu.platform.matter.intake.ReceiptNumber;

/** How drafts and submissions are written into JSON columns and read back. */
final class Stored {

    private Stored() {}

    static Datum of(Filled filled) {
        return named(Map.of("answers", filled.answers(), "provenance", of(filled.provenance())));
    }

    static Filled filled(Datum stored) {
        return new Filled(new Datum.Fields(stored.fields("answers")), provenance(stored.at("provenance")));
    }

    private static Datum of(Provenance provenance) {
        var items = new ArrayList<Datum>();
        for (var field : provenance.fields()) {
            var known = new LinkedHashMap<String, Datum>();
            known.put("path", Datum.of(field.path()));
            known.put("value", field.value());
            known.put("source", Datum.of(field.source()));
            known.put("asOf", Datum.of(field.asOf()));
            field.teller().ifPresent(label -> known.put("teller", told(label)));
            field.about().ifPresent(code -> known.put("about", Datum.of(code)));
            if (field.otherwise() == Otherwise.OBJECTION) {
                known.put("objection", new Datum.Truth(true));
            }
            items.add(named(known));
        }
        provenance.waived().forEach(material -> items.add(named(Map.of("waived", Datum.of(material)))));
        return Datum.of(items);
    }

    private static Datum told(Label label) {
        return named(Map.of("zh", Datum.of(label.zh()), "en", Datum.of(label.en())));
    }

    private static Provenance provenance(Datum stored) {
        var fields = new ArrayList<FieldProvenance>();
        var waived = new ArrayList<String>();
        for (var item : stored.items("")) {
            item.text("waived").ifPresentOrElse(waived::add, () -> fields.add(known(item)));
        }
        return new Provenance(fields, waived);
    }

    private static FieldProvenance known(Datum item) {
        return new FieldProvenance(
                text(item, "path"),
                item.at("value"),
                text(item, "source"),
                item.date("asOf").orElse(LocalDate.EPOCH),
                item.text("teller.zh")
                        .map(zh -> new Label(zh, item.text("teller.en").orElse(zh))),
                item.text("about"),
                item.truth("objection").orElse(false) ? Otherwise.OBJECTION : Otherwise.CHANGE);
    }

    static Datum of(List<Material> materials) {
        var items = new ArrayList<Datum>();
        for (var material : materials) {
            var fields = new LinkedHashMap<String, Datum>();
            fields.put("id", Datum.of(material.id()));
            fields.put("material", Datum.of(material.materialId()));
            fields.put("fileName", Datum.of(material.fileName()));
            fields.put("type", Datum.of(material.type().mediaType()));
            fields.put("size", Datum.of(material.size()));
            fields.put("sha256", Datum.of(material.sha256()));
            fields.put("uploadedAt", Datum.of(material.uploadedAt().toString()));
            material.scannedBy().ifPresent(clerk -> fields.put("scannedBy", Datum.of(clerk)));
            items.add(named(fields));
        }
        return Datum.of(items);
    }

    static List<Material> materials(String json) {
        var materials = new ArrayList<Material>();
        for (var item : DatumJson.read(json).items("")) {
            materials.add(new Material(
                    text(item, "id"),
                    text(item, "material"),
                    text(item, "fileName"),
                    ContentType.fromName(text(item, "type")).orElseThrow(),
                    item.number("size").orElseThrow().intValueExact(),
                    text(item, "sha256"),
                    Instant.parse(text(item, "uploadedAt")),
                    item.text("scannedBy")));
        }
        return materials;
    }

    static Datum of(Correction correction) {
        return named(Map.of(
                "caseId", Datum.of(correction.caseId()),
                "words", Datum.of(correction.words()),
                "fields", names(correction.fields()),
                "materials", names(correction.materials())));
    }

    static Correction correction(ReceiptNumber receipt, String json) {
        var stored = DatumJson.read(json);
        return new Correction(
                receipt,
                text(stored, "caseId"),
                text(stored, "words"),
                names(stored, "fields"),
                names(stored, "materials"));
    }

    private static Datum names(Set<String> names) {
        return Datum.of(new TreeSet<>(names).stream().map(Datum::of).toList());
    }

    private static Set<String> names(Datum stored, String path) {
        var names = new TreeSet<String>();
        stored.items(path).forEach(item -> item.text("").ifPresent(names::add));
        return names;
    }

    private static Datum named(Map<String, Datum> fields) {
        return new Datum.Fields(fields);
    }

    private static String text(Datum from, String path) {
        return from.text(path).orElseThrow(() -> new IllegalStateException("Expected a text at " + path));
    }
}
