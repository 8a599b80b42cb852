package org.tongqu.platform.front.portal.web.apply;

import java.util.Locale;
import org.tongqu.design.Texts;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.platform.matter.intake.FileRefusal;

/** Says why a file was not taken and what to do instead. */
final class FileWords {

    private FileWords() {}

    static String say(Texts texts, FileRefusal refusal, String name, MaterialAsk ask) {
        var kinds = MaterialScreen.kinds(texts, ask);
        return switch (refusal) {
            case FileRefusal.Empty empty -> texts.say("portal.file.empty", name);
            case FileRefusal.TooLarge(long bytes, long limit) ->
                texts.say("portal.file.too-large", name, megabytes(bytes), megabytes(limit));
            case FileRefusal.Unrecognised unknown -> texts.say("portal.file.disguised", name, kinds);
            case FileRefusal.NotAccepted other -> texts.say("portal.file.kind", name, kinds);
            case FileRefusal.Damaged damaged -> texts.say("portal.file.broken", name);
            case FileRefusal.Encrypted encrypted -> texts.say("portal.file.encrypted", name);
            case FileRefusal.ActiveContent active -> texts.say("portal.file.active", name);
            case FileRefusal.TooManyPixels pixels -> texts.say("portal.file.pixels", name);
            case FileRefusal.UnfoldsHuge huge -> texts.say("portal.file.unfolds", name);
            case FileRefusal.TooManyFiles(int limit) -> texts.say("portal.file.too-many", limit);
            case FileRefusal.NoSuchMaterial missing -> texts.say("portal.file.unasked");
            case FileRefusal.NoSuchDraft gone -> texts.say("portal.file.unasked");
        };
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / (1024.0 * 1024.0)).replaceAll("\\.0$", "");
    }
}
