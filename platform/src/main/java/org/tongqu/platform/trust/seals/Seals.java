package org.tongqu.platform.trust.seals;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Service;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.trust.seals.internal.KeyFile;

/** Hands out the cipher of a field. Also the source of keyed hashes for whatever must be found but not read. */
@Service
public class Seals {

    private final KeyFile keys;
    private final ConcurrentMap<String, FieldCipher> ciphers = new ConcurrentHashMap<>();

    Seals(KeyFile keys) {
        this.keys = keys;
    }

    /** Those of a store that somebody else runs; for commands, which have no platform of their own. */
    public static Seals of(Path keyFile) {
        return new Seals(KeyFile.read(keyFile));
    }

    /** Where the keys of a demo lie that nobody names keys to, in the folder of its data. */
    public static Path demoKeys(Path data) {
        return data.resolve("keys", "demo.key");
    }

    /** @param field a name that never changes, e.g. {@code registers.person.number}: values open under it alone */
    public FieldCipher cipher(String field) {
        return ciphers.computeIfAbsent(field, keys::cipher);
    }
}
