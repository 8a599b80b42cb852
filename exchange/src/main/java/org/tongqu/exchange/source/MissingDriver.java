package org.tongqu.exchange.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.exchange.Drivers;
import org.tongqu.kernel.text.Language;

/**
 * A connector whose driver is not on the class path and not in the folder for drivers.
 *
 * @param jar where it is in Maven's central repository
 * @param folder where it is to be laid
 */
public record MissingDriver(Connector connector, String driver, String jar, Path folder) {

    private static final Sentences SENTENCES = Sentences.in("texts/exchange");

    static MissingDriver of(Connector connector) {
        var needed = Drivers.needed(connector);
        return new MissingDriver(connector, needed.driver(), needed.jar(), Drivers.folder());
    }

    /** What is missing and where to lay it, in words. */
    public String text(Language language) {
        var name = connector.name().toLowerCase(Locale.ROOT);
        return SENTENCES.say(language, "missing-driver", List.of(name, driver, jar, folder.toString()));
    }
}
