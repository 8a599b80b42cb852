package org.tongqu.platform.matter.evaluation.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.evaluation.Subject;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;

/** How those who are scored are called, and whose rows are theirs. */
@Component
public class SubjectNames {

    private final Directory directory;
    private final JdbcClient jdbc;

    SubjectNames(Directory directory, JdbcClient jdbc) {
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** All of a kind, by id, in one statement at most. */
    public Map<String, Label> of(SubjectKind kind) {
        var names = new HashMap<String, Label>();
        switch (kind) {
            case ORGANISATION -> directory.organisations().forEach(office -> names.put(office.code(), office.name()));
            case POST ->
                jdbc.sql("""
                        SELECT p.organisation || '.' || p.code AS id, o.name_zh || ' ' || p.name_zh AS zh,
                            o.name_en || ': ' || p.name_en AS en
                        FROM directory.post p JOIN directory.organisation o ON o.code = p.organisation""").query(row -> {
                    names.put(row.getString("id"), new Label(row.getString("zh"), row.getString("en")));
                });
            case REGION ->
                jdbc.sql("""
                        SELECT d.code, d.name FROM directory.division d
                        WHERE EXISTS (SELECT FROM directory.organisation o WHERE o.division = d.code)""").query(row -> {
                    names.put(row.getString("code"), Label.same(row.getString("name")));
                });
        }
        return names;
    }

    public Label of(Subject subject) {
        return of(subject.kind()).getOrDefault(subject.id(), Label.same(subject.id()));
    }

    public List<String> organisations(Subject subject) {
        return subject.organisation()
                .map(List::of)
                .orElseGet(() -> directory.organisations().stream()
                        .filter(office -> office.division().value().equals(subject.id()))
                        .map(Organisation::code)
                        .toList());
    }
}
