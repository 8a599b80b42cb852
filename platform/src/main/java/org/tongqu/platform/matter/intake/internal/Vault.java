package org.tongqu.platform.matter.intake.internal;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.matter.intake.Draft.Filled;
import org.tongqu.platform.trust.seals.Seals;

/** What people write and hand in stands sealed in the store: a stolen disk does not tell it. */
@Component
public class Vault {

    private final FieldCipher answers;
    private final FieldCipher files;

    Vault(Seals seals) {
        this.answers = seals.cipher("intake.answers");
        this.files = seals.cipher("intake.files");
    }

    public byte[] seal(Filled filled) {
        return answers.seal(Stored.of(filled).canonical().getBytes(StandardCharsets.UTF_8));
    }

    Filled filled(byte[] sealed) {
        return Stored.filled(DatumJson.read(answers.openText(sealed)));
    }

    byte[] sealFile(byte[] content) {
        return files.seal(content);
    }

    byte[] file(byte[] sealed) {
        return files.open(sealed);
    }
}
