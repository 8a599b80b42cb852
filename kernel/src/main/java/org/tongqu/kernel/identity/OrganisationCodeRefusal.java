package org.tongqu.kernel.identity;

/** Why a text is not a {@link OrganisationCode}. */
public sealed interface OrganisationCodeRefusal extends IdentifierRefusal
        permits IdentifierRefusal.WrongLength, IdentifierRefusal.ForbiddenCharacter, IdentifierRefusal.WrongCheck {}
