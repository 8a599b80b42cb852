package org.tongqu.kernel.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the values of one sensitive field, such as a citizen number, so that a stolen disk does not tell them and a
 * changed or moved value does not open, while a sealed value can still be found by equality.
 *
 * <p>Sealed form: version (1 byte), key id (8), nonce (12), AES-256-GCM text and tag. The name of the field is
 * authenticated with it: a value copied into another column does not open there. Safe for any number of threads.
 *
 * <p>After a change of keys, old values open with the earlier keys and are found by {@link #indexes}; sealing and
 * indexing again row by row retires them.
 */
public final class FieldCipher {

    /** What a master key must measure. */
    public static final int KEY_BYTES = 32;

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /** How many bytes a sealed value is longer than the plain one. */
    public static final int OVERHEAD = 1 + Keys.ID_BYTES + NONCE_BYTES + TAG_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] field;
    private final Keys current;
    private final List<Keys> all;

    private FieldCipher(String field, Keys current, List<Keys> all) {
        this.field = field.getBytes(StandardCharsets.UTF_8);
        this.current = current;
        this.all = all;
    }

    /** A sealed value that cannot be opened: changed, moved from another field, or its key is not among those given. */
    public static final class CannotOpen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private CannotOpen(String message) {
            super(message);
        }
    }

    /**
     * @param field a name that never changes, e.g. {@code identity.person.number}
     * @param master 32 secret random bytes; seals and indexes new values
     * @param earlier masters from before, which only open and find
     */
    public static FieldCipher of(String field, byte[] master, byte[]... earlier) {
        var current = Keys.derive(field, master);
        var all = Stream.concat(Stream.of(current), Arrays.stream(earlier).map(key -> Keys.derive(field, key)))
                .toList();
        return new FieldCipher(field, current, all);
    }

    /** Seals under a fresh nonce: the same value sealed twice looks different. */
    public byte[] seal(byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var head = ByteBuffer.allocate(1 + Keys.ID_BYTES)
                .put(VERSION)
                .put(current.id())
                .array();
        var sealed = crypt(Cipher.ENCRYPT_MODE, current, nonce, head, plain);
        return ByteBuffer.allocate(head.length + nonce.length + sealed.length)
                .put(head)
                .put(nonce)
                .put(sealed)
                .array();
    }

    public byte[] seal(String plain) {
        return seal(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens what {@link #seal} made for this field.
     *
     * @throws CannotOpen never with anything of the value in its message
     */
    public byte[] open(byte[] sealed) {
        if (sealed.length < OVERHEAD || sealed[0] != VERSION) {
            throw new CannotOpen("Not a sealed value of version " + VERSION + ": " + sealed.length + " bytes");
        }
        var head = Arrays.copyOfRange(sealed, 0, 1 + Keys.ID_BYTES);
        var id = Arrays.copyOfRange(head, 1, head.length);
        var keys = all.stream()
                .filter(candidate -> Arrays.equals(candidate.id(), id))
                .findFirst()
                .orElseThrow(
                        () -> new CannotOpen("No key with id " + HexFormat.of().formatHex(id)));
        var nonce = Arrays.copyOfRange(sealed, head.length, head.length + NONCE_BYTES);
        var text = Arrays.copyOfRange(sealed, head.length + NONCE_BYTES, sealed.length);
        return crypt(Cipher.DECRYPT_MODE, keys, nonce, head, text);
    }

    public String openText(byte[] sealed) {
        return new String(open(sealed), StandardCharsets.UTF_8);
    }

    /**
     * What to store beside the sealed value so that it can be found: HMAC-SHA-256 under a key of its own. Equal values
     * have equal indexes, which tells no value but does tell that two rows share one: use it for identifiers, not for
     * fields with a few possible values.
     */
    public byte[] index(String value) {
        return current.index(value);
    }

    /**
     * The key under which {@link #index} is made, for another program that has to make the same indexes of this one field.
     * It opens nothing that is sealed.
     */
    public byte[] indexKey() {
        return current.indexing().getEncoded();
    }

    /** The indexes under which the value may have been stored, the current one first. */
    public List<byte[]> indexes(String value) {
        return all.stream().map(keys -> keys.index(value)).toList();
    }

    private byte[] crypt(int mode, Keys keys, byte[] nonce, byte[] head, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.sealing(), new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(head);
            cipher.updateAAD(field);
            return cipher.doFinal(text);
        } catch (AEADBadTagException changed) {
            throw new CannotOpen("The sealed value was changed or belongs to another field");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has AES-GCM, this one does not", missing);
        }
    }

    /** What is derived from one master key for one field: keys for sealing and for finding, and an id that tells neither. */
    private record Keys(byte[] id, SecretKeySpec sealing, SecretKeySpec indexing) {

        static final int ID_BYTES = 8;

        static Keys derive(String field, byte[] master) {
            if (master.length != KEY_BYTES) {
                throw new IllegalArgumentException(
                        "Expected a key of " + KEY_BYTES + " bytes but found " + master.length);
            }
            var key = new SecretKeySpec(master, "HmacSHA256");
            return new Keys(
                    Arrays.copyOf(hmac(key, "tongqu key id"), ID_BYTES),
                    new SecretKeySpec(hmac(key, "tongqu sealing " + field), "AES"),
                    new SecretKeySpec(hmac(key, "tongqu indexing " + field), "HmacSHA256"));
        }

        byte[] index(String value) {
            return hmac(indexing, value);
        }

        private static byte[] hmac(SecretKeySpec key, String text) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("Every Java platform has HMAC-SHA-256, this one does not", missing);
            }
        }
    }
}
