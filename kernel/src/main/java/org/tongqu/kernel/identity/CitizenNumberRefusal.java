package org.tongqu.kernel.identity;

/** Why a text is not a {@link CitizenNumber}. */
public sealed interface CitizenNumberRefusal extends IdentifierRefusal
        permits IdentifierRefusal.WrongLength,
                IdentifierRefusal.ForbiddenCharacter,
                IdentifierRefusal.ImpossibleDate,
                IdentifierRefusal.WrongCheck {}
