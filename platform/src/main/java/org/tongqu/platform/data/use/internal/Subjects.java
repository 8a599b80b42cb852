package org.tongqu.platform.data.use.internal;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.trust.seals.Seals;

/** By what the traces of a person, a firm or a whole register are found: a keyed hash, which tells nobody whose they are. */
@Component
public class Subjects {

    private final FieldCipher cipher;

    Subjects(Seals seals) {
        this.cipher = seals.cipher("use.subject");
    }

    byte[] of(Concerned concerned) {
        return cipher.index(name(concerned));
    }

    /** Of what was taken of the whole register, whoever is in it. */
    byte[] ofAll(String register) {
        return cipher.index(all(register));
    }

    /** Under which traces may stand, whichever key was in use then. */
    public List<byte[]> all(Concerned concerned) {
        return cipher.indexes(name(concerned));
    }

    /** As {@link #all(Concerned)}, for what was taken of the whole register. */
    public List<byte[]> allOf(String register) {
        return cipher.indexes(all(register));
    }

    private static String name(Concerned concerned) {
        return concerned.kind().name().toLowerCase(Locale.ROOT) + " " + concerned.number();
    }

    private static String all(String register) {
        return "register " + register;
    }
}
