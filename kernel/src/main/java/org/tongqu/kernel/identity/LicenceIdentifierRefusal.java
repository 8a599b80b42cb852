package org.tongqu.kernel.identity;

/** Why a text is not a {@link LicenceIdentifier}. */
public sealed interface LicenceIdentifierRefusal extends IdentifierRefusal
        permits IdentifierRefusal.WrongRoot,
                IdentifierRefusal.WrongParts,
                IdentifierRefusal.WrongPartLength,
                IdentifierRefusal.ForbiddenCharacter,
                IdentifierRefusal.WrongCheck {}
