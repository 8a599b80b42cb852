package org.tongqu.exchange.node;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The keys of a node, made by itself: one proves who calls, the other signs parcels and receipts. */
public final class NodeKeys {

    private static final String CALLING = "EC";
    private static final String CURVE = "secp256r1";
    private static final String SIGNING = "Ed25519";

    /** Keep a signature under one thing from being used as one under another. */
    public static final String ENROLMENT = "tongqu node enrolment 1\n";

    public static final String PARCEL = "tongqu node parcel 1\n";

    /** What a node signs with the pieces of an answer. */
    public static final String ANSWER = "tongqu node answer 1\n";

    private NodeKeys() {}

    public static KeyPair calling() {
        try {
            var generator = KeyPairGenerator.getInstance(CALLING);
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw lacking(missing);
        }
    }

    public static KeyPair signing() {
        try {
            return KeyPairGenerator.getInstance(SIGNING).generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw lacking(missing);
        }
    }

    /** In base64. @param subject what kind of thing is signed */
    public static String sign(PrivateKey key, String subject, byte[] content) {
        try {
            var signing = Signature.getInstance(algorithm(key.getAlgorithm()));
            signing.initSign(key);
            signing.update(subject.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            signing.update(content);
            return Base64.getEncoder().encodeToString(signing.sign());
        } catch (GeneralSecurityException missing) {
            throw lacking(missing);
        }
    }

    /** Whether the key made the signature. */
    public static boolean isTrue(PublicKey key, String subject, byte[] content, String signature) {
        try {
            var checking = Signature.getInstance(algorithm(key.getAlgorithm()));
            checking.initVerify(key);
            checking.update(subject.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            checking.update(content);
            return checking.verify(Base64.getDecoder().decode(signature));
        } catch (java.security.SignatureException | java.security.InvalidKeyException | IllegalArgumentException none) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw lacking(missing);
        }
    }

    private static String algorithm(String key) {
        return key.equals(CALLING) ? "SHA256withECDSA" : SIGNING;
    }

    /** In base64. */
    public static String text(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** A key that came from outside, to be called with; nothing when it is none of the kind. */
    public static Optional<PublicKey> readCalling(String text) {
        return readPublic(CALLING, text);
    }

    public static Optional<PublicKey> readSigning(String text) {
        return readPublic(SIGNING, text);
    }

    private static Optional<PublicKey> readPublic(String kind, String text) {
        try {
            var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(text));
            return Optional.of(KeyFactory.getInstance(kind).generatePublic(spec));
        } catch (InvalidKeySpecException | IllegalArgumentException none) {
            return Optional.empty();
        } catch (GeneralSecurityException missing) {
            throw lacking(missing);
        }
    }

    static PrivateKey readPrivate(String kind, String text) {
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text));
            return KeyFactory.getInstance(kind).generatePrivate(spec);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A key of this node's own file is none", broken);
        }
    }

    static PrivateKey callingSecret(String text) {
        return readPrivate(CALLING, text);
    }

    static PrivateKey signingSecret(String text) {
        return readPrivate(SIGNING, text);
    }

    private static IllegalStateException lacking(GeneralSecurityException missing) {
        return new IllegalStateException("Every Java platform has these algorithms, this one does not", missing);
    }
}
