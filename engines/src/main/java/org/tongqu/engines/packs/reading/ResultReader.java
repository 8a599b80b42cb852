package org.tongqu.engines.packs.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.packs.Body;
import org.tongqu.engines.packs.DocumentTemplate;
import org.tongqu.engines.packs.DocumentTemplate.Layout;
import org.tongqu.engines.packs.DocumentTemplate.Numbering;
import org.tongqu.engines.packs.DocumentTemplate.Orientation;
import org.tongqu.engines.packs.DocumentTemplate.Scheme;
import org.tongqu.engines.packs.FactField;
import org.tongqu.engines.packs.Publication;
import org.tongqu.engines.packs.RegisterWrite;
import org.tongqu.engines.packs.Role;

/** Reads what a case leads to: documents, register writes, public lists; and the roles that work on it. */
final class ResultReader {

    private final PackFolder folder;
    private final Problems problems;
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final List<Body> bodies = new ArrayList<>();

    ResultReader(PackFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** By {@code document.ID}, {@code document.ID.FIELD}, {@code register.ID.FIELD} and so on. */
    Map<String, Spot> spots() {
        return spots;
    }

    List<DocumentTemplate> documents() {
        List<DocumentTemplate> documents = new ArrayList<>();
        for (var root : files("documents")) {
            documents.add(document(root));
        }
        return documents;
    }

    private DocumentTemplate document(Section root) {
        var id = id(root, "document");
        var number = root.section("number");
        var fields = factFields(root, "document." + id);
        var document = new DocumentTemplate(
                id,
                root.label("title"),
                root.text("typeCode"),
                numbering(number, "document." + id),
                fields,
                root.findLabel("validity"),
                layout(root.section("layout"), fields));
        spots.put("document." + id + ".typeCode", root.at("typeCode"));
        root.done();
        return document;
    }

    private Numbering numbering(Section section, String owner) {
        var scheme = section.findChoice("scheme", Scheme.class);
        if (scheme.isEmpty() && !section.has("scheme")) {
            section.text("scheme");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (var name : section.names()) {
            if (!name.equals("scheme")) {
                section.findText(name).ifPresent(value -> settings.put(name, value));
                spots.put(owner + ".number." + name, section.at(name));
            }
        }
        for (var needed : needs(scheme)) {
            if (!settings.containsKey(needed)) {
                problems.error(section.here(), "document-number-setting", needed);
            }
        }
        return new Numbering(scheme.orElse(Scheme.YEARLY), settings);
    }

    private static Set<String> needs(Optional<Scheme> scheme) {
        return scheme.map(found -> switch (found) {
                    case UNIFIED_SOCIAL_CREDIT_CODE -> Set.of("department", "category", "division");
                    case YEARLY -> Set.of("prefix");
                    case LICENCE_IDENTIFIER -> Set.<String>of();
                })
                .orElse(Set.of());
    }

    private Layout layout(Section section, List<FactField> fields) {
        var layout = new Layout(
                section.findChoice("orientation", Orientation.class).orElse(Orientation.PORTRAIT),
                section.texts("left"),
                section.texts("right"),
                section.texts("foot"));
        var names = fields.stream().map(FactField::name).toList();
        var drawn = new ArrayList<>(layout.left());
        drawn.addAll(layout.right());
        drawn.addAll(layout.foot());
        for (var name : drawn) {
            if (!names.contains(name)) {
                problems.error(section.here(), "document-layout", name);
            }
        }
        for (var name : names) {
            if (!drawn.contains(name)) {
                problems.warning(section.here(), "document-not-drawn", name);
            }
        }
        section.done();
        return layout;
    }

    List<RegisterWrite> registerWrites() {
        List<RegisterWrite> writes = new ArrayList<>();
        for (var root : files("registers")) {
            var id = id(root, "register");
            List<RegisterWrite.Entry> entries = new ArrayList<>();
            var fields = root.section("fields");
            for (var field : fields.names()) {
                spots.put("register." + id + "." + field, fields.at(field));
                entries.add(new RegisterWrite.Entry(field, fields.text(field)));
            }
            spots.put("register." + id + ".identifier", root.at("identifier"));
            writes.add(new RegisterWrite(
                    id, root.text("register"), root.text("identifier"), root.label("provenance"), entries));
            root.done();
        }
        return writes;
    }

    List<Publication> publications() {
        List<Publication> publications = new ArrayList<>();
        for (var root : files("publications")) {
            var id = id(root, "publication");
            publications.add(new Publication(
                    id, root.label("title"), root.label("lineTitle"), factFields(root, "publication." + id)));
            root.done();
        }
        return publications;
    }

    private List<FactField> factFields(Section root, String owner) {
        List<FactField> fields = new ArrayList<>();
        for (var section : root.sections("fields")) {
            var name = section.text("name");
            if (spots.put(owner + "." + name, section.here()) != null) {
                problems.error(
                        section.at("name"), "form-twice", name, section.here().line());
            }
            fields.add(new FactField(
                    name,
                    section.label("label"),
                    section.text("from"),
                    section.findChoice("show", FactField.Show.class).orElse(FactField.Show.TEXT),
                    section.findLabel("fallback")));
            section.done();
        }
        if (fields.isEmpty()) {
            problems.error(root.here(), "pack-key-missing", "fields");
        }
        return fields;
    }

    List<Role> roles() {
        List<Role> roles = new ArrayList<>();
        folder.yaml("access/roles.yaml", new Spot("pack.yaml", 1), problems).ifPresent(root -> {
            for (var section : root.sections("roles")) {
                var code = section.text("code");
                if (spots.put("role." + code, section.here()) != null) {
                    problems.error(
                            section.at("code"),
                            "form-twice",
                            code,
                            section.here().line());
                }
                spots.put("role." + code + ".apart", section.at("apart"));
                roles.add(new Role(
                        code,
                        section.label("label"),
                        section.label("duty"),
                        new LinkedHashSet<>(section.texts("posts")),
                        new LinkedHashSet<>(section.texts("apart"))));
                section.done();
            }
            root.sections("bodies").forEach(this::body);
            root.done();
        });
        return roles;
    }

    /** Read along with the roles, whose file they share. */
    List<Body> bodies() {
        return bodies;
    }

    private void body(Section section) {
        var body = new Body(section.text("organisation"), section.texts("answers"), section.texts("papers"));
        if (spots.put("body." + body.kind(), section.here()) != null) {
            problems.error(
                    section.at("organisation"),
                    "form-twice",
                    body.kind(),
                    section.here().line());
        }
        bodies.add(body);
        section.done();
    }

    private List<Section> files(String subfolder) {
        List<Section> sections = new ArrayList<>();
        for (var file : folder.in(subfolder, ".yaml")) {
            folder.yaml(file, new Spot(file, 1), problems).ifPresent(sections::add);
        }
        return sections;
    }

    private String id(Section root, String kind) {
        var id = root.text("id");
        if (spots.put(kind + "." + id, root.at("id")) != null) {
            problems.error(root.at("id"), "form-twice", id, root.at("id").line());
        }
        return id;
    }
}
