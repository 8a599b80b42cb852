package org.tongqu.engines.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tongqu.engines.packs.DocumentTemplate.Numbering;
import org.tongqu.engines.packs.DocumentTemplate.Scheme;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.OrganisationCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.text.Language;

/** Fills a document from the facts of a case and composes its number. */
public final class Documents {

    private static final Sentences NUMBERS = Sentences.in("texts/engines/numbers");

    private Documents() {}

    /** A field of a document, ready to be printed. */
    public record Filled(String name, Label label, String text) {}

    /** A fact the document needs is not known, and nothing is to stand there instead. */
    public record FactMissing(String field, String from) {}

    /** Why a number cannot be composed from what is known. */
    public sealed interface NumberRefusal {
        /** The setting of the template leads to no fact. */
        record DivisionMissing(String from) implements NumberRefusal {}

        /** The parts do not make a code, which the refusal of the kernel explains. */
        record NotACode(String why) implements NumberRefusal {}

        /** The template is numbered by another scheme. */
        record OtherScheme(Scheme scheme) implements NumberRefusal {}
    }

    /**
     * Fills every field, in the order of the template.
     *
     * @param divisionName the full name of a division by its code
     */
    public static Outcome<List<Filled>, FactMissing> fill(
            Pack pack,
            DocumentTemplate template,
            Datum facts,
            Language language,
            Function<String, String> divisionName) {
        List<Filled> filled = new ArrayList<>();
        for (var field : template.fields()) {
            var text = FactTexts.text(pack, field, facts, language, divisionName);
            if (text.isEmpty()) {
                return Outcome.refused(new FactMissing(field.name(), field.from()));
            }
            filled.add(new Filled(field.name(), field.label(), text.get()));
        }
        return Outcome.done(filled);
    }

    /**
     * The unified social credit code of a new organisation.
     *
     * @param organisation the next free organisation code (主体标识码), which only the platform can know
     */
    public static Outcome<UnifiedSocialCreditCode, NumberRefusal> creditCode(
            Numbering numbering, Datum facts, OrganisationCode organisation) {
        if (numbering.scheme() != Scheme.UNIFIED_SOCIAL_CREDIT_CODE) {
            return Outcome.refused(new NumberRefusal.OtherScheme(numbering.scheme()));
        }
        var from = numbering.settings().getOrDefault("division", "");
        var division = facts.text(from);
        if (division.isEmpty()) {
            return Outcome.refused(new NumberRefusal.DivisionMissing(from));
        }
        return DivisionCode.parse(division.get())
                .<NumberRefusal>mapRefusal(why -> new NumberRefusal.NotACode(why.toString()))
                .then(code -> UnifiedSocialCreditCode.compose(
                                letter(numbering, "department"), letter(numbering, "category"), code, organisation)
                        .mapRefusal(why -> new NumberRefusal.NotACode(why.toString())));
    }

    private static char letter(Numbering numbering, String setting) {
        var text = numbering.settings().getOrDefault(setting, "");
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    /** A number that begins anew each year, e.g. 云市监登字〔2026〕00001号. */
    public static String yearly(Numbering numbering, LocalDate day, long sequence) {
        return yearly(numbering.settings().getOrDefault("prefix", ""), day.getYear(), sequence);
    }

    /** The same in any language: it is how the document is called. */
    public static String yearly(String prefix, int year, long sequence) {
        var digits = String.format(Locale.ROOT, "%05d", sequence);
        return NUMBERS.say(Language.ZH, "yearly", List.of(prefix, String.valueOf(year), digits));
    }
}
