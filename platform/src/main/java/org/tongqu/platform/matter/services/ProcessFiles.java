package org.tongqu.platform.matter.services;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.engines.packs.reading.PackReading;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.services.internal.PackShelf;
import org.tongqu.platform.matter.services.internal.PackShelf.Shelved;

/** The verbs of process files: look at them, try another content, take it into use. Asks nobody who they are. */
@Service
public class ProcessFiles {

    private final PackShelf shelf;

    ProcessFiles(PackShelf shelf) {
        this.shelf = shelf;
    }

    /** Those of all packs in use, by pack and file. */
    public List<ProcessFile> all() {
        return shelf.shelved().stream()
                .sorted(Comparator.comparing(shelved -> shelved.pack().id()))
                .flatMap(ProcessFiles::of)
                .toList();
    }

    /** @param name the file without folder and ending */
    public Optional<ProcessFile> find(String packId, String name) {
        var file = ProcessFile.named(name);
        return shelf.findShelved(packId)
                .flatMap(shelved ->
                        of(shelved).filter(found -> found.file().equals(file)).findFirst());
    }

    private static Stream<ProcessFile> of(Shelved shelved) {
        return shelved.files().keySet().stream()
                .filter(ProcessFile::isProcess)
                .map(file -> new ProcessFile(
                        shelved.pack(),
                        file,
                        Optional.ofNullable(shelved.revised().get(file))));
    }

    /** What is in use now. */
    public byte[] body(ProcessFile process) {
        return shelf.shelved(process.pack().id()).file(process.file());
    }

    /** What the checker of packs says of the pack if the file had this content. */
    public List<PackProblem> check(ProcessFile process, byte[] body) {
        return reading(process, body).problems();
    }

    private PackReading reading(ProcessFile process, byte[] body) {
        return shelf.shelved(process.pack().id())
                .with(Map.of(process.file(), body))
                .read();
    }

    /**
     * Takes the content into use for what begins from the end of the transaction; what is open keeps its own. Refused
     * with what is wrong.
     */
    @Transactional
    public Outcome<Revised, List<PackProblem>> revise(ProcessFile process, byte[] body) {
        var reading = reading(process, body);
        return reading.hasErrors() || reading.packs().isEmpty()
                ? Outcome.refused(reading.problems())
                : Outcome.done(shelf.revise(process.pack().id(), process.file(), body));
    }
}
