package org.tongqu.platform.data.exchange;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.internal.ReceiptStore;
import org.tongqu.platform.data.exchange.internal.RunStore;

/** Receipts of runs, and whether they are still what was signed. */
@Service
public class Receipts {

    private static final int MOST_SIGNATURES = 8;

    private final ReceiptStore store;
    private final RunStore runs;

    Receipts(ReceiptStore store, RunStore runs) {
        this.store = store;
        this.runs = runs;
    }

    /** The receipt of a run of the flow, checked; who may see the flow may see it. */
    @Transactional(readOnly = true)
    public Optional<ReceiptVerdict> find(FlowStanding flow, long run) {
        return runs.find(run)
                .filter(found -> found.flow().equals(flow.id()))
                .flatMap(found -> store.find(run).map(receipt -> verdict(receipt, Optional.of(found))));
    }

    /** Checks a receipt that was taken away; nothing when the text is none. */
    @Transactional(readOnly = true)
    public Optional<ReceiptVerdict> check(String json) {
        return switch (DatumJson.tryRead(json)) {
            case Outcome.Refused<Datum, DatumJson.NotJson> none -> Optional.empty();
            case Outcome.Done<Datum, DatumJson.NotJson>(var read) ->
                read.text("content")
                        .map(content -> new SignedReceipt(content, signatures(read)))
                        .filter(receipt -> !receipt.signatures().isEmpty())
                        .flatMap(this::verdict);
        };
    }

    private static List<SignedReceipt.Signature> signatures(Datum read) {
        var all = ReceiptStore.signatures(read.at("signatures"));
        return all.subList(0, Math.min(MOST_SIGNATURES, all.size()));
    }

    private Optional<ReceiptVerdict> verdict(SignedReceipt receipt) {
        return switch (DatumJson.tryRead(receipt.content())) {
            case Outcome.Refused<Datum, DatumJson.NotJson> none -> Optional.empty();
            case Outcome.Done<Datum, DatumJson.NotJson>(var content) ->
                Optional.of(verdict(receipt, content.number("run").flatMap(number -> runs.find(number.longValue()))));
        };
    }

    private ReceiptVerdict verdict(SignedReceipt receipt, Optional<Run> run) {
        var checked = receipt.signatures().stream()
                .map(one -> new ReceiptVerdict.Checked(one, store.check(one, receipt.content())))
                .toList();
        return new ReceiptVerdict(
                receipt, checked, run.map(found -> differing(receipt, found)).orElse(List.of("run")));
    }

    private static List<String> differing(SignedReceipt receipt, Run run) {
        return DatumJson.tryRead(receipt.content())
                .fold(
                        content -> ReceiptStore.facts(run).fields("").entrySet().stream()
                                .filter(fact -> !content.at(fact.getKey())
                                        .canonical()
                                        .equals(fact.getValue().canonical()))
                                .map(fact -> fact.getKey())
                                .toList(),
                        none -> List.of("run"));
    }
}
