package org.tongqu.kernel.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.IdentifierRefusal.ForbiddenCharacter;

/**
 * The identifier of one electronic licence (电子证照标识, GB/T 36904): {@code 1.2.156.3005.2.} and then type, issuer, serial,
 * version and check, parted by dots.
 *
 * <p>Issuers are credit codes by the standard, but licences in use also carry division codes there; they are read as
 * they are.
 *
 * @param type 21 characters: credit code of the body that defined the type, and three digits
 * @param issuer the credit code of the body that issued it
 * @param serial the issuer's own number without dots and hyphens
 * @param version three digits, {@code 001} for the first issue
 */
public record LicenceIdentifier(String type, String issuer, String serial, String version) {

    /** The national arc of electronic licences. */
    public static final String ROOT = "1.2.156.3005.2.";

    /** The parts after the root, in their order. */
    public enum Part {
        TYPE,
        ISSUER,
        SERIAL,
        VERSION,
        CHECK
    }

    private static final int LONGEST_SERIAL = 64;

    public LicenceIdentifier {
        var refusal = findRefusal(type, issuer, serial, version);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException("Not the parts of a licence identifier: " + refusal.get());
        }
    }

    public static Outcome<LicenceIdentifier, LicenceIdentifierRefusal> parse(String typed) {
        var text = typed.strip().toUpperCase(Locale.ROOT);
        if (!text.startsWith(ROOT)) {
            return Outcome.refused(new IdentifierRefusal.WrongRoot(ROOT));
        }
        var parts = text.substring(ROOT.length()).split("\\.", -1);
        if (parts.length != Part.values().length) {
            return Outcome.refused(new IdentifierRefusal.WrongParts(Part.values().length, parts.length));
        }
        if (parts[4].length() != 1) {
            return Outcome.refused(new IdentifierRefusal.WrongPartLength(Part.CHECK, "1", parts[4].length()));
        }
        return compose(parts[0], parts[1], parts[2], parts[3])
                .then(identifier -> identifier.check() == parts[4].charAt(0)
                        ? Outcome.done(identifier)
                        : Outcome.refused(new IdentifierRefusal.WrongCheck(identifier.check(), parts[4].charAt(0))));
    }

    public static Outcome<LicenceIdentifier, LicenceIdentifierRefusal> compose(
            String type, String issuer, String serial, String version) {
        return findRefusal(type, issuer, serial, version)
                .<Outcome<LicenceIdentifier, LicenceIdentifierRefusal>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new LicenceIdentifier(type, issuer, serial, version)));
    }

    public char check() {
        return Mod3736.check(type + issuer + serial + version);
    }

    /** The whole identifier as it is printed and exchanged. */
    @Override
    public String toString() {
        return ROOT + String.join(".", type, issuer, serial, version, String.valueOf(check()));
    }

    private static Optional<LicenceIdentifierRefusal> findRefusal(
            String type, String issuer, String serial, String version) {
        if (type.length() != 21) {
            return Optional.of(new IdentifierRefusal.WrongPartLength(Part.TYPE, "21", type.length()));
        }
        if (issuer.isEmpty() || issuer.length() > 18) {
            return Optional.of(new IdentifierRefusal.WrongPartLength(Part.ISSUER, "18", issuer.length()));
        }
        if (serial.isEmpty() || serial.length() > LONGEST_SERIAL) {
            return Optional.of(
                    new IdentifierRefusal.WrongPartLength(Part.SERIAL, "1 to " + LONGEST_SERIAL, serial.length()));
        }
        if (version.length() != 3) {
            return Optional.of(new IdentifierRefusal.WrongPartLength(Part.VERSION, "3", version.length()));
        }
        return firstForbidden(List.of(type, issuer, serial), Mod3736.ALPHABET, ROOT.length())
                .or(() -> firstForbidden(
                        List.of(version),
                        Typed.DIGITS,
                        ROOT.length() + type.length() + issuer.length() + serial.length() + 3))
                .map(LicenceIdentifierRefusal.class::cast);
    }

    /** Positions count through the whole identifier, dots included. */
    private static Optional<ForbiddenCharacter> firstForbidden(List<String> parts, String alphabet, int before) {
        for (var part : parts) {
            var forbidden = Typed.firstOutside(alphabet, part, 0, part.length());
            if (forbidden.isPresent()) {
                return Optional.of(new ForbiddenCharacter(
                        before + forbidden.get().position(), forbidden.get().character()));
            }
            before += part.length() + 1;
        }
        return Optional.empty();
    }
}
