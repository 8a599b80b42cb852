package org.tongqu.kernel.identity;

/** Why a text is not a {@link DivisionCode}. */
public sealed interface DivisionCodeRefusal extends IdentifierRefusal
        permits IdentifierRefusal.WrongLength, IdentifierRefusal.ForbiddenCharacter, IdentifierRefusal.MissingLevel {}
