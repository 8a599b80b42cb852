package org.tongqu.platform.data.files.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.file.BatchCheck;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.exchange.file.Unfit;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.Batch;
import org.tongqu.platform.operate.start.Mode;

/** In the demo the statistics office lays two batches into the shared folder, once: one in order, one that was damaged. */
@Component
class DemoBatches {

    private static final String FLOW = "population-to-urban-management";
    private static final String FILE = "population.csv";

    private final Flows flows;
    private final BatchStore store;
    private final KeyStore keys;
    private final boolean isWanted;

    DemoBatches(Flows flows, Checker.Kept kept, Mode mode, Environment environment) {
        this.flows = flows;
        this.store = kept.store();
        this.keys = kept.keys();
        this.isWanted = mode == Mode.DEMO
                && environment.getProperty("tongqu.demo.load", Boolean.class, true)
                && environment.getProperty("tongqu.exchange.departments", Boolean.class, true);
    }

    /** Lays them there, when they never were. */
    void deliver(Path shared) {
        var flow = isWanted ? flows.find(FLOW) : Optional.<PlannedFlow>empty();
        if (flow.isPresent() && store.findAlive(FLOW, "2025-1").isEmpty()) {
            try {
                deliver(shared, flow.get());
            } catch (IOException | Unfit broken) {
                throw new IllegalStateException("The demo's batch cannot be laid into " + shared, broken);
            }
        }
    }

    private void deliver(Path shared, PlannedFlow flow) throws IOException, Unfit {
        var mine = shared.resolve(flow.running().from()).resolve(FLOW);
        var damaged = lay(flow, mine.resolve("2025-0"), "2025-0");
        Files.writeString(damaged, Files.readString(damaged, UTF_8).replace("P03", "P30"), UTF_8);
        lay(flow, mine.resolve("2025-1"), "2025-1");
    }

    private Path lay(PlannedFlow flow, Path folder, String batch) throws IOException, Unfit {
        var file = Files.createDirectories(folder).resolve(FILE);
        try (var in = Objects.requireNonNull(Batch.class.getResourceAsStream("demo-population.csv"))) {
            Files.write(file, in.readAllBytes());
        }
        var format = flow.flow().source().format().orElseThrow();
        var rows = BatchCheck.rows(format, file, BatchCheck.columns(flow.flow()));
        var part = new Manifest.Part(FILE, Files.size(file), BatchCheck.digest(file), rows);
        var manifest = new Manifest(batch, FLOW, flow.running().from(), List.of(part), Optional.empty());
        Files.writeString(folder.resolve(Manifest.NAME), keys.sign(manifest).json());
        return file;
    }
}
