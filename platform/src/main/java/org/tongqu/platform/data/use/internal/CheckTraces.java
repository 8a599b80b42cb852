package org.tongqu.platform.data.use.internal;

import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.use.CheckUse;
import org.tongqu.platform.operate.store.Columns;

/** That deliveries were asked about people: one statement, however many they are. */
@Repository
public class CheckTraces {

    private final JdbcClient jdbc;
    private final Subjects subjects;

    CheckTraces(JdbcClient jdbc, Subjects subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    public void write(CheckUse use) {
        jdbc.sql("""
                        INSERT INTO uses.trace (subject, at, kind, register, fields, organisation, who_zh, who_en, call,
                            agreement, purpose, why)
                        SELECT decode(t.subject, 'hex'), :at, 'check', :code, '', :organisation, :zh, :en, :matter, '',
                               :purpose, :matter
                          FROM unnest(CAST(:subjects AS text[])) AS t (subject)
                        """)
                .param("at", Columns.time(use.at()))
                .param("code", use.code())
                .param("organisation", use.organisation())
                .param("zh", use.what().zh())
                .param("en", use.what().en())
                .param("matter", use.matter())
                .param("purpose", use.purpose().code())
                .param(
                        "subjects",
                        use.about().stream()
                                .map(one -> HexFormat.of().formatHex(subjects.of(one)))
                                .toArray(String[]::new))
                .update();
    }
}
