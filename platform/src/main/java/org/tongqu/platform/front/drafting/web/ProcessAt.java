package org.tongqu.platform.front.drafting.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.platform.matter.processes.Draft;
import org.tongqu.platform.matter.services.ProcessFile;
import org.tongqu.platform.matter.services.ProcessFiles;
import org.tongqu.platform.operate.web.Said;

/** A process at its address. */
record ProcessAt(ProcessFile process) {

    static final String PATH = ProcessesController.LIST + "/{owner}/{service}/{name}";

    /** The parts of the path. */
    record Path(String owner, String service, String name) {}

    static ProcessAt of(ProcessFiles files, Path path) {
        return files.find(path.owner() + "/" + path.service(), path.name())
                .map(ProcessAt::new)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static String address(Draft.Place place) {
        var file = place.file();
        var name = file.substring(file.indexOf('/') + 1, file.lastIndexOf('.'));
        return ProcessesController.LIST + "/" + place.packId() + "/" + name;
    }

    String address() {
        return ProcessesController.LIST + "/" + process.pack().id() + "/" + process.name();
    }

    String draft() {
        return address() + "/draft";
    }

    /** The service, and the file where that is not the only one. */
    String heading(Texts texts) {
        return texts.say("drafting.heading", Said.in(texts, process.pack().title()), process.name());
    }
}
