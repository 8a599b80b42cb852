package org.tongqu.platform.matter.intake.internal;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.intake.Material;
import org.tongqu.platform.matter.intake.ReceiptNumber;

/** By what anybody can prove what was handed in: SHA-256 over the answers and the hashes of the files. */
public final class ContentHash {

    private ContentHash() {}

    public static String of(ReceiptNumber receipt, int round, Datum.Fields answers, List<Material> materials) {
        List<Datum> files = materials.stream()
                .sorted(Comparator.comparing(Material::id))
                .map(material -> Datum.of(material.materialId() + " " + material.sha256()))
                .toList();
        var content = Datum.empty()
                .with("receipt", Datum.of(receipt.value()))
                .with("round", Datum.of(round))
                .with("answers", answers)
                .with("files", Datum.of(files));
        return Uploads.sha256(content.canonical().getBytes(StandardCharsets.UTF_8));
    }
}
