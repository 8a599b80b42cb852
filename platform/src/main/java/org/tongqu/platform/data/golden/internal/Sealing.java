package org.tongqu.platform.data.golden.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.OtherIdentifier;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Statement.Fact;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.trust.seals.Seals;

/** What a thing is called in the store, and its sensitive values sealed and opened. */
@Component
class Sealing {

    private static final int LIKENESS_BYTES = 9;

    private final Seals seals;

    Sealing(Seals seals) {
        this.seals = seals;
    }

    /** The key under which new statements about the thing stand. */
    UUID entity(Register register, String identifier) {
        return key(identifiers(register).index(named(register, identifier)));
    }

    /** The key of what bears another identifier, or bore the identifier itself before. */
    UUID entity(Register register, OtherIdentifier other, String text) {
        return key(identifiers(register).index(named(other, text)));
    }

    private static String named(Register register, String identifier) {
        return register.identifier()
                .beside(identifier)
                .map(other -> named(other, identifier))
                .orElse(identifier);
    }

    private static String named(OtherIdentifier other, String text) {
        return other.use() == OtherIdentifier.Use.BESIDE ? other.name() + " " + text : text;
    }

    /** The keys under which statements about it may stand, the current one first. */
    List<UUID> entities(Register register, String identifier) {
        return identifiers(register).indexes(named(register, identifier)).stream()
                .map(Sealing::key)
                .toList();
    }

    private static UUID key(byte[] index) {
        var bytes = ByteBuffer.wrap(index);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private FieldCipher identifiers(Register register) {
        return seals.cipher("golden." + register.code() + ".identifier");
    }

    private FieldCipher cipher(Register register, Attribute attribute) {
        return seals.cipher("golden." + register.code() + "." + attribute.name());
    }

    byte[] identifier(Register register, String identifier) {
        return register.identifier().isSealed() ? identifiers(register).seal(identifier) : identifier.getBytes(UTF_8);
    }

    String opened(Register register, byte[] identifier) {
        return register.identifier().isSealed()
                ? identifiers(register).openText(identifier)
                : new String(identifier, UTF_8);
    }

    Fact fact(Register register, Attribute attribute, String value) {
        if (!attribute.isSealed() || value.isEmpty()) {
            return Fact.open(value);
        }
        var cipher = cipher(register, attribute);
        var base64 = Base64.getEncoder();
        return new Fact(
                base64.encodeToString(cipher.seal(value)),
                base64.encodeToString(Arrays.copyOf(cipher.index(value), LIKENESS_BYTES)));
    }

    /** What a sealed value may be known by, under each of the keys. */
    List<String> likenesses(Register register, Attribute attribute, String value) {
        return cipher(register, attribute).indexes(value).stream()
                .map(index -> Base64.getEncoder().encodeToString(Arrays.copyOf(index, LIKENESS_BYTES)))
                .toList();
    }

    /** The same fact for whoever may read it. */
    Fact opened(Register register, Attribute attribute, Fact fact) {
        return attribute.isSealed() && !fact.isNothing()
                ? Fact.open(
                        cipher(register, attribute).openText(Base64.getDecoder().decode(fact.value())))
                : fact;
    }
}
