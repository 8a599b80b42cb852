package org.tongqu.platform.matter.hall.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.hall.Handover;
import org.tongqu.platform.trust.access.Scope;

/** The steps of papers; a step is written once and only its reception is added. */
@Repository
public class HandoverStore {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    HandoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Handover step, String office) {
        jdbc.sql("""
                        INSERT INTO hall.handover (receipt, step, title, papers, from_hall, to_hall, to_organisation,
                            office, sent_at, sent_by, sent_name)
                        VALUES (:receipt, :step, :title, :papers, :from, :toHall, :toOrganisation,
                            :office, :at, :by, :name)""")
                .param("receipt", step.receipt())
                .param("step", step.step())
                .param("title", step.title())
                .param("papers", step.papers())
                .param("from", step.way().fromHall())
                .param("toHall", step.way().toHall().orElse(null))
                .param("toOrganisation", step.way().toOrganisation())
                .param("office", office)
                .param("at", time(step.sent().at()))
                .param("by", step.sent().staff())
                .param("name", step.sent().name())
                .update();
    }

    public List<Handover> of(String receipt) {
        return jdbc.sql("SELECT * FROM hall.handover WHERE receipt = ? ORDER BY step")
                .param(receipt)
                .query(HandoverStore::step)
                .list();
    }

    public List<Handover> awaited(Scope scope) {
        return jdbc.sql("""
                        SELECT * FROM hall.handover
                        WHERE received_at IS NULL AND to_organisation = ANY (?) ORDER BY sent_at, receipt LIMIT ?""")
                .params(scope.organisations(), MOST)
                .query(HandoverStore::step)
                .list();
    }

    public Optional<Handover> lock(String receipt, int number) {
        return jdbc.sql("SELECT * FROM hall.handover WHERE receipt = ? AND step = ? FOR UPDATE")
                .params(receipt, number)
                .query(HandoverStore::step)
                .optional();
    }

    public void receive(Handover step, Handover.Hand hand) {
        jdbc.sql("""
                        UPDATE hall.handover SET received_at = ?, received_by = ?, received_name = ?
                        WHERE receipt = ? AND step = ?""")
                .params(time(hand.at()), hand.staff(), hand.name(), step.receipt(), step.step())
                .update();
    }

    /** The office that decides, to which all papers of the application go in the end. */
    public String office(String receipt) {
        return jdbc.sql("SELECT office FROM hall.handover WHERE receipt = ? AND step = 1")
                .param(receipt)
                .query(String.class)
                .single();
    }

    private static Handover step(ResultSet row, int number) throws SQLException {
        var received = TicketStore.moment(row, "received_at");
        return new Handover(
                row.getString("receipt"),
                row.getInt("step"),
                row.getString("title"),
                row.getInt("papers"),
                new Handover.Way(
                        row.getString("from_hall"),
                        Optional.ofNullable(row.getString("to_hall")),
                        row.getString("to_organisation")),
                new Handover.Hand(
                        TicketStore.moment(row, "sent_at").orElseThrow(),
                        row.getString("sent_by"),
                        row.getString("sent_name")),
                received.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Handover.Hand(
                                received.get(), row.getString("received_by"), row.getString("received_name"))));
    }
}
