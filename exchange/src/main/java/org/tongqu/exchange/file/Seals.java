package org.tongqu.exchange.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.tongqu.kernel.proof.Digest;

/** Signs manifests and checks who signed them, by Ed25519. */
public final class Seals {

    private static final String KIND = "Ed25519";
    private static final int ID_SIGNS = 16;

    private Seals() {}

    /** How a key is named: by the beginning of the digest over its bytes. */
    public static String id(byte[] openKey) {
        return Digest.of(openKey).hex().substring(0, ID_SIGNS);
    }

    /** An open key as {@code openssl pkey -pubout} writes it, with or without its lines around it. */
    public static Optional<byte[]> openKey(String pem) {
        try {
            var bytes = Base64.getMimeDecoder()
                    .decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
            return Optional.of(key(bytes).getEncoded());
        } catch (IllegalArgumentException | InvalidKeySpecException none) {
            return Optional.empty();
        }
    }

    public static Manifest sign(Manifest manifest, String key, PrivateKey secret) {
        try {
            var signing = Signature.getInstance(KIND);
            signing.initSign(secret);
            signing.update(manifest.content().getBytes(UTF_8));
            return manifest.sealed(new Manifest.Seal(key, Base64.getEncoder().encodeToString(signing.sign())));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + KIND + ", this one does not", missing);
        }
    }

    /** Whether the owner of this key signed the manifest as it is. */
    public static boolean isTrue(Manifest manifest, byte[] openKey) {
        if (manifest.seal().isEmpty()) {
            return false;
        }
        try {
            var checking = Signature.getInstance(KIND);
            checking.initVerify(key(openKey));
            checking.update(manifest.content().getBytes(UTF_8));
            return checking.verify(
                    Base64.getDecoder().decode(manifest.seal().get().value()));
        } catch (SignatureException | IllegalArgumentException | InvalidKeySpecException notOne) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + KIND + ", this one does not", missing);
        }
    }

    private static PublicKey key(byte[] encoded) throws InvalidKeySpecException {
        try {
            return KeyFactory.getInstance(KIND).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException notOne) {
            throw notOne;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + KIND + ", this one does not", missing);
        }
    }
}
