package org.tongqu.design.nav;

import java.util.List;
import org.tongqu.design.Texts;

/** What the keyboard does here; opened by {@code ?} or by its own heading. */
public record CommandHelp(Texts texts, List<Command> commands) {

    public record Command(String keys, String text) {}

    public CommandHelp {
        commands = List.copyOf(commands);
    }

    /** The keys that work in every list of the desk. */
    public static CommandHelp ofDesk(Texts texts) {
        return new CommandHelp(
                texts,
                List.of(
                        new Command("/", texts.say("design.keys.search")),
                        new Command("j", texts.say("design.keys.next")),
                        new Command("k", texts.say("design.keys.previous")),
                        new Command("Enter", texts.say("design.keys.open")),
                        new Command("a", texts.say("design.keys.accept")),
                        new Command("d", texts.say("design.keys.decide")),
                        new Command("?", texts.say("design.keys.help"))));
    }
}
