package org.tongqu.platform.data.exchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.exchange.table.Span;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.ReceiptVerdict.Found;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.data.exchange.SignedReceipt;
import org.tongqu.platform.data.exchange.SignedReceipt.Signature;

/** Receipts of runs: written once, with their signatures. */
@Repository
public class ReceiptStore {

    private final JdbcClient jdbc;
    private final SigningKeys keys;
    private final NodeStore nodes;

    ReceiptStore(JdbcClient jdbc, SigningKeys keys, NodeStore nodes) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.nodes = nodes;
    }

    /** Lets both systems and the platform sign what the run did; a system that has a node signs there, later. */
    SignedReceipt write(PlannedFlow planned, Run run, Span span) {
        var content = content(planned, run, span).canonical();
        var running = planned.running();
        var signatures = Stream.of(running.from(), running.to(), Signature.PLATFORM)
                .distinct()
                .filter(holder -> !nodes.keeps(holder))
                .map(holder -> keys.sign(holder, content))
                .toList();
        var receipt = new SignedReceipt(content, signatures);
        jdbc.sql("INSERT INTO exchange.receipt (run, content, signatures) VALUES (?, ?, CAST(? AS jsonb))")
                .params(run.id(), content, receipt.export().at("signatures").canonical())
                .update();
        return receipt;
    }

    /** Adds a signature to those that are there. */
    void sign(long run, SignedReceipt receipt, Signature signature) {
        var all = new ArrayList<>(receipt.signatures());
        all.addFirst(signature);
        jdbc.sql("UPDATE exchange.receipt SET signatures = CAST(? AS jsonb) WHERE run = ?")
                .params(
                        new SignedReceipt(receipt.content(), all)
                                .export()
                                .at("signatures")
                                .canonical(),
                        run)
                .update();
    }

    private static Datum content(PlannedFlow planned, Run run, Span span) {
        return facts(run)
                .with("resource", Datum.of(planned.resource().value()))
                .with("provider", Datum.of(planned.provider()))
                .with("consumer", Datum.of(planned.consumer()))
                .with("from", Datum.of(planned.running().from()))
                .with("to", Datum.of(planned.running().to()))
                .with("since", Datum.of(span.since().orElse("")))
                .with("until", Datum.of(span.until()))
                .with(
                        "position",
                        Datum.of(span.position().stream().map(Datum::of).toList()));
    }

    /** What the row of a run says too, so that the two can be laid side by side. */
    public static Datum facts(Run run) {
        return Datum.empty()
                .with("run", Datum.of(run.id()))
                .with("flow", Datum.of(run.flow()))
                .with("agreement", Datum.of(run.agreement().orElse("")))
                .with("state", Datum.of(run.state().code()))
                .with("read", Datum.of(run.rows().read()))
                .with("written", Datum.of(run.rows().written()))
                .with("setAside", Datum.of(run.rows().setAside()))
                .with("digest", Datum.of(run.digest()))
                .with("started", Datum.of(run.started().toString()))
                .with("ended", Datum.of(run.ended().map(Object::toString).orElse("")));
    }

    public Optional<SignedReceipt> find(long run) {
        return jdbc.sql("SELECT content, signatures FROM exchange.receipt WHERE run = ?")
                .param(run)
                .query((row, number) ->
                        new SignedReceipt(row.getString(1), signatures(DatumJson.read(row.getString(2)))))
                .optional();
    }

    public static List<Signature> signatures(Datum list) {
        return list instanceof Datum.Items(var each)
                ? each.stream()
                        .map(one -> new Signature(
                                one.text("holder").orElse(""),
                                one.text("key").orElse(""),
                                one.text("value").orElse("")))
                        .toList()
                : List.of();
    }

    public Found check(Signature signature, String content) {
        return keys.isTrue(signature, content)
                .map(isTrue -> isTrue ? Found.TRUE : Found.FALSE)
                .orElse(Found.UNKNOWN_KEY);
    }
}
