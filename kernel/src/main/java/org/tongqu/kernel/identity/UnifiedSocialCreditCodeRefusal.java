package org.tongqu.kernel.identity;

/** Why a text is not a {@link UnifiedSocialCreditCode}. */
public sealed interface UnifiedSocialCreditCodeRefusal extends IdentifierRefusal
        permits IdentifierRefusal.WrongLength, IdentifierRefusal.ForbiddenCharacter, IdentifierRefusal.WrongCheck {}
